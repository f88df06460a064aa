package kz.paysandbox.emulator.input;

import kz.paysandbox.emulator.core.settings.Complaint;

/**
 * Something wrong in what a person typed.
 *
 * @param complaint what is wrong, and what was perhaps meant
 */
public record Mistake(Place place, Complaint complaint) {

    /** At a place of a text, from 1. */
    public static Mistake at(int line, int column, String message) {
        return new Mistake(new Place.InText(line, column), Complaint.of(message));
    }

    /** What is wrong, without the place. */
    public String message() {
        return complaint.detail();
    }

    /** What is wrong, with the place. */
    Complaint placed() {
        return new Complaint(toString(), complaint.suggestion());
    }

    @Override
    public String toString() {
        return place.sentence(message());
    }
}
