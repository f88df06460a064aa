package kz.paysandbox.emulator.core.fields;

import java.util.List;

/** Why a request could not be read; fields are named, values never. */
public record Malformed(List<Problem> problems) {

    /** What is wrong with one field. */
    public record Problem(Kind kind, String field) {}

    /** In what way a field is wrong. */
    public enum Kind {
        MISSING,
        NOT_A_STRING,
        NOT_A_NUMBER,
        NOT_WHOLE,
        TOO_LONG,
        NOT_ALLOWED
    }

    public Malformed {
        problems = List.copyOf(problems);
    }
}
