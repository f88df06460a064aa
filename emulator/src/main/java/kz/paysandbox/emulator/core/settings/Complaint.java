package kz.paysandbox.emulator.core.settings;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.data.Excerpt;

/**
 * A complaint about what somebody typed.
 *
 * @param detail says what to do
 * @param suggestion the known name that was most likely meant
 */
public record Complaint(String detail, Optional<String> suggestion) {

    private static final int LONGEST = 64;

    public static Complaint of(String detail) {
        return new Complaint(detail, Optional.empty());
    }

    /** A name that is not among the known ones, which are listed where they are few. */
    public static Complaint unknown(String what, String typed, Collection<String> known) {
        Optional<String> near = Suggestion.of(typed, known);
        String shown = Excerpt.of(typed, LONGEST);
        return new Complaint(
                "unknown " + what + " " + shown
                        + near.map(name -> ", did you mean " + name + "?").orElse("")
                        + (known.isEmpty() || known.size() > 20 ? "" : "; known: " + String.join(", ", known)),
                near);
    }

    /** With one more hint. */
    public Complaint also(String hint) {
        return new Complaint(detail + "; " + hint, suggestion);
    }

    /** All in one sentence, with the first suggestion. */
    public static Complaint all(List<Complaint> complaints) {
        return new Complaint(
                complaints.stream().map(Complaint::detail).distinct().collect(Collectors.joining("; ")),
                complaints.stream()
                        .flatMap(complaint -> complaint.suggestion().stream())
                        .findFirst());
    }
}
