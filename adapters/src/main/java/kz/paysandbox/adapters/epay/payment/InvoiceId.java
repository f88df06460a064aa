package kz.paysandbox.adapters.epay.payment;

/**
 * The order's number at the bank ({@code invoiceId}): 6 to 15 digits, unique, and unique by its last six digits too.
 *
 * @param value the digits
 */
public record InvoiceId(String value) {
    /** Checks the digits. */
    public InvoiceId {
        if (!value.matches("[0-9]{6,15}")) {
            throw new IllegalArgumentException("an invoiceId has 6 to 15 digits, not '" + value + "'");
        }
    }

    /** Reads a number. */
    public static InvoiceId of(String digits) {
        return new InvoiceId(digits);
    }

    @Override
    public String toString() {
        return value;
    }
}
