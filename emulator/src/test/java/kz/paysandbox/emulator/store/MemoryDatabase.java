package kz.paysandbox.emulator.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A database in memory that can refuse to write, and tells what was written on which thread. */
final class MemoryDatabase implements Database {

    final List<Transaction> transactions = new ArrayList<>();

    /** What is done before the next transactions are written, one for each. */
    final Queue<Runnable> before = new ConcurrentLinkedQueue<>();

    final CountDownLatch tidied = new CountDownLatch(1);

    /** Thrown by the next transactions. */
    volatile Optional<Throwable> refusal = Optional.empty();

    private final AtomicInteger attempts = new AtomicInteger();

    /** Thrown by what tidies. */
    volatile Optional<RuntimeException> untidy = Optional.empty();

    private final Map<Long, Write.WorldBegins> worlds = new TreeMap<>();
    private final Map<Long, Write.Batch> batches = new TreeMap<>();

    record Transaction(String thread, List<Write> writes) {}

    @Override
    public synchronized List<Write.WorldBegins> worlds() {
        return List.copyOf(worlds.values());
    }

    @Override
    public void batches(long world, Consumer<Write.Batch> reader) {
        all().stream().filter(batch -> batch.world() == world).forEach(reader);
    }

    synchronized List<Write.Batch> all() {
        return List.copyOf(batches.values());
    }

    @Override
    public synchronized long lastOrdinal() {
        return batches.keySet().stream().mapToLong(ordinal -> ordinal).max().orElse(0);
    }

    /** How often somebody tried to write. */
    int attempts() {
        return attempts.get();
    }

    @Override
    public void write(List<Write> writes) {
        Optional.ofNullable(before.poll()).ifPresent(Runnable::run);
        attempts.incrementAndGet();
        refusal.ifPresent(MemoryDatabase::thrown);
        commit(writes);
    }

    private synchronized void commit(List<Write> writes) {
        transactions.add(new Transaction(Thread.currentThread().getName(), List.copyOf(writes)));
        writes.forEach(this::apply);
    }

    private void apply(Write write) {
        if (write instanceof Write.WorldBegins world) {
            worlds.put(world.world(), world);
        } else if (write instanceof Write.WorldEnds world) {
            worlds.remove(world.world());
            batches.values().removeIf(batch -> batch.world() == world.world());
        } else if (write instanceof Write.Batch batch) {
            batches.put(batch.ordinal(), batch);
        } else if (write instanceof Write.Superseded old) {
            batches.values().removeIf(batch -> batch.world() == old.world() && batch.ordinal() < old.before());
        }
    }

    /** A copy as a process finds it that starts after this one has ended at once. */
    synchronized MemoryDatabase copy() {
        MemoryDatabase copy = new MemoryDatabase();
        copy.worlds.putAll(worlds);
        copy.batches.putAll(batches);
        return copy;
    }

    /** How many transactions were written. */
    synchronized int count() {
        return transactions.size();
    }

    /** What the latest transaction wrote of values, as {@code table key=json}. */
    synchronized List<String> latest(BatchCodec codec) {
        return values(codec, transactions.get(transactions.size() - 1).writes().stream());
    }

    /** What the values of all tables are, by table and key. */
    Map<String, String> present(BatchCodec codec) {
        Map<String, String> present = new LinkedHashMap<>();
        all().forEach(batch -> codec.read(batch, value -> {
            String name = value.table() + " " + value.key();
            value.text().ifPresentOrElse(text -> present.put(name, text.text()), () -> present.remove(name));
        }));
        return present;
    }

    private static List<String> values(BatchCodec codec, Stream<Write> writes) {
        List<String> values = new ArrayList<>();
        writes.filter(Write.Batch.class::isInstance)
                .map(Write.Batch.class::cast)
                .forEach(batch -> codec.read(
                        batch,
                        value -> values.add(value.table() + " " + value.key() + "="
                                + value.text().map(text -> text.text()).orElse("gone"))));
        return values;
    }

    private static void thrown(Throwable refusal) {
        if (refusal instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) refusal;
    }

    @Override
    public void tidy() {
        tidied.countDown();
        untidy.ifPresent(problem -> {
            throw problem;
        });
    }

    @Override
    public void close() {
        refusal = Optional.of(new StoreException("closed"));
    }
}
