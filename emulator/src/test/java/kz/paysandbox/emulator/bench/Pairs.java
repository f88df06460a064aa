package kz.paysandbox.emulator.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two servers measured in turn, so that what else the machine does meets both alike. */
final class Pairs {

    private static final int PAIRS = 7;

    /** One measurement, in requests a second. */
    interface Measured {
        double rate() throws Exception;
    }

    private Pairs() {}

    /** Prints each pair and the median of their ratios; the first pair, on cold servers, does not count. */
    static void compare(String what, String first, Measured ours, String second, Measured theirs) throws Exception {
        List<Double> ratios = new ArrayList<>();
        System.out.printf("%n%s%n  %-34s %-34s %s%n", what, first, second, "ratio");
        for (int pair = 0; pair <= PAIRS; pair++) {
            boolean oursFirst = pair % 2 == 0;
            double before = oursFirst ? ours.rate() : theirs.rate();
            double after = oursFirst ? theirs.rate() : ours.rate();
            double mine = oursFirst ? before : after;
            double other = oursFirst ? after : before;
            System.out.printf(
                    Locale.ROOT, "  %-34.0f %-34.0f %.2f%s%n", mine, other, mine / other, pair == 0 ? " (cold)" : "");
            if (pair > 0) {
                ratios.add(mine / other);
            }
        }
        List<Double> sorted = ratios.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "  median ratio %.2f (from %.2f to %.2f)%n",
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }
}
