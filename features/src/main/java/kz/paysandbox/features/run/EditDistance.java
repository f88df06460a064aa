package kz.paysandbox.features.run;

/** How far two texts are from each other. */
final class EditDistance {

    private EditDistance() {}

    /** The number of letters that are changed, added or left out (Levenshtein). */
    static int distance(String one, String two) {
        int[] before = new int[two.length() + 1];
        for (int column = 0; column <= two.length(); column++) {
            before[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] now = new int[two.length() + 1];
            now[0] = row;
            for (int column = 1; column <= two.length(); column++) {
                int changed = before[column - 1] + (one.charAt(row - 1) == two.charAt(column - 1) ? 0 : 1);
                now[column] = Math.min(changed, Math.min(before[column], now[column - 1]) + 1);
            }
            before = now;
        }
        return before[two.length()];
    }
}
