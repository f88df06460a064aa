package kz.paysandbox.emulator.store;

/** One change of the database. */
sealed interface Write {

    /** A world begins, or its description changes. */
    record WorldBegins(long id, String name, int format, byte[] sealed) implements Write {}

    /** A world ends, with all its values. */
    record WorldEnds(long id) implements Write {}

    /** A value is there, as new or in place of an earlier one. */
    record Put(long world, KeptRow row) implements Write {}

    /** A value is no more. */
    record Removed(long world, String table, String key) implements Write {}
}
