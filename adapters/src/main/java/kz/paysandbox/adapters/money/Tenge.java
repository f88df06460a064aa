package kz.paysandbox.adapters.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of tenge (KZT) with two decimals (tiyn). Never a binary double: amounts come from text or whole numbers.
 *
 * @param amount the amount, not negative, scale 2
 */
public record Tenge(BigDecimal amount) implements Comparable<Tenge> {
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000");

    /** Nothing. */
    public static final Tenge ZERO = Tenge.of(0);

    /** Checks the bounds and brings the scale to 2; more than two decimals are refused, not rounded. */
    public Tenge {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("amount is negative: " + amount.toString());
        }
        if (amount.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("amount is above " + LARGEST + " tenge");
        }
        if (amount.scale() > 2) {
            // not setScale alone: for 1E-999999999 it would calculate for hours
            amount = amount.stripTrailingZeros();
        }
        if (amount.scale() > 2) {
            throw new IllegalArgumentException("amount has more than two decimals: " + amount);
        }
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** Whole tenge. */
    public static Tenge of(long tenge) {
        return new Tenge(BigDecimal.valueOf(tenge));
    }

    /** An exact amount of tenge. */
    public static Tenge of(BigDecimal tenge) {
        return new Tenge(tenge);
    }

    /** Reads {@code "200"}, {@code "200.00"}; units are tenge, the separator is a point. */
    public static Tenge parse(String tenge) {
        if (tenge.length() > 32) {
            throw new IllegalArgumentException("not an amount of tenge: " + tenge.length() + " characters");
        }
        try {
            return new Tenge(new BigDecimal(tenge));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not an amount of tenge: '" + tenge + "'", e);
        }
    }

    /** From tiyn, a hundredth of a tenge. */
    public static Tenge ofTiyn(long tiyn) {
        return new Tenge(BigDecimal.valueOf(tiyn, 2));
    }

    /** In tiyn, a hundredth of a tenge. */
    public long tiyn() {
        return amount.movePointRight(2).longValueExact();
    }

    /** The sum of both. */
    public Tenge plus(Tenge other) {
        return new Tenge(amount.add(other.amount));
    }

    /** The difference; refused when it would be negative. */
    public Tenge minus(Tenge other) {
        return new Tenge(amount.subtract(other.amount));
    }

    /** Whether this is more than nothing. */
    public boolean positive() {
        return amount.signum() > 0;
    }

    @Override
    public int compareTo(Tenge other) {
        return amount.compareTo(other.amount);
    }

    /** As the banks write it: {@code 200.00}. */
    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
