package kz.paysandbox.emulator.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An exact amount of tenge, kept as whole tiyn (1 tenge = 100 tiyn); never a binary double.
 *
 * @param tiyn any {@code long}; the banks' rules about signs and limits are the domain's
 */
public record Money(long tiyn) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE, 2);
    private static final int LONGEST = 40;

    /** Tenge as a whole number. */
    public static Money tenge(long tenge) {
        return new Money(Math.multiplyExact(tenge, 100L));
    }

    /**
     * The exact amount, or nothing where {@code tenge} has more than two significant decimals or does not fit. Scale is
     * looked at first, so that {@code 1e400000000} costs nothing.
     */
    public static Optional<Money> exactly(BigDecimal tenge) {
        if (tenge.signum() == 0) {
            return Optional.of(ZERO);
        }
        if (tenge.precision() > LONGEST || Math.abs((long) tenge.scale()) > LONGEST) {
            return Optional.empty();
        }
        if (tenge.abs().compareTo(MOST) > 0 || tenge.stripTrailingZeros().scale() > 2) {
            return Optional.empty();
        }
        return Optional.of(new Money(
                tenge.setScale(2, RoundingMode.UNNECESSARY).unscaledValue().longValueExact()));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(tiyn, other.tiyn));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(tiyn, other.tiyn));
    }

    public boolean isPositive() {
        return tiyn > 0;
    }

    public boolean isMoreThan(Money other) {
        return tiyn > other.tiyn;
    }

    /** Tenge with exactly two decimals. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(tiyn, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(tiyn, other.tiyn);
    }

    @Override
    public String toString() {
        return toDecimal().toPlainString();
    }
}
