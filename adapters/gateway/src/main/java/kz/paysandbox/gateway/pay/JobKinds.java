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

    private JobKinds() {}
}
