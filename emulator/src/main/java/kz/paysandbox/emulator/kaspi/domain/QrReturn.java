package kz.paysandbox.emulator.kaspi.domain;

import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;

/**
 * A return QR code of r2 (3.4.1), which the customer scans to show who they are.
 *
 * @param scan by the customer; empty before
 * @param lapsed whether its time was up before the clock went back
 * @param served what it is since money went back by it; empty before
 */
public record QrReturn(Terms terms, Optional<Scan> scan, boolean lapsed, Optional<ReturnStatus> served) {

    /** What never changes. */
    public record Terms(long id, Device device, String externalId, Instant created, Instant expires) {}

    /**
     * That it was scanned.
     *
     * @param phone of who scanned it
     */
    public record Scan(String phone, Instant at) {}

    public static QrReturn created(long id, Device device, String externalId, Instant created, Instant expires) {
        return new QrReturn(
                new Terms(id, device, externalId, created, expires), Optional.empty(), false, Optional.empty());
    }

    private static final long OBJECTS = 380;

    /** What it takes of the heap, about. */
    long bytes() {
        return OBJECTS + 2L * terms.externalId().length();
    }

    public long id() {
        return terms.id();
    }

    public Instant expires() {
        return terms.expires();
    }

    /** The phone of who scanned it; empty before. */
    public String customer() {
        return scan.map(Scan::phone).orElse("");
    }

    /** Its status at {@code now}: once scanned it stays so until money goes back by it. */
    public ReturnStatus at(Instant now) {
        if (served.isPresent()) {
            return served.get();
        }
        if (scan.isPresent()) {
            return ReturnStatus.CUSTOMER_IDENTITY_OBTAINED;
        }
        return lapsed || !now.isBefore(terms.expires()) ? ReturnStatus.ERROR : ReturnStatus.QR_TOKEN_CREATED;
    }

    public Outcome<QrReturn, Refusal> scan(Instant now, String phone) {
        if (at(now) != ReturnStatus.QR_TOKEN_CREATED) {
            return Refusal.refuse(Reason.WRONG_STATE, "the return QR is " + at(now).wire());
        }
        return Outcome.ok(new QrReturn(terms, Optional.of(new Scan(phone, now)), false, served));
    }

    /** The same after a return by it. */
    public QrReturn served(ReturnStatus after) {
        return new QrReturn(terms, scan, lapsed, Optional.of(after));
    }

    /** The same with what time has done by {@code until} as a fact. */
    public QrReturn settled(Instant until) {
        return at(until) == ReturnStatus.ERROR ? new QrReturn(terms, scan, true, served) : this;
    }
}
