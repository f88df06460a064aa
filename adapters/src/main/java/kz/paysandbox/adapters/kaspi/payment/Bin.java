package kz.paysandbox.adapters.kaspi.payment;

/**
 * The BIN or IIN of an organisation ({@code OrganizationBin}, БИН/ИИН): twelve digits.
 *
 * @param value the digits
 */
public record Bin(String value) {
    /** Checks the digits. */
    public Bin {
        if (!value.matches("[0-9]{12}")) {
            throw new IllegalArgumentException("a BIN has 12 digits, not '" + value + "'");
        }
    }

    /** Reads a BIN. */
    public static Bin of(String digits) {
        return new Bin(digits);
    }

    @Override
    public String toString() {
        return value;
    }
}
