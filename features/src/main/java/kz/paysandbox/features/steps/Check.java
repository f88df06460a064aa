package kz.paysandbox.features.steps;

import java.util.Objects;

/** Says what was expected and what was. */
public final class Check {

    private Check() {}

    public static void same(String what, Object expected, Object actual) {
        that(Objects.equals(expected, actual), what + ": expected " + expected + ", but was " + actual);
    }

    public static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
