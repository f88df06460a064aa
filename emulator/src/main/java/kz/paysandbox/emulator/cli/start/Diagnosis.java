package kz.paysandbox.emulator.cli.start;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.function.UnaryOperator;
import kz.paysandbox.emulator.language.Language;

/**
 * One thing that was looked at.
 *
 * @param advice what to do; empty where all is well
 */
record Diagnosis(Verdict verdict, String subject, String found, String advice) {

    /** How it was found. */
    enum Verdict {
        @JsonProperty("ok")
        FINE("ok  "),
        @JsonProperty("warning")
        WARNING("warn"),
        @JsonProperty("failed")
        BROKEN("FAIL");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }
    }

    static Diagnosis fine(String subject, String found) {
        return new Diagnosis(Verdict.FINE, subject, found, "");
    }

    static Diagnosis warning(String subject, String found, String advice) {
        return new Diagnosis(Verdict.WARNING, subject, found, advice);
    }

    static Diagnosis broken(String subject, String found, String advice) {
        return new Diagnosis(Verdict.BROKEN, subject, found, advice);
    }

    /**
     * For people.
     *
     * @param judged gives a word that judges its colour
     */
    String line(UnaryOperator<String> judged, Language language) {
        String first = judged.apply(verdict.label) + "  " + language.text(subject) + ": " + language.text(found);
        return advice.isEmpty() ? first : first + System.lineSeparator() + "      " + language.text(advice);
    }
}
