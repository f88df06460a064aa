package kz.paysandbox.emulator.store;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.AEADBadTagException;
import kz.paysandbox.emulator.core.state.PartState;
import kz.paysandbox.emulator.core.state.StateTable;

/** Values of worlds as rows: JSON, sealed for the row's place. */
final class RowCodec {

    private final StateJson json;
    private final StoreKey key;

    RowCodec(StateJson json, StoreKey key) {
        this.json = json;
        this.key = key;
    }

    /** The row of a value as it is now, or its end. */
    Write write(TableLog table, String name) {
        String kept = table.kept(name);
        Optional<?> value = table.table().source().find(name);
        long world = table.world().id();
        return value.<Write>map(present -> new Write.Put(world, row(world, table.table().name(), kept, present)))
                .orElseGet(() -> new Write.Removed(world, table.table().name(), kept));
    }

    Write begin(WorldLog world) {
        byte[] text = json.write(KeptWorld.of(world.spec()));
        return new Write.WorldBegins(
                world.id(), world.spec().name(), StateFormat.PRESENT, key.seal(text, place(world.id(), "", "")));
    }

    private KeptRow row(long world, String table, String name, Object value) {
        return new KeptRow(
                table, name, StateFormat.PRESENT, key.seal(json.write(value), place(world, table, name)));
    }

    /** What a world is made with. */
    KeptWorld world(Database.WorldRow row) {
        StateFormat.check(row.format());
        try {
            return json.reader(KeptWorld.class, List.of())
                    .readValue(key.open(row.sealed(), place(row.id(), "", "")));
        } catch (AEADBadTagException foreign) {
            throw new StoreException(
                    "a kept world cannot be opened: its key, in worlds/key, is not the one it was sealed with, or the file"
                            + " was changed; restore both together, or start with --fresh",
                    foreign);
        } catch (IOException unreadable) {
            throw new StoreException("a kept world cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Brings values back into a world, one row at a time. */
    final class Restorer {

        private final long world;
        private final String name;
        private final Map<String, Entry<?>> tables = new ConcurrentHashMap<>();

        Restorer(long world, String name, PartState state) {
            this.world = world;
            this.name = name;
            state.tables()
                    .forEach(table -> tables.put(
                            table.name(), new Entry<>(table, json.reader(table.type(), state.references()))));
        }

        void restore(KeptRow row) {
            StateFormat.check(row.format());
            Entry<?> table = tables.get(row.table());
            if (table == null) {
                throw unreadable(row, "no such table in this release", new IOException(row.table()));
            }
            try {
                table.restore(row.key(), key.open(row.sealed(), place(world, row.table(), row.key())));
            } catch (AEADBadTagException changed) {
                throw unreadable(row, "it was changed, or sealed with another key", changed);
            } catch (IOException malformed) {
                throw unreadable(row, String.valueOf(malformed.getMessage()), malformed);
            }
        }

        private StoreException unreadable(KeptRow row, String why, Exception cause) {
            return new StoreException(
                    "the world " + name + " cannot be read: " + row.table() + " " + row.key() + ": " + why
                            + "; restore a copy of the folder, or start with --fresh",
                    cause);
        }
    }

    private record Entry<V>(StateTable<V> table, ObjectReader reader) {

        void restore(String key, byte[] text) throws IOException {
            table.source().restore(key, reader.readValue(text));
        }
    }

    private static String place(long world, String table, String name) {
        return world + "/" + table + "/" + name;
    }
}
