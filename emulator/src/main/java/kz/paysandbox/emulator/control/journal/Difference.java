package kz.paysandbox.emulator.control.journal;

import java.util.Optional;
import kz.paysandbox.emulator.core.data.Excerpt;
import kz.paysandbox.emulator.core.secrets.Redaction;

/**
 * One thing in which an exchange is not the one that is asked for.
 *
 * @param where {@code endpoint}, {@code http}, {@code header}, {@code body} or {@code answer}
 * @param name of the field; empty where there is only one
 * @param found empty where the exchange has no such field
 */
record Difference(String where, String name, String wanted, Optional<String> found) {

    static final String ENDPOINT = "endpoint";

    private static final int LONGEST = 100;

    /** In words, with stand-ins for what is secret. */
    String inWords(Redaction names) {
        String field = name.isEmpty() ? where : where + " " + name;
        return found.map(present -> field + " is " + shown(names, present) + ", not " + shown(names, wanted))
                .orElseGet(() -> where + " has no " + name + "; wanted is " + shown(names, wanted));
    }

    private String shown(Redaction names, String value) {
        String shown = names.field(name, value);
        return "'" + Excerpt.of(shown, LONGEST) + "'";
    }
}
