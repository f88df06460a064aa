package kz.paysandbox.emulator.store;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import kz.paysandbox.emulator.core.TestWorlds;
import kz.paysandbox.emulator.core.World;

/** A world whose changes are written to a database in memory, by a writer whose thread runs where a test starts it. */
final class StoreRig implements AutoCloseable {

    private final AtomicLong ahead = new AtomicLong();
    final MemoryDatabase database = new MemoryDatabase();
    final BatchCodec codec = new BatchCodec(new StateJson(List.of()), key(), StateFormat.FOLDER_REMEDY);
    final WriteFactory writes = new WriteFactory(codec, 0);
    final StoreWriter writer = new StoreWriter(database, writes, () -> System.nanoTime() + ahead.get());
    final World world = TestWorlds.with(ToyPart.slot());
    final ToyPart toy = ToyPart.of(world);
    final WorldLog log = new WorldLog(1, world, world.state(), writer.queue());

    StoreRig() {
        log.listen();
    }

    static StoreKey key() {
        return StoreKey.ofDigits("5a".repeat(32), new SecureRandom());
    }

    void item(String id, int value) {
        toy.items.put(id, new ToyPart.Item(id, value));
    }

    void later(String id, int value) {
        toy.later.put(id, new ToyPart.Item(id, value));
    }

    void newest(String id) {
        toy.newest.put(id, new ToyPart.Item(id, 0));
    }

    /** The database takes what is written again, and so much time has passed that it is tried. */
    void mended() {
        database.refusal = Optional.empty();
        later();
    }

    /** So much later that what could not be written is tried again. */
    void later() {
        ahead.addAndGet(Duration.ofSeconds(1).toNanos());
    }

    /** The values of a table as the database has them. */
    List<String> kept(String table) {
        List<String> kept = new ArrayList<>();
        Map<String, String> present = database.present(codec);
        present.keySet().stream().filter(name -> name.startsWith(table + " ")).forEach(kept::add);
        return kept;
    }

    /** A toy as a process finds it that starts after this one has ended at once. */
    ToyPart readBack() {
        World fresh = TestWorlds.with(ToyPart.slot());
        Restorer restorer = new Restorer(fresh.name(), fresh.state(), codec.json(), StateFormat.FOLDER_REMEDY);
        database.batches(
                1,
                batch -> codec.read(batch, value -> {
                    var unused = restorer.note(value);
                }));
        restorer.restore();
        return ToyPart.of(fresh);
    }

    /** The threads that have written, in order. */
    List<String> threads() {
        return database.transactions.stream()
                .map(MemoryDatabase.Transaction::thread)
                .toList();
    }

    @Override
    public void close() {
        writer.close();
    }
}
