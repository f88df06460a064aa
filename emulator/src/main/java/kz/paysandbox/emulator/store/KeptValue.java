package kz.paysandbox.emulator.store;

import java.util.Optional;
import kz.paysandbox.emulator.core.data.Bytes;

/**
 * A value in a batch.
 *
 * @param table name of its table of the world's state
 * @param key in clear, or a digest where keys are secrets
 * @param text as JSON; empty where the value is no more
 */
record KeptValue(String table, String key, Optional<Bytes> text) {

    /** What it takes in the batch, about. */
    long bytes() {
        return (long) table.length() + key.length() + text.map(Bytes::size).orElse(0);
    }
}
