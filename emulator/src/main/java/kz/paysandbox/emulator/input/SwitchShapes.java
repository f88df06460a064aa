package kz.paysandbox.emulator.input;

import java.util.List;

/** The switches of organisations, trade points and devices, as people write them; what is not named stays. */
public final class SwitchShapes {

    /** The waits that creating answers announce. */
    private static final List<String> WAITS = List.of(
            "statusPollingInterval",
            "qrCodeScanWaitTimeout",
            "linkActivationWaitTimeout",
            "paymentConfirmationTimeout");

    private static final int LONGEST_WAIT = 86_400;

    private SwitchShapes() {}

    /** Of an organisation. */
    public static Table organization() {
        Table waits = new Table().exact();
        WAITS.forEach(name -> waits.optional(name, Scalar.whole(1, LONGEST_WAIT), "Seconds"));
        return new Table()
                .exact()
                .optional("active", Scalar.flag(), "Switched on or off")
                .optional("paymentMethods", new Sequence(Scalar.text(20).quoted(), 10), "Those that it takes")
                .optional("behaviorOptions", waits, "Waits that creating answers announce")
                .optional("allowedAddresses", new Sequence(Scalar.text(45).quoted(), 100), "Its callers")
                .optional("partialRefunds", Scalar.flag(), "Whether a part can be refunded");
    }

    /** Of a trade point. */
    public static Table tradePoint() {
        return new Table()
                .exact()
                .optional("active", Scalar.flag(), "Switched on or off")
                .optional("qrPayments", Scalar.flag(), "Whether it takes QR payments")
                .optional("removed", Scalar.flag(), "Whether it is gone");
    }

    /** Of a device. */
    public static Table device() {
        return new Table().exact().optional("active", Scalar.flag(), "Switched on or off");
    }
}
