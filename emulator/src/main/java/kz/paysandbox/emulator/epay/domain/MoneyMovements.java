package kz.paysandbox.emulator.epay.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Money;

/**
 * The charge, cancellation and refunds of granted money by the merchant.
 *
 * @param charged how much of it was taken, and when
 * @param canceled when the block was lifted
 * @param refunds oldest first
 */
public record MoneyMovements(Optional<Charge> charged, Optional<Cancel> canceled, List<Refund> refunds) {

    /** Money taken. */
    public record Charge(Money amount, Instant at) {}

    /**
     * A block lifted.
     *
     * @param byTime whether nobody charged it in time
     */
    public record Cancel(Instant at, boolean byTime) {}

    static final MoneyMovements NOTHING = new MoneyMovements(Optional.empty(), Optional.empty(), List.of());

    public MoneyMovements {
        refunds = List.copyOf(refunds);
    }

    private static final long REFUND_BYTES = 180;

    /** What the refunds take of the heap, about. */
    long bytes() {
        return refunds.stream()
                .mapToLong(refund -> REFUND_BYTES + 2L * refund.externalId().length())
                .sum();
    }

    /** How much went back so far. */
    public Money refunded() {
        return refunds.stream().map(Refund::amount).reduce(Money.ZERO, Money::plus);
    }

    MoneyMovements charging(Money amount, Instant at) {
        return new MoneyMovements(Optional.of(new Charge(amount, at)), canceled, refunds);
    }

    MoneyMovements canceling(Instant at, boolean byTime) {
        return new MoneyMovements(charged, Optional.of(new Cancel(at, byTime)), refunds);
    }

    MoneyMovements refunding(Refund refund) {
        return new MoneyMovements(
                charged,
                canceled,
                Stream.concat(refunds.stream(), Stream.of(refund)).toList());
    }
}
