package kz.paysandbox.emulator.kaspi.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;

/**
 * A purchase (покупка): facts only. What it is now follows from them and the instant asked about.
 *
 * @param customer phone of who scanned it or was invoiced; empty before
 * @param returns what went back to the customer
 */
public record Payment(
        PaymentTerms terms, String customer, Optional<Instant> scanned, Optional<Ending> ending, Returns returns) {

    /** A status and since when. */
    public record Step(PaymentStatus status, Instant at) {}

    /** Bytes of the objects of a payment, with its entries in indexes. */
    private static final long OBJECTS = 450;

    private static final long RETURN_BYTES = 150;

    /** What it takes of the heap, about. */
    long bytes() {
        return OBJECTS
                + 2L * terms.externalId().length()
                + RETURN_BYTES * returns.latest().size();
    }

    public static Payment created(PaymentTerms terms, String customer) {
        return new Payment(terms, customer, Optional.empty(), Optional.empty(), Returns.NONE);
    }

    public long id() {
        return terms.id();
    }

    /** Its status at {@code now}: every wait ends at its deadline, which itself is too late. */
    public PaymentStatus at(Instant now) {
        if (ending.isPresent()) {
            return ending.get().status();
        }
        return now.isBefore(deadline()) ? waiting() : PaymentStatus.ERROR;
    }

    /** When the present wait ends if nobody acts. */
    public Instant deadline() {
        return scanned.map(at -> at.plus(terms.confirmWithin())).orElse(terms.expires());
    }

    /** The customer scans the QR code or follows the link. */
    public Outcome<Payment, Refusal> scan(Instant now, String phone) {
        return from(PaymentStatus.QR_TOKEN_CREATED, now)
                .map(open -> new Payment(terms, phone, Optional.of(now), ending, returns));
    }

    /** Scanning goes wrong. */
    public Outcome<Payment, Refusal> failScan(Instant now) {
        return from(PaymentStatus.QR_TOKEN_CREATED, now).map(open -> ended(Ending.Kind.SCAN_FAILED, now));
    }

    /** The customer confirms, or pays a remote invoice. */
    public Outcome<Payment, Refusal> confirm(Instant now) {
        return from(undecided(), now).map(open -> ended(Ending.Kind.PAID, now));
    }

    /** The customer declines, or rejects a remote invoice; money that was held comes back. */
    public Outcome<Payment, Refusal> decline(Instant now) {
        return from(undecided(), now).map(open -> ended(Ending.Kind.DECLINED, now));
    }

    /** The merchant cancels a remote invoice. */
    public Outcome<Payment, Refusal> cancel(Instant now) {
        return from(PaymentStatus.REMOTE_PAYMENT_CREATED, now).map(open -> ended(Ending.Kind.CANCELED, now));
    }

    /** Time is up, whatever the clock says. */
    public Outcome<Payment, Refusal> lapse(Instant now) {
        return at(now).isFinal() ? wrongState(now) : Outcome.ok(ended(Ending.Kind.LAPSED, now));
    }

    /** The same with what time has done by {@code until} as a fact, for a clock that is about to go back. */
    public Payment settled(Instant until) {
        return ending.isEmpty() && !until.isBefore(deadline()) ? ended(Ending.Kind.LAPSED, deadline()) : this;
    }

    /**
     * Money goes back to the customer; checked in this order: status, amount, what is left, partial returns.
     *
     * @param partial whether anything may be left after it that can still be returned
     */
    public Outcome<Payment, Refusal> giveBack(Return entry, boolean partial) {
        if (at(entry.at()) != PaymentStatus.PROCESSED) {
            return Refusal.refuse(Reason.STATUS_UNFIT);
        }
        if (!entry.amount().isPositive()) {
            return Refusal.refuse(Reason.WRONG_AMOUNT_RETURNED);
        }
        if (entry.amount().isMoreThan(available(entry.at()))) {
            return Refusal.refuse(Reason.RETURN_ABOVE_PURCHASE);
        }
        if (!partial && !entry.amount().equals(available(entry.at()))) {
            return Refusal.refuse(Reason.PARTIAL_FORBIDDEN);
        }
        return Outcome.ok(new Payment(terms, customer, scanned, ending, returns.plus(entry)));
    }

    /** What reached the merchant, whatever of it has gone back. */
    public Money paid(Instant now) {
        return at(now) == PaymentStatus.PROCESSED ? terms.amount() : Money.ZERO;
    }

    /** What can still be returned: the paid amount less all returns; nothing where nothing was paid. */
    public Money available(Instant now) {
        return paid(now).minus(returns.total());
    }

    /** When it came to its present status. */
    public Instant since(Instant now) {
        List<Step> steps = history(now);
        return steps.get(steps.size() - 1).at();
    }

    /** All statuses it has had by {@code now}, oldest first. */
    public List<Step> history(Instant now) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(first(), terms.created()));
        scanned.ifPresent(at -> steps.add(new Step(PaymentStatus.WAIT, at)));
        if (ending.isPresent()) {
            steps.add(new Step(ending.get().status(), ending.get().at()));
        } else if (at(now).isFinal()) {
            steps.add(new Step(PaymentStatus.ERROR, deadline()));
        }
        return List.copyOf(steps);
    }

    private PaymentStatus first() {
        return terms.kind() == PaymentKind.REMOTE
                ? PaymentStatus.REMOTE_PAYMENT_CREATED
                : PaymentStatus.QR_TOKEN_CREATED;
    }

    private PaymentStatus waiting() {
        return scanned.isPresent() ? PaymentStatus.WAIT : first();
    }

    private PaymentStatus undecided() {
        return terms.kind() == PaymentKind.REMOTE ? PaymentStatus.REMOTE_PAYMENT_CREATED : PaymentStatus.WAIT;
    }

    private Outcome<Payment, Refusal> from(PaymentStatus expected, Instant now) {
        return at(now) == expected ? Outcome.ok(this) : wrongState(now);
    }

    private Outcome<Payment, Refusal> wrongState(Instant now) {
        String status = at(now).wire();
        return Refusal.refuse(Reason.WRONG_STATE, "покупка в статусе " + status, "the payment is " + status);
    }

    private Payment ended(Ending.Kind kind, Instant at) {
        return new Payment(terms, customer, scanned, Optional.of(new Ending(kind, at)), returns);
    }
}
