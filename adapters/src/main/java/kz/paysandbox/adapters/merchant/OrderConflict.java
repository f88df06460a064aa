package kz.paysandbox.adapters.merchant;

/** A number of the shop's own that is used again for something else: another amount, BIN, payment or way of paying. */
public final class OrderConflict extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    OrderConflict(LogEntry first, String difference) {
        super("'" + first.externalId().orElse("") + "' is taken by line " + first.id() + " of payment_log: "
                + difference);
    }
}
