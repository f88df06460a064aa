package kz.paysandbox.emulator.store;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.state.PartState;
import kz.paysandbox.emulator.core.state.StateTable;

/** Brings the values of a world back: the latest of each key, in the order in which the keys came first. */
final class Restorer {

    private final String world;
    private final Map<String, Entry<?>> tables = new LinkedHashMap<>();

    Restorer(String world, PartState state, StateJson json) {
        this.world = world;
        state.tables()
                .forEach(table -> tables.put(
                        table.name(),
                        new Entry<>(table, json.reader(table.type(), state.references()), new HashMap<>())));
    }

    /** Notes what a key's value is from here on; returns how soon its table is kept. */
    StateTable.Urgency note(KeptValue value) {
        Entry<?> table = tables.get(value.table());
        if (table == null) {
            throw new StoreException("the world " + world + " has " + value.table()
                    + ", which this release does not know: use the release that wrote it, or start with --fresh");
        }
        table.note(value);
        return table.table().urgency();
    }

    /** All is noted: the values come back. */
    void restore() {
        tables.values().forEach(table -> table.restore(world));
    }

    /** The keys that are in the database, of a table. */
    Set<String> keys(String table) {
        Entry<?> entry = tables.get(table);
        return entry == null ? Set.of() : entry.values().keySet();
    }

    private record Entry<V>(StateTable<V> table, ObjectReader reader, Map<String, Bytes> values) {

        private Entry {
            values = new LinkedHashMap<>(values);
        }

        void note(KeptValue value) {
            value.text().ifPresentOrElse(text -> values.put(value.key(), text), () -> values.remove(value.key()));
        }

        void restore(String world) {
            values.forEach((key, text) -> {
                try {
                    V value = table.type().cast(reader.readValue(text.array()));
                    if (value == null) {
                        throw new IOException("it is null");
                    }
                    table.source().restore(key, value);
                } catch (IOException | RuntimeException malformed) {
                    throw new StoreException(
                            "the world " + world + " cannot be read: " + table.name() + " " + key + ": "
                                    + malformed.getMessage() + "; restore a copy of the folder, or start with --fresh",
                            malformed);
                }
            });
        }
    }
}
