package kz.paysandbox.emulator.epay.domain;

/** The payer, in the merchant's words; empty texts for what was not named. */
public record Payer(String accountId, String name, String email, String phone) {

    /** Characters of all of it. */
    int length() {
        return accountId.length() + name.length() + email.length() + phone.length();
    }

    @Override
    public String toString() {
        return "Payer";
    }
}
