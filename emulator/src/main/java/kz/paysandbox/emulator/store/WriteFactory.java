package kz.paysandbox.emulator.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Makes writes of changes: the values as they are now, one batch for each world. Used by one thread at a time. */
final class WriteFactory {

    private static final int LARGEST_BATCH = 1 << 20;

    private final BatchCodec codec;
    private final AtomicLong ordinal;
    private final Map<WorldLog, WorldVolume> volumes = new LinkedHashMap<>();

    /**
     * @param lastOrdinal of the batches that are there
     */
    WriteFactory(BatchCodec codec, long lastOrdinal) {
        this.codec = codec;
        this.ordinal = new AtomicLong(lastOrdinal);
    }

    /**
     * Writes of changes.
     *
     * @param soon keys by table
     */
    List<Write> of(Collection<Change> changes, Map<TableLog, List<String>> soon) {
        List<Write> writes = new ArrayList<>();
        Map<WorldLog, BatchCodec.Builder> builders = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change instanceof Change.End end) {
                volumes.remove(end.world());
                writes.add(new Write.WorldEnds(end.world().id()));
            } else if (!change.world().hasEnded()) {
                if (change instanceof Change.Value value) {
                    value.table().taken();
                    builder(builders, change.world()).add(value.table(), value.key());
                } else {
                    writes.add(codec.begin(change.world()));
                }
            }
        }
        soon.forEach((table, keys) -> {
            if (!table.world().hasEnded() && !keys.isEmpty()) {
                BatchCodec.Builder batch = builder(builders, table.world());
                keys.forEach(key -> batch.add(table, key));
            }
        });
        builders.values().forEach(batch -> writes.add(batch.built(ordinal.incrementAndGet())));
        return writes;
    }

    private BatchCodec.Builder builder(Map<WorldLog, BatchCodec.Builder> builders, WorldLog world) {
        return builders.computeIfAbsent(world, one -> codec.new Builder(one.id(), volume(one)));
    }

    /** What is in a world's batches. */
    WorldVolume volume(WorldLog world) {
        return volumes.computeIfAbsent(world, WorldVolume::new);
    }

    /** Writes that put all of one world into new batches, where most of what its batches hold is superseded. */
    List<Write> condensed() {
        for (Map.Entry<WorldLog, WorldVolume> world : volumes.entrySet()) {
            if (!world.getKey().hasEnded() && world.getValue().isWasteful()) {
                return whole(world.getKey());
            }
        }
        return List.of();
    }

    /** All values of a world, in place of its earlier batches. */
    List<Write> whole(WorldLog world) {
        List<Write> writes = new ArrayList<>();
        long first = ordinal.get() + 1;
        WorldVolume volume = volume(world);
        volume.restart();
        BatchCodec.Builder batch = codec.new Builder(world.id(), volume);
        for (TableLog table : world.tables()) {
            for (String key : table.table().source().keys()) {
                batch.add(table, key);
                if (batch.size() > LARGEST_BATCH) {
                    writes.add(batch.built(ordinal.incrementAndGet()));
                    batch = codec.new Builder(world.id(), volume);
                }
            }
        }
        writes.add(batch.built(ordinal.incrementAndGet()));
        writes.add(new Write.Superseded(world.id(), first));
        return writes;
    }
}
