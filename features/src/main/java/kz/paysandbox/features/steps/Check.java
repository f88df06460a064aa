package kz.paysandbox.features.steps;

import java.util.Objects;

/** Says what was expected and what was. */
final class Check {

    private Check() {}

    static void same(String what, Object expected, Object actual) {
        that(Objects.equals(expected, actual), what + ": expected " + expected + ", but was " + actual);
    }

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
