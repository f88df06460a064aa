package kz.paysandbox.emulator.kaspi.domain;

import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.emulator.core.Money;

/**
 * The returns of one payment: the exact total of all, and the latest entries.
 *
 * @param latest at most {@value #KEPT}, oldest first
 */
public record Returns(Money total, int count, List<Return> latest) {

    static final int KEPT = 100;

    public static final Returns NONE = new Returns(Money.ZERO, 0, List.of());

    public Returns {
        latest = List.copyOf(latest);
    }

    public Returns plus(Return entry) {
        List<Return> entries = new ArrayList<>(latest);
        entries.add(entry);
        List<Return> kept = entries.subList(Math.max(0, entries.size() - KEPT), entries.size());
        return new Returns(total.plus(entry.amount()), count + 1, kept);
    }
}
