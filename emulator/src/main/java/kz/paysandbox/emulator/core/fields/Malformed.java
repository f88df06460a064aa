package kz.paysandbox.emulator.core.fields;

import java.util.List;

/** Why a request could not be read: one sentence a problem, naming the field, never its value. */
public record Malformed(List<String> problems) {

    public Malformed {
        problems = List.copyOf(problems);
    }

    public static Malformed of(String problem) {
        return new Malformed(List.of(problem));
    }

    public String sentence() {
        return String.join("; ", problems);
    }
}
