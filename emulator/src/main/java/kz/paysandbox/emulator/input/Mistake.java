package kz.paysandbox.emulator.input;

import java.util.Optional;
import kz.paysandbox.emulator.core.settings.Complaint;

/**
 * Something wrong in what a person typed.
 *
 * @param message what is wrong, and what was perhaps meant
 * @param suggestion the known name that was most likely meant
 */
public record Mistake(Place place, String message, Optional<String> suggestion) {

    /** At a place of a text, from 1. */
    public static Mistake at(int line, int column, String message) {
        return new Mistake(new Place.InText(line, column), message, Optional.empty());
    }

    public Complaint complaint() {
        return new Complaint(toString(), suggestion);
    }

    @Override
    public String toString() {
        return place.sentence(message);
    }
}
