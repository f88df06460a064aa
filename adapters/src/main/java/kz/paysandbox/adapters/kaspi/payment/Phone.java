package kz.paysandbox.adapters.kaspi.payment;

/**
 * A customer's mobile number ({@code PhoneNumber}), as the document writes it: 8 and ten digits. Hidden in texts.
 *
 * @param value the eleven digits
 */
public record Phone(String value) {
    /** Checks the digits. */
    public Phone {
        if (!value.matches("8[0-9]{10}")) {
            throw new IllegalArgumentException("a phone is written as 8 and ten digits");
        }
    }

    /** Reads {@code 87010000001}, {@code +7 701 000 00 01} and what lies between. */
    public static Phone parse(String text) {
        String digits = text.replaceAll("[ ()\\-]", "");
        String national = digits.startsWith("+7") ? digits.substring(2) : digits.replaceFirst("^[78](?=.{10}$)", "");
        return new Phone("8" + national);
    }

    @Override
    public String toString() {
        return "Phone[hidden]";
    }
}
