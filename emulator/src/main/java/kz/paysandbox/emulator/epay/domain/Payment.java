package kz.paysandbox.emulator.epay.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.domain.cards.CardSummary;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;

/**
 * A transaction: facts only. What it is now follows from them and the instant asked about.
 *
 * @param movements of granted money
 */
public record Payment(Terms terms, Optional<Challenge> challenge, Optional<Verdict> verdict, MoneyMovements movements) {

    /**
     * What never changes, the card's id apart.
     *
     * @param number in the world's sequence; ids that are derived follow from it
     * @param cardId of the saved card that it used or made; empty for none
     * @param holdLife how long blocked money waits for a charge
     */
    public record Terms(
            long number, String id, Order order, CardSummary card, String cardId, Instant created, Duration holdLife) {}

    /** Bytes of the objects beside the order's, with its entries in indexes. */
    private static final long OBJECTS = 700;

    /** What it takes of the heap, about. */
    long bytes() {
        return OBJECTS + order().bytes() + movements.bytes();
    }

    static Payment created(Terms terms) {
        return new Payment(terms, Optional.empty(), Optional.empty(), MoneyMovements.NOTHING);
    }

    public long number() {
        return terms.number();
    }

    public String id() {
        return terms.id();
    }

    public Order order() {
        return terms.order();
    }

    public CardSummary card() {
        return terms.card();
    }

    public String cardId() {
        return terms.cardId();
    }

    public Instant created() {
        return terms.created();
    }

    /** Its status at {@code now}. */
    public PaymentStatus at(Instant now) {
        if (verdict.isEmpty()) {
            return challenge
                    .map(asked -> now.isBefore(asked.deadline()) ? PaymentStatus.THREE_D : PaymentStatus.FAILED)
                    .orElse(PaymentStatus.NEW);
        }
        return switch (verdict.get().kind()) {
            case REJECTED -> PaymentStatus.REJECT;
            case FAILED -> PaymentStatus.FAILED;
            case GRANTED -> granted(now);
        };
    }

    private PaymentStatus granted(Instant now) {
        if (order().isVerification()) {
            return PaymentStatus.VERIFIED;
        }
        if (movements.canceled().isPresent()) {
            return movements.canceled().get().byTime() ? PaymentStatus.CANCEL_OLD : PaymentStatus.CANCEL;
        }
        if (movements.charged().isEmpty()) {
            return now.isBefore(holdEnds()) ? PaymentStatus.AUTH : PaymentStatus.CANCEL_OLD;
        }
        return left().isPositive() ? PaymentStatus.CHARGE : PaymentStatus.REFUND;
    }

    /** When the present wait ends if nobody acts; the far future where nothing waits. */
    public Instant deadline() {
        if (verdict.isEmpty()) {
            return challenge.map(Challenge::deadline).orElse(Instant.MAX);
        }
        boolean waits = verdict.get().kind() == Verdict.Kind.GRANTED
                && !order().isVerification()
                && movements.charged().isEmpty()
                && movements.canceled().isEmpty();
        return waits ? holdEnds() : Instant.MAX;
    }

    /** Why it was not granted, by {@code now}. */
    public Optional<Reason> refusal(Instant now) {
        return verdict.isEmpty() && at(now) == PaymentStatus.FAILED
                ? Optional.of(Reason.THREE_DS_TIMEOUT)
                : verdict.flatMap(Verdict::reason);
    }

    /** What was taken, whatever of it has gone back. */
    public Money paid() {
        return movements.charged().map(MoneyMovements.Charge::amount).orElse(Money.ZERO);
    }

    /** What was taken and has not gone back. */
    public Money left() {
        return paid().minus(movements.refunded());
    }

    /** The issuer asks the customer. */
    Outcome<Payment, Refusal> challenged(Challenge asked) {
        return Outcome.ok(with(Optional.of(asked), verdict, movements));
    }

    /** A code was typed on the issuer's page, which takes a bounded number of wrong ones. */
    Outcome<Payment, Refusal> codeTyped(boolean right, Instant now) {
        return from(PaymentStatus.THREE_D, now).flatMap(open -> {
            if (challenge.filter(Challenge::isSpent).isPresent()) {
                return Refusal.refuse(Reason.THREE_DS_FAILED);
            }
            return Outcome.ok(right ? this : with(challenge.map(Challenge::wrong), verdict, movements));
        });
    }

    /** The customer leaves the issuer's page for good. */
    Outcome<Payment, Refusal> givenUp(Instant now) {
        return from(PaymentStatus.THREE_D, now).flatMap(open -> lapse(now));
    }

    /** Decided; granted money is taken at once by a one-step terminal. */
    Outcome<Payment, Refusal> decided(Verdict how) {
        PaymentStatus present = at(how.at());
        if (present != PaymentStatus.NEW && present != PaymentStatus.THREE_D) {
            return wrongState(how.at());
        }
        boolean taken = how.kind() == Verdict.Kind.GRANTED && order().shop().steps() == 1 && !order().isVerification();
        MoneyMovements next = taken ? movements.charging(order().amount(), how.at()) : movements;
        return Outcome.ok(with(challenge, Optional.of(how), next));
    }

    /** The merchant takes blocked money (charge page: status must be AUTH). */
    public Outcome<Payment, Refusal> charge(Money amount, Instant now) {
        return from(PaymentStatus.AUTH, now).flatMap(held -> {
            if (!amount.isPositive() || amount.isMoreThan(order().amount())) {
                return Refusal.refuse(Reason.CHARGE_AMOUNT, "amount must be above 0 and at most " + order().amount());
            }
            return Outcome.ok(with(challenge, verdict, movements.charging(amount, now)));
        });
    }

    /** The merchant lifts the block (cancel page: only AUTH). */
    public Outcome<Payment, Refusal> cancel(Instant now) {
        return from(PaymentStatus.AUTH, now).map(held -> with(challenge, verdict, movements.canceling(now, false)));
    }

    /** Money goes back (refund page: only CHARGE). */
    Outcome<Payment, Refusal> refund(Refund refund) {
        return from(PaymentStatus.CHARGE, refund.at())
                .flatMap(
                        paid -> refund.amount().isPositive() && !refund.amount().isMoreThan(left())
                                ? Outcome.ok(with(challenge, verdict, movements.refunding(refund)))
                                : Refusal.refuse(Reason.REFUND_AMOUNT, "amount must be above 0 and at most " + left()));
    }

    /** Time is up, whatever the clock says. */
    Outcome<Payment, Refusal> lapse(Instant now) {
        return switch (at(now)) {
            case THREE_D ->
                Outcome.ok(with(challenge, Optional.of(Verdict.failed(Reason.THREE_DS_TIMEOUT, now)), movements));
            case AUTH -> Outcome.ok(with(challenge, verdict, movements.canceling(now, true)));
            case NEW, CHARGE, CANCEL, CANCEL_OLD, REFUND, REJECT, FAILED, FINGERPRINT, VERIFIED -> wrongState(now);
        };
    }

    /** The same with what time has done by {@code until} as a fact, for a clock that is about to go back. */
    Payment settledBy(Instant until) {
        Instant end = deadline();
        if (until.isBefore(end)) {
            return this;
        }
        return verdict.isEmpty()
                ? with(challenge, Optional.of(Verdict.failed(Reason.THREE_DS_TIMEOUT, end)), movements)
                : with(challenge, verdict, movements.canceling(end, true));
    }

    Payment withCard(String savedCardId) {
        Terms kept = new Terms(number(), id(), order(), card(), savedCardId, created(), terms.holdLife());
        return new Payment(kept, challenge, verdict, movements);
    }

    private Instant holdEnds() {
        return verdict.map(Verdict::at).orElse(created()).plus(terms.holdLife());
    }

    private Outcome<Payment, Refusal> from(PaymentStatus expected, Instant now) {
        return at(now) == expected ? Outcome.ok(this) : wrongState(now);
    }

    private Outcome<Payment, Refusal> wrongState(Instant now) {
        return Refusal.refuse(Reason.WRONG_STATE, "the transaction's status is " + at(now).wire());
    }

    private Payment with(Optional<Challenge> asked, Optional<Verdict> decided, MoneyMovements done) {
        return new Payment(terms, asked, decided, done);
    }
}
