package kz.paysandbox.emulator.kaspi.domain.merchants;

import java.util.List;

/**
 * An organisation registered with the bank.
 *
 * @param bin twelve digits
 * @param paymentMethods of {@link #METHODS}; none at all is possible
 * @param partialReturns whether a purchase may be returned in parts
 * @param allowedAddresses callers allowed in r3 with a certificate of this organisation; empty for the server's setting
 */
public record Organization(
        String bin,
        String name,
        boolean active,
        List<String> paymentMethods,
        BehaviorOptions options,
        boolean partialReturns,
        List<String> allowedAddresses) {

    /** The only values that are ever sent. */
    public static final List<String> METHODS = List.of("Gold", "Red", "Loan", "BusinessAccount");

    public Organization {
        paymentMethods = List.copyOf(paymentMethods);
        allowedAddresses = List.copyOf(allowedAddresses);
    }

    private static final long OBJECTS = 350;

    private static final long ADDRESS_BYTES = 150;

    /** What it takes of the heap, about. */
    long bytes() {
        return OBJECTS + 2L * name.length() + ADDRESS_BYTES * allowedAddresses.size();
    }

    /** With the document's payment methods and waiting times. */
    public static Organization of(String bin, String name) {
        return new Organization(
                bin, name, true, List.of("Gold", "Red", "Loan"), BehaviorOptions.DOCUMENTED, true, List.of());
    }
}
