package kz.paysandbox.adapters.merchant;

/** A payment that the shop does not have: nobody has, or another shop. */
public final class NoSuchPayment extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NoSuchPayment(String shop, long paymentId) {
        super("shop " + shop + " has opened no payment " + paymentId
                + "; one that was opened elsewhere must be adopted first");
    }
}
