package kz.paysandbox.gateway.pay;

import kz.paysandbox.gateway.payment.Provider;

/** The kinds of jobs ({@code job.kind}); one handler each, in the room jobs. */
public final class JobKinds {
    /** Ends an operation that was started or is unknown, from the bank's books; its subject is the operation. */
    public static final String SETTLE = "settle";

    /** Asks Kaspi for a payment's state, and gives it up when its time is over; its subject is the payment. */
    public static final String FOLLOW = "follow";

    /** As {@link #FOLLOW} for a payment of ePay: a bank that does not answer takes no thread of the other's. */
    public static final String FOLLOW_CARD = "follow_card";

    /** Sends a shop's messages; its subject is the shop. */
    public static final String WEBHOOK = "webhook";

    /** Tries callbacks of ePay that wait to be confirmed, each two minutes; its only subject is {@link #ALL}. */
    public static final String CALLBACKS = "callbacks";

    /** The subject of jobs that there is one of. */
    public static final String ALL = "all";

    /** Gives open payments, started operations and waiting messages the job that they lack; its only subject is {@link #ALL}. */
    public static final String SWEEP = "sweep";

    /** Ends lines of the adapters' journals that are nobody's; its only subject is {@link #ALL}. */
    public static final String JOURNAL = "journal";

    /** Asks the bank daily whether it lists the shops' trade points; its only subject is {@link #ALL}. */
    public static final String VERIFY = "verify";

    /** Begins the comparison of a day's payments with the bank; its only subject is {@link #ALL}. */
    public static final String RECONCILE = "reconcile";

    /** Compares the payments of a shop, organisation and day with the bank; its subject is the report's row. */
    public static final String RECONCILIATION = "reconciliation";

    /** Removes daily what is kept for a time; its only subject is {@link #ALL}. */
    public static final String PRUNE = "prune";

    private JobKinds() {}

    /** The kind that follows payments of a bank. */
    public static String follow(Provider provider) {
        return switch (provider) {
            case KASPI -> FOLLOW;
            case EPAY -> FOLLOW_CARD;
        };
    }
}
