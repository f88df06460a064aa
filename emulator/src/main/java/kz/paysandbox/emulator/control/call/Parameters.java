package kz.paysandbox.emulator.control.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.settings.Complaint;

/** Reads a call's query; everything wrong is collected, nothing is guessed. One per request. */
public final class Parameters {

    private final Map<String, String> given;
    private final List<Complaint> complaints = new ArrayList<>();

    public Parameters(ControlCall call) {
        this.given = call.call().query();
    }

    /** What is wrong with names that the row does not have; empty where there are none. */
    public static Optional<Complaint> unknown(Collection<String> given, Set<String> known) {
        List<Complaint> unknown = given.stream()
                .filter(name -> !known.contains(name))
                .map(name -> known.isEmpty()
                        ? Complaint.of("this call takes no query parameters")
                        : Complaint.unknown("query parameter", name, known))
                .toList();
        return unknown.isEmpty() ? Optional.empty() : Optional.of(Complaint.all(unknown));
    }

    public long whole(String name, long least, long most, long fallback) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return fallback;
        }
        String text = value.get();
        boolean number = text.matches("\\d{1,18}");
        if (!number || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            complain(Complaint.of(
                    name + " must be a whole number from " + least + (most == Long.MAX_VALUE ? "" : " to " + most)));
            return fallback;
        }
        return Long.parseLong(text);
    }

    /** Empty where it is absent or blank: a form that is sent whole leaves blank what does not matter. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name)).filter(text -> !text.isBlank());
    }

    /** One of the known names. */
    public Optional<String> choice(String name, Collection<String> known) {
        Optional<String> text = text(name);
        text.filter(value -> !known.contains(value))
                .ifPresent(value -> complain(Complaint.unknown(name, value, known)));
        return text;
    }

    public void complain(Complaint complaint) {
        complaints.add(complaint);
    }

    public <T> Outcome<T, Complaint> finish(T read) {
        return complaints.isEmpty() ? Outcome.ok(read) : Outcome.refused(Complaint.all(complaints));
    }
}
