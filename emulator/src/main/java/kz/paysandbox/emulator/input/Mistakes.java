package kz.paysandbox.emulator.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.settings.Complaint;

/** The mistakes found in what was typed; bounded, since nobody reads the hundredth. One per reading. */
public final class Mistakes {

    private static final int MOST = 20;

    private final List<Mistake> found = new ArrayList<>();

    public void at(Place place, String message) {
        at(place, Complaint.of(message));
    }

    public void at(Place place, String message, Optional<String> suggestion) {
        at(place, new Complaint(message, suggestion));
    }

    public void at(Place place, Complaint complaint) {
        add(new Mistake(place, complaint));
    }

    public void add(Mistake mistake) {
        if (found.size() < MOST) {
            found.add(mistake);
        }
    }

    public int count() {
        return found.size();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Mistake> all() {
        return List.copyOf(found);
    }

    /** What was read, or all that is wrong in one sentence. */
    public <T> Outcome<T, Complaint> finish(T read) {
        return isEmpty() ? Outcome.ok(read) : Outcome.refused(complaint());
    }

    /** All that is wrong in one sentence. */
    public Complaint complaint() {
        return Complaint.all(found.stream().map(Mistake::placed).toList());
    }
}
