package kz.paysandbox.adapters.kaspi;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalogue of {@code StatusCode} (Annex 3), with what the document leaves unexplained marked so. */
public enum KaspiCode {
    /** Success. */
    SUCCESS(0),
    /** The service is temporarily unavailable. */
    UNAVAILABLE(-999),
    /** No client certificate; in r1, by assumption, a key that is not accepted. */
    NO_CERTIFICATE(-10000),
    /** Not explained; assumed: not authorised for this organisation. */
    UNEXPLAINED_1401(-1401),
    /** Not explained; assumed: malformed phone number. */
    UNEXPLAINED_1404(-1404),
    /** No such device. */
    DEVICE_NOT_FOUND(-1501),
    /** The device is switched off or deleted. */
    DEVICE_INACTIVE(-1502),
    /** The device is already at another trade point. */
    DEVICE_ELSEWHERE(-1503),
    /** No such purchase. */
    PURCHASE_NOT_FOUND(-1601),
    /** The organisation has no trade points. */
    NO_TRADE_POINTS(-14000002),
    /** No purchase with this id. */
    PURCHASE_ID_NOT_FOUND(-99000001),
    /** No such trade point. */
    TRADE_POINT_NOT_FOUND(-99000002),
    /** The purchase was made at another trade point than this device's. */
    OTHER_TRADE_POINT(-99000003),
    /** A refund may not exceed the purchase. */
    REFUND_TOO_LARGE(-99000005),
    /** The refund failed: try again, then call the bank. */
    REFUND_FAILED(-99000006),
    /** A purchase in this status cannot be refunded. */
    NOT_REFUNDABLE(-99000011),
    /** This organisation refunds whole purchases only. */
    NO_PARTIAL_REFUND(-99000020),
    /** Not explained; printed with eight digits. */
    UNEXPLAINED_10(99000010),
    /** The trade point is switched off. */
    TRADE_POINT_OFF(990000018),
    /** The trade point takes no QR payments. */
    NO_QR_PAYMENTS(990000026),
    /** The amount is wrong. */
    WRONG_AMOUNT(990000028),
    /** Not explained; assumed: not a client of the bank. */
    UNEXPLAINED_29(990000029),
    /** Not explained; assumed: too many look-ups by this device in a minute. */
    UNEXPLAINED_31(990000031),
    /** Not explained; assumed: this client cannot be invoiced. */
    UNEXPLAINED_32(990000032),
    /** No payment methods are available. */
    NO_PAYMENT_METHODS(990000033),
    /** A code that this version does not know; the number itself is in {@code Rejected.code()}. */
    UNKNOWN(Long.MIN_VALUE);

    private static final Map<Long, KaspiCode> BY_VALUE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(code -> code.value, Function.identity()));

    private final long value;

    KaspiCode(long value) {
        this.value = value;
    }

    /** The number as the document prints it. */
    public long value() {
        return value;
    }

    /** Finds the meaning of a number, also of the misprints in circulation (a zero too many: -990000002, 9900000018). */
    public static KaspiCode of(long code) {
        return BY_VALUE.getOrDefault(withoutMisprint(code), UNKNOWN);
    }

    private static long withoutMisprint(long code) {
        if (code <= -990_000_000L && code >= -990_000_099L) {
            return -(99_000_000L + -code % 100);
        }
        if (code >= 9_900_000_000L && code <= 9_900_000_099L) {
            return 990_000_000L + code % 100;
        }
        return code;
    }
}
