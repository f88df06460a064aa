package kz.paysandbox.adapters.kaspi.payment;

/**
 * A way the customer may pay ({@code PaymentMethods}; 2.3.1). New ones of the bank survive as they are.
 *
 * @param value the bank's word
 */
public record PaymentMethod(String value) {
    /** Kaspi Gold. */
    public static final PaymentMethod GOLD = new PaymentMethod("Gold");
    /** Kaspi Red. */
    public static final PaymentMethod RED = new PaymentMethod("Red");
    /** On credit. */
    public static final PaymentMethod LOAN = new PaymentMethod("Loan");
    /** From a business account; seen in production, not in the document. */
    public static final PaymentMethod BUSINESS_ACCOUNT = new PaymentMethod("BusinessAccount");
}
