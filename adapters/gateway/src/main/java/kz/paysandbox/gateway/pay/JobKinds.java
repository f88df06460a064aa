package kz.paysandbox.gateway.pay;

/** The kinds of jobs ({@code job.kind}); one handler each, in the room jobs. */
public final class JobKinds {
    /** Ends an operation that was started or is unknown, from the bank's books; its subject is the operation. */
    public static final String SETTLE = "settle";

    /** Asks for a payment's state, and gives it up when its time is over; its subject is the payment. */
    public static final String FOLLOW = "follow";

    /** Sends a shop's messages; its subject is the shop. */
    public static final String WEBHOOK = "webhook";

    /** Tries callbacks of ePay that wait to be confirmed, each two minutes; its only subject is {@link #ALL}. */
    public static final String CALLBACKS = "callbacks";

    /** The subject of jobs that there is one of. */
    public static final String ALL = "all";

    /** Gives open payments, started operations and waiting messages the job that they lack; its only subject is {@link #ALL}. */
    public static final String SWEEP = "sweep";

    /** Asks the bank daily whether it lists the shops' trade points; its only subject is {@link #ALL}. */
    public static final String VERIFY = "verify";

    /** Begins the comparison of a day's payments with the bank; its only subject is {@link #ALL}. */
    public static final String RECONCILE = "reconcile";

    /** Compares the payments of a shop, organisation and day with the bank; its subject is the report's row. */
    public static final String RECONCILIATION = "reconciliation";

    /** Removes daily what is kept for a time; its only subject is {@link #ALL}. */
    public static final String PRUNE = "prune";

    private JobKinds() {}
}
