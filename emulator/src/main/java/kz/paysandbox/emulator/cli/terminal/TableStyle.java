package kz.paysandbox.emulator.cli.terminal;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How wide a table may be, and in which colours.
 *
 * @param width in columns; empty where nothing is cut
 */
record TableStyle(OptionalInt width, boolean colored) {

    /** No colours, nothing cut. */
    static final TableStyle PLAIN = new TableStyle(OptionalInt.empty(), false);

    private static final String BOLD = "1";
    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";

    private static final Set<String> JUDGED = Set.of("status", "severity", "state", "ok");
    private static final Set<String> BAD = Set.of("error", "failed", "fail", "reject", "false", "exhausted");
    private static final Set<String> DOUBTFUL = Set.of("warning", "warn", "waiting");
    private static final Set<String> GOOD = Set.of("processed", "charge", "auth", "delivered", "acknowledged", "ok");

    String head(String text) {
        return painted(BOLD, text);
    }

    /** A cell's text, coloured where its column judges and the text is good or bad. */
    String cell(String column, String text) {
        return JUDGED.contains(column) ? judged(text) : text;
    }

    /** A word that judges, as "error"; an HTTP status too. */
    String judged(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (BAD.contains(word) || word.matches("5\\d\\d")) {
            return painted(RED, text);
        }
        if (DOUBTFUL.contains(word) || word.matches("4\\d\\d")) {
            return painted(YELLOW, text);
        }
        return GOOD.contains(word) ? painted(GREEN, text) : text;
    }

    private String painted(String color, String text) {
        return colored ? "\033[" + color + "m" + text + "\033[0m" : text;
    }
}
