package kz.paysandbox.gateway.payment;

import java.util.Locale;

/** The words of refusals and their HTTP statuses. */
public enum RefusalCode {
    /** No token, or none that is known, or one that has expired. */
    UNAUTHORIZED(401),
    /** The token is of another shop. */
    WRONG_SHOP(403),
    /** The caller's address is not on the list. */
    ADDRESS_NOT_ALLOWED(403),
    /** The token's role may not do this. */
    ROLE_TOO_LOW(403),
    /** A field is missing, mistyped or out of its bounds. */
    INVALID_REQUEST(400),
    /** An Idempotency-Key is demanded. */
    IDEMPOTENCY_KEY_MISSING(400),
    /** The key's first request had another body. */
    IDEMPOTENCY_KEY_REUSED(422),
    /** The key's first request is under way. */
    IDEMPOTENCY_IN_FLIGHT(409),
    /** The body is larger than is read. */
    TOO_LARGE(413),
    /** The body is of a kind that is not read. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** There is no such address. */
    NOT_FOUND(404),
    /** The address is not for this method. */
    METHOD_NOT_ALLOWED(405),
    /** The shop has no active BIN, or the one asked for is switched off. */
    NO_ACTIVE_CONFIGURATION(409),
    /** Several shops fit; an admin's token does not say which. */
    SHOP_NOT_CLEAR(409),
    /** The BIN is not the shop's. */
    BIN_NOT_ALLOWED(403),
    /** The device is not of this shop and BIN. */
    DEVICE_NOT_OF_BIN(403),
    /** The payment was taken by another BIN. */
    BAD_BIN(409),
    /** The bank does not know the organisation. */
    BIN_NOT_REGISTERED(422),
    /** The organisation has no trade points. */
    NO_TRADE_POINTS(422),
    /** The customer is unknown to the bank, or cannot be invoiced. */
    CUSTOMER_NOT_INVOICEABLE(422),
    /** The bank does not know the till, or has switched it off. */
    DEVICE_NOT_FOUND(409),
    /** The trade point is unknown, switched off, or takes no such payments. */
    TRADE_POINT_INACTIVE(409),
    /** The shop has no such payment. */
    PAYMENT_NOT_FOUND(404),
    /** The shop has no such card, receipt or row. */
    NO_SUCH_ITEM(404),
    /** The order was opened for another amount, BIN or way of paying. */
    ORDER_CONFLICT(409),
    /** The payment is in no state to be refunded. */
    NOT_REFUNDABLE(409),
    /** ePay: the payment is not completed. */
    NOT_COMPLETED(409),
    /** ePay: no money is held. */
    NOT_AUTHORIZED_YET(409),
    /** The payment's state does not allow this. */
    INVALID_TRANSITION(409),
    /** Another operation of the payment is under way or unknown. */
    OPERATION_IN_PROGRESS(409),
    /** More than is left. */
    REFUND_TOO_LARGE(422),
    /** The organisation refunds whole purchases only. */
    PARTIAL_REFUND_IMPOSSIBLE(422),
    /** The purchase was made at another trade point. */
    OTHER_TRADE_POINT(422),
    /** Less than the bank refunds. */
    REFUND_BELOW_MINIMUM(422),
    /** Too long ago. */
    REFUND_WINDOW_OVER(422),
    /** The bank declined the card. */
    CARD_DECLINED(422),
    /** Too many calls. */
    TOO_MANY_REQUESTS(429),
    /** The bank cannot be reached, or says that it is unavailable. */
    BANK_UNAVAILABLE(503),
    /** The bank failed to refund; it may be tried again. */
    BANK_REFUND_FAILED(502),
    /** The bank refuses the gateway itself: certificate, key or address. */
    BANK_REFUSES_GATEWAY(502),
    /** ePay refuses the shop's credentials or terminal. */
    EPAY_CREDENTIALS(502),
    /** What answered is not the bank. */
    BANK_PROTOCOL(502),
    /** The bank refused, for a reason that nobody knows. */
    BANK_REFUSED(502),
    /** The gateway's own database cannot be reached. */
    DATABASE_UNAVAILABLE(503),
    /** The gateway takes no more requests: it is being stopped. */
    GATEWAY_STOPPING(503),
    /** A fault of the gateway. */
    INTERNAL(500);

    private final int httpStatus;

    RefusalCode(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    /** The status of answers, except that family A has 404 for {@link #NOT_REFUNDABLE}. */
    public int httpStatus() {
        return httpStatus;
    }

    /** As problems and tables have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The code of a word.
     *
     * @throws IllegalArgumentException when it is none of {@link #word}
     */
    public static RefusalCode of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
