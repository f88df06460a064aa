package kz.paysandbox.emulator.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldChange;
import kz.paysandbox.emulator.core.WorldSpec;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.state.Keeping;
import kz.paysandbox.emulator.core.state.PartState;
import kz.paysandbox.emulator.core.state.Reference;

/** The worlds of a server in a database: read at its start, written as they change. */
public final class WorldStore implements Keeping, AutoCloseable {

    private static final String FILE = "worlds.db";

    private final Database database;
    private final StoreKey key;
    private final AtomicLong lastId = new AtomicLong();
    private final Map<World, WorldLog> logs = new ConcurrentHashMap<>();
    private Optional<Running> running = Optional.empty();

    /** What is there once the types of the worlds' values are known. */
    private record Running(RowCodec codec, StoreWriter writer) {}

    private WorldStore(Database database, StoreKey key) {
        this.database = database;
        this.key = key;
    }

    /**
     * Opens the worlds of a folder, which is made where it is not there.
     *
     * @param fresh whether to begin with new worlds; those of the folder are put aside, in place of those put aside before
     * @throws StoreException where they cannot be used
     */
    public static WorldStore file(Path folder, boolean fresh, SecureRandom random) {
        Path file = folder.resolve(FILE);
        if (fresh) {
            putAside(folder);
        }
        SqliteDatabase database = SqliteDatabase.open(file);
        return new WorldStore(database, StoreKey.of(folder.resolve("key"), random));
    }

    private static void putAside(Path folder) {
        try {
            for (String name : List.of(FILE, FILE + "-wal", FILE + "-shm", "key")) {
                Path present = folder.resolve(name);
                Path aside = folder.resolve("before-fresh").resolve(name);
                Files.createDirectories(aside.getParent());
                Files.deleteIfExists(aside);
                if (Files.exists(present)) {
                    Files.move(present, aside, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException stuck) {
            throw new StoreException(
                    "the worlds in " + folder + " cannot be put aside: " + stuck.getMessage()
                            + "; start with --store memory, or with another --home",
                    stuck);
        }
    }

    /**
     * Brings all worlds back that were kept, and writes from now on what changes in any.
     *
     * @param main what the default world is to be made with, given what it was made with where it was kept
     * @param references types whose values are kept by name
     */
    public void begin(Worlds worlds, UnaryOperator<WorldSpec> main, List<Reference<?>> references) {
        RowCodec codec = new RowCodec(new StateJson(references), key);
        StoreWriter writer = new StoreWriter(database, codec);
        running = Optional.of(new Running(codec, writer));
        Map<String, Database.WorldRow> latest = new HashMap<>();
        Map<String, KeptWorld> kept = new HashMap<>();
        for (Database.WorldRow row : database.worlds()) {
            KeptWorld world = codec.world(row);
            Database.WorldRow earlier = latest.put(world.name(), row);
            kept.put(world.name(), world);
            lastId.set(row.id());
            if (earlier != null) {
                database.write(List.of(new Write.WorldEnds(earlier.id())));
            }
        }
        worlds.openings().watch(this::opened);
        worlds.changes().watch(this::changed);
        kept.values().forEach(world -> {
            WorldSpec spec = world.name().equals(Worlds.MAIN) ? main.apply(world.spec()) : world.spec();
            reopen(worlds, spec, latest.get(world.name()).id());
        });
        writer.start();
    }

    private void reopen(Worlds worlds, WorldSpec spec, long id) {
        worlds.reopen(spec, world -> {
                    PartState state = world.state();
                    WorldLog log = new WorldLog(id, world, state, queue());
                    world.restoring();
                    RowCodec.Restorer restorer = codec().new Restorer(id, world.name(), state);
                    Map<String, Set<String>> windows = new HashMap<>();
                    database.values(id, row -> {
                        restorer.restore(row);
                        windows.computeIfAbsent(row.table(), none -> new LinkedHashSet<>())
                                .add(row.key());
                    });
                    log.tables()
                            .forEach(table -> table.window(windows.getOrDefault(table.table().name(), Set.of())));
                    logs.put(world, log);
                    log.listen();
                    queue().add(new Change.Begin(log));
                    world.restored();
                })
                .refusal()
                .ifPresent(refusal -> {
                    throw new StoreException("the kept world " + spec.name() + " cannot come back: " + refusal);
                });
    }

    private void opened(World world) {
        WorldLog log = new WorldLog(lastId.incrementAndGet(), world, world.state(), queue());
        logs.put(world, log);
        queue().add(new Change.Begin(log));
        log.listen();
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
        return queue().pending(all);
    }

    /** How many changes are not written yet. */
    public long unwritten() {
        return queue().unwritten();
    }

    private ChangeQueue queue() {
        return running.orElseThrow().writer().queue();
    }

    private RowCodec codec() {
        return running.orElseThrow().codec();
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
