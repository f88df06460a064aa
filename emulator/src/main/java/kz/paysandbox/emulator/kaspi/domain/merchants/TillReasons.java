package kz.paysandbox.emulator.kaspi.domain.merchants;

import kz.paysandbox.emulator.kaspi.domain.codes.Reason;

/**
 * The reasons that a call answers where its device cannot be used; the documents' lists differ by call.
 *
 * @param unknown no such device of this organisation
 * @param inactive switched off or deleted
 * @param off its trade point is switched off
 */
public record TillReasons(Reason unknown, Reason inactive, Reason off) {

    /** qr/*, return/create, payment/return list all three. */
    public static final TillReasons LISTED =
            new TillReasons(Reason.DEVICE_UNKNOWN, Reason.DEVICE_INACTIVE, Reason.TRADE_POINT_OFF);

    /** remote/* lack the deleted device. */
    public static final TillReasons REMOTE =
            new TillReasons(Reason.DEVICE_UNKNOWN, Reason.DEVICE_INACTIVE_UNLISTED, Reason.TRADE_POINT_OFF);

    /** payment/details and return/operations list none. */
    public static final TillReasons UNLISTED = new TillReasons(
            Reason.DEVICE_UNKNOWN_UNLISTED, Reason.DEVICE_INACTIVE_UNLISTED, Reason.TRADE_POINT_OFF_UNLISTED);
}
