package kz.paysandbox.emulator.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.crypto.AEADBadTagException;
import kz.paysandbox.emulator.core.data.Bytes;

/** Batches of values: for each its table, its key and its JSON, one behind the other, sealed for the batch's place. */
final class BatchCodec {

    /** So many batches are opened at a time. */
    private static final int PART = 500;

    private final StateJson json;
    private final StoreKey key;
    private final String remedy;

    /**
     * Of one database.
     *
     * @param remedy what is to be done where what it has cannot be read
     */
    BatchCodec(StateJson json, StoreKey key, String remedy) {
        this.json = json;
        this.key = key;
        this.remedy = remedy;
    }

    StateJson json() {
        return json;
    }

    /** A batch that is being put together. */
    final class Builder {

        private final long world;
        private final ValueList values = new ValueList();
        private final WorldVolume volume;

        /**
         * @param volume is told what is added
         */
        Builder(long world, WorldVolume volume) {
            this.world = world;
            this.volume = volume;
        }

        /** Adds a value as it is now, or that it is no more. */
        void add(TableLog table, String name) {
            int before = values.size();
            values.add(new KeptValue(
                    table.table().name(),
                    table.kept(name),
                    table.value(name).map(value -> Bytes.wrap(json.write(value)))));
            volume.add(table.table().urgency(), values.size() - before);
        }

        int size() {
            return values.size();
        }

        Write.Batch built(long ordinal) {
            return new Write.Batch(
                    ordinal, world, StateFormat.PRESENT, key.seal(values.bytes(), place(world, ordinal)));
        }
    }

    Write.WorldBegins begin(WorldLog world) {
        byte[] text = json.write(KeptWorld.of(world.spec()));
        return new Write.WorldBegins(world.id(), StateFormat.PRESENT, key.seal(text, place(world.id(), 0)));
    }

    /** What a world is made with. */
    KeptWorld world(Write.WorldBegins row) {
        StateFormat.check(row.format(), remedy);
        try {
            return json.reader(KeptWorld.class, List.of()).readValue(key.open(row.sealed(), place(row.world(), 0)));
        } catch (AEADBadTagException foreign) {
            throw new StoreException(
                    "a kept world cannot be opened: worlds/key is not the key that it was sealed with, or the file was"
                            + " changed; restore both together, or start with --fresh",
                    foreign);
        } catch (IOException unreadable) {
            throw new StoreException("a kept world cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** The values of all batches of a world, in order; batches are opened on all processors. */
    void readAll(Database database, long world, Consumer<KeptValue> reader) {
        List<Write.Batch> part = new ArrayList<>();
        database.batches(world, batch -> {
            part.add(batch);
            if (part.size() == PART) {
                readPart(part, reader);
            }
        });
        readPart(part, reader);
    }

    private void readPart(List<Write.Batch> part, Consumer<KeptValue> reader) {
        var stream = part.size() < PART ? part.stream() : part.parallelStream();
        List<List<KeptValue>> opened = stream.map(batch -> {
                    List<KeptValue> values = new ArrayList<>();
                    read(batch, values::add);
                    return values;
                })
                .toList();
        part.clear();
        opened.forEach(values -> values.forEach(reader));
    }

    /** The values of a batch, in order. */
    void read(Write.Batch batch, Consumer<KeptValue> reader) {
        StateFormat.check(batch.format(), remedy);
        try {
            ValueList.read(key.open(batch.sealed(), place(batch.world(), batch.ordinal())), reader);
        } catch (AEADBadTagException changed) {
            throw new StoreException(
                    "batch " + batch.ordinal()
                            + " of the kept worlds is damaged, or sealed with another key than that of"
                            + " worlds/key: " + remedy,
                    changed);
        } catch (IOException cut) {
            throw new StoreException("batch " + batch.ordinal() + " of the kept worlds ends too early", cut);
        }
    }

    private static String place(long world, long ordinal) {
        return world + "/" + ordinal;
    }
}
