package kz.paysandbox.emulator.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldChange;
import kz.paysandbox.emulator.core.WorldSpec;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.state.Keeping;
import kz.paysandbox.emulator.core.state.NotKept;
import kz.paysandbox.emulator.core.state.PartState;
import kz.paysandbox.emulator.core.state.Reference;

/** The worlds of a server in a database: read at its start, written as they change. */
public final class WorldStore implements Keeping, AutoCloseable {

    private final Database database;
    private final StoreKey key;
    private final AtomicLong lastId = new AtomicLong();
    private final LongSupplier nanoTime;
    private final Map<World, WorldLog> logs = new ConcurrentHashMap<>();
    private Optional<Running> running = Optional.empty();

    /** What is there once the types of the worlds' values are known. */
    private record Running(BatchCodec codec, WriteFactory writes, StoreWriter writer) {}

    /** A world that was kept, with the id of its row. */
    private record Kept(long id, KeptWorld world) {}

    /**
     * The worlds of a database, which is closed with them.
     *
     * @param nanoTime the machine's, which only goes forward
     */
    public WorldStore(Database database, StoreKey key, LongSupplier nanoTime) {
        this.database = database;
        this.nanoTime = nanoTime;
        this.key = key;
    }

    /**
     * Brings all worlds back that were kept, and writes from now on what changes in any.
     *
     * @param main what the default world is to be made with, given what it was made with where it was kept
     * @param references types whose values are kept by name
     */
    public void begin(Worlds worlds, UnaryOperator<WorldSpec> main, List<Reference<?>> references) {
        bringBack(worlds, main, references).start();
    }

    /** As {@link #begin}; what changes is written on the threads of those who wait until the writer is started. */
    StoreWriter bringBack(Worlds worlds, UnaryOperator<WorldSpec> main, List<Reference<?>> references) {
        BatchCodec codec = new BatchCodec(new StateJson(references), key, database.remedy());
        WriteFactory writes = new WriteFactory(codec, database.lastOrdinal());
        StoreWriter writer = new StoreWriter(database, writes, nanoTime);
        running = Optional.of(new Running(codec, writes, writer));
        Map<String, Kept> latest = new LinkedHashMap<>();
        for (Write.WorldBegins row : database.worlds()) {
            Kept kept = new Kept(row.world(), codec.world(row));
            lastId.set(row.world());
            Optional.ofNullable(latest.put(kept.world().name(), kept))
                    .ifPresent(earlier -> database.write(List.of(new Write.WorldEnds(earlier.id()))));
        }
        worlds.openings().watch(this::opened);
        worlds.changes().watch(this::changed);
        latest.values().forEach(kept -> {
            WorldSpec spec = kept.world().spec();
            reopen(worlds, spec.name().equals(Worlds.MAIN) ? main.apply(spec) : spec, kept.id());
        });
        return writer;
    }

    private void reopen(Worlds worlds, WorldSpec spec, long id) {
        worlds.reopen(spec, world -> fill(world, id)).refusal().ifPresent(refusal -> {
            throw new StoreException(
                    "the kept world " + spec.name() + " has a credential that another kept world, or main"
                            + " by the settings of this start, has too: start with the settings that there were, or "
                            + database.remedy());
        });
    }

    private void fill(World world, long id) {
        Running present = running.orElseThrow();
        PartState state = world.state();
        WorldLog log = new WorldLog(id, world, state, queue());
        Restorer restorer = new Restorer(world.name(), state, present.codec().json(), database.remedy());
        WorldVolume volume = present.writes().volume(log);
        present.codec().readAll(database, id, value -> {
            volume.add(restorer.note(value), value.bytes());
        });
        world.restoring();
        restorer.restore();
        log.tables().forEach(table -> table.window(restorer.keys(table.table().name())));
        logs.put(world, log);
        log.listen();
        queue().add(new Change.Begin(log));
        world.restored();
    }

    /** It begins behind its first values: without them it would take the place of the one that it follows. */
    private void opened(World world) {
        WorldLog log = new WorldLog(lastId.incrementAndGet(), world, world.state(), queue());
        logs.put(world, log);
        log.listen();
        log.tables().forEach(TableLog::addAll);
        queue().add(new Change.Begin(log));
    }

    private void changed(WorldChange change) {
        if (change.kind() != WorldChange.Kind.MADE) {
            logs.keySet().stream()
                    .filter(world -> world.name().equals(change.world().name()))
                    .filter(world -> change.kind() == WorldChange.Kind.DELETED || world != change.world())
                    .forEach(world -> Optional.ofNullable(logs.remove(world)).ifPresent(log -> {
                        log.end();
                        queue().add(new Change.End(log));
                    }));
        }
    }

    @Override
    public Optional<CompletionStage<Void>> pending(boolean all) {
        Optional<String> lost = database.lost();
        return lost.isPresent() ? Optional.of(notKept(lost.get())) : queue().pending(all);
    }

    private static CompletionStage<Void> notKept(String why) {
        return CompletableFuture.failedStage(new NotKept(why, new StoreException(why)));
    }

    /** Why the latest changes could not be written; empty where they were. */
    public Optional<String> problem() {
        return running.flatMap(present -> present.writer().problem());
    }

    /** How many changes are not written yet. */
    public long unwritten() {
        return queue().unwritten();
    }

    private ChangeQueue queue() {
        return running.orElseThrow().writer().queue();
    }

    /** Writes what is still to be written. */
    @Override
    public void close() {
        running.ifPresent(present -> {
            logs.keySet().forEach(world -> world.journal().giveBackNumbers());
            present.writer().close();
        });
        database.close();
    }
}
