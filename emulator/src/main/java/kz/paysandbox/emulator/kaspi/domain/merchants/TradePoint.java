package kz.paysandbox.emulator.kaspi.domain.merchants;

/**
 * A trade point (торговая точка) of an organisation.
 *
 * @param active false once it is switched off
 * @param qrPayments whether it takes QR payments
 * @param removed whether it was there once and is no more
 */
public record TradePoint(long id, String bin, String name, boolean active, boolean qrPayments, boolean removed) {

    private static final long OBJECTS = 180;

    /** What it takes of the heap, about. */
    long bytes() {
        return OBJECTS + 2L * name.length();
    }

    public static TradePoint open(long id, String bin, String name) {
        return new TradePoint(id, bin, name, true, true, false);
    }
}
