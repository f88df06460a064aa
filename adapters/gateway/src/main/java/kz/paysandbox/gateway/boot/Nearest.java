package kz.paysandbox.gateway.boot;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The name that was probably meant. */
final class Nearest {
    private static final int FURTHEST = 4;

    private Nearest() {}

    /** The known name with the fewest letters to change, if they are few. */
    static Optional<String> of(String name, Stream<String> known) {
        record Candidate(String name, int distance) {}
        return known.map(one -> new Candidate(one, distance(name, one)))
                .filter(candidate -> candidate.distance() <= FURTHEST)
                .min(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::name);
    }

    /** Levenshtein's distance. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
