package kz.paysandbox.emulator.store;

import kz.paysandbox.emulator.core.data.Bytes;

/** One change of the database. */
public sealed interface Write {

    /** A world begins, or its description changes. */
    record WorldBegins(long world, int format, Bytes sealed) implements Write {}

    /** A world ends, with all its batches. */
    record WorldEnds(long world) implements Write {}

    /**
     * Values of a world that have changed together.
     *
     * @param ordinal rises with each batch of the database
     * @param format of the values, of {@link StateFormat}
     * @param sealed the values, sealed for this place
     */
    record Batch(long ordinal, long world, int format, Bytes sealed) implements Write {}

    /** All that is in a world's batches before this one is in later ones too. */
    record Superseded(long world, long before) implements Write {}
}
