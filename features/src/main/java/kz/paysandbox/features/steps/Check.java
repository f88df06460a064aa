package kz.paysandbox.features.steps;

import java.util.List;
import java.util.Objects;
import kz.paysandbox.features.golden.GoldenMessage;
import kz.paysandbox.features.golden.Notation;
import kz.paysandbox.features.wire.Json;

/** Says what was expected and what was. */
public final class Check {

    private Check() {}

    /** What was expected is what was. */
    public static void same(String what, Object expected, Object actual) {
        that(Objects.equals(expected, actual), what + ": expected " + expected + ", but was " + actual);
    }

    /** Fails with this message where it does not hold. */
    public static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** Holds a message against the one that the document prints. */
    public static void printed(String golden, String seen, Notation notation) {
        List<String> deviations = GoldenMessage.read(golden).deviations(Json.read(seen), notation);
        that(deviations.isEmpty(), String.join("; ", deviations) + " in " + seen);
    }
}
