package kz.paysandbox.emulator.core.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name that a mistyped one is nearest to. */
public final class Suggestion {

    private Suggestion() {}

    /** What is longer was not typed, and would take long to compare. */
    private static final int LONGEST = 200;

    /** The nearest of {@code known}, where it is near enough to have been meant; letters count the same in either case. */
    public static Optional<String> of(String typed, Collection<String> known) {
        if (typed.isBlank() || typed.length() > LONGEST) {
            return Optional.empty();
        }
        int furthest = Math.max(2, typed.length() / 3);
        return known.stream()
                .filter(name -> distance(typed, name) <= furthest)
                .min(Comparator.comparingInt((String name) -> distance(typed, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Insertions, deletions and replacements that lead from one to the other. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = diagonal + (isSame(from.charAt(line - 1), to.charAt(column - 1)) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }

    private static boolean isSame(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
