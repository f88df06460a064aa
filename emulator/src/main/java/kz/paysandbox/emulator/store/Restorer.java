package kz.paysandbox.emulator.store;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.state.PartState;
import kz.paysandbox.emulator.core.state.StateTable;

/** Brings the values of a world back: the latest of each key, in the order in which the keys came first. */
final class Restorer {

    /** Values that are read before they come back. */
    private static final int PART = 10_000;

    /** From so many on it pays to read on all processors. */
    private static final int MANY = 500;

    private final String world;
    private final String remedy;
    private final Map<String, Entry<?>> tables = new LinkedHashMap<>();

    /**
     * @param world its name, for what goes wrong
     * @param remedy what is to be done where a value cannot be read
     */
    Restorer(String world, PartState state, StateJson json, String remedy) {
        this.world = world;
        this.remedy = remedy;
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
                    + ", which this release does not know: use the release that wrote it, or " + remedy);
        }
        table.note(value);
        return table.table().urgency();
    }

    /** All is noted: the values come back. */
    void restore() {
        tables.values().forEach(table -> table.restore(this::unreadable));
    }

    /** The keys that are in the database, of a table. */
    Set<String> keys(String table) {
        Entry<?> entry = tables.get(table);
        return entry == null ? Set.of() : entry.values().keySet();
    }

    /** The words about a value that cannot be read. */
    @FunctionalInterface
    private interface Complaint {
        StoreException about(String value, Exception cause);
    }

    private StoreException unreadable(String value, Exception cause) {
        return new StoreException(
                "the world " + world + " cannot be read: " + value + ": " + cause.getMessage() + "; " + remedy, cause);
    }

    private record Entry<V>(StateTable<V> table, ObjectReader reader, Map<String, Bytes> values) {

        private Entry {
            values = new LinkedHashMap<>(values);
        }

        void note(KeptValue value) {
            value.text().ifPresentOrElse(text -> values.put(value.key(), text), () -> values.remove(value.key()));
        }

        /** Many are read on all processors, and come back in order. */
        void restore(Complaint complaint) {
            List<Map.Entry<String, Bytes>> all = List.copyOf(values.entrySet());
            for (int from = 0; from < all.size(); from += PART) {
                List<Map.Entry<String, Bytes>> part = all.subList(from, Math.min(all.size(), from + PART));
                var stream = part.size() < MANY ? part.stream() : part.parallelStream();
                List<V> read = stream.map(entry -> read(entry.getKey(), entry.getValue(), complaint))
                        .toList();
                for (int index = 0; index < read.size(); index++) {
                    restore(part.get(index).getKey(), read.get(index), complaint);
                }
            }
        }

        private V read(String key, Bytes text, Complaint complaint) {
            try {
                V value = table.type().cast(reader.readValue(text.array()));
                if (value == null) {
                    throw new IOException("it is null");
                }
                return value;
            } catch (IOException | RuntimeException malformed) {
                throw complaint.about(table.name() + " " + key, malformed);
            }
        }

        private void restore(String key, V value, Complaint complaint) {
            try {
                table.source().restore(key, value);
            } catch (RuntimeException refused) {
                throw complaint.about(table.name() + " " + key, refused);
            }
        }
    }
}
