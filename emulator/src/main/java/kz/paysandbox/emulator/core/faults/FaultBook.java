package kz.paysandbox.emulator.core.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kz.paysandbox.emulator.core.data.Watchers;
import kz.paysandbox.emulator.core.memory.MemoryAccount;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.core.state.ChangeSignal;
import kz.paysandbox.emulator.core.state.KeyedValues;
import kz.paysandbox.emulator.core.state.SingleValue;
import kz.paysandbox.emulator.core.state.StateTable;

/**
 * The faults of a world, in the order they were made: the first that meets a call happens to it. A share is drawn from
 * the seed, the endpoint, the device or invoice and the ordinal of the call there, so parallel callers do not disturb
 * each other. Bounded; while there is none it costs one read of a field.
 */
public final class FaultBook {

    /**
     * A fault with how often it met a call.
     *
     * @param happened how often it changed what the caller got
     * @param withoutEffect how often it met a call in which there was nothing that it could have changed
     */
    public record Entry(Fault fault, int met, int happened, int withoutEffect) {

        Entry counting(boolean happens) {
            return new Entry(fault, met + 1, happened + (happens ? 1 : 0), withoutEffect);
        }

        Entry withdrawn() {
            return new Entry(fault, met, happened - 1, withoutEffect + 1);
        }
    }

    /** Draws a number from 0 to 1 that follows from a key and an ordinal alone. */
    @FunctionalInterface
    public interface Draw {
        double number(String key, long ordinal);
    }

    private static final int MOST = 1_000;
    private static final long FAULT_BYTES = 500;
    private static final int MOST_WATCHERS = 10;

    private final Draw draw;
    private final MemoryAccount account;
    private final CallCounts calls;
    private final Watchers<FaultChange> changes = new Watchers<>(MOST_WATCHERS);
    private final ChangeSignal signal = new ChangeSignal();
    private final ChangeSignal counting = new ChangeSignal();
    private volatile List<Entry> entries = List.of();
    private long made;

    /**
     * How many were made.
     *
     * @param made also of those that are no more; the next one's number follows
     */
    public record Made(long made) {}

    public FaultBook(Draw draw) {
        this(draw, WorldMemory.unbounded());
    }

    /** Bounded in bytes too: what there is no room for is not added. */
    public FaultBook(Draw draw, WorldMemory memory) {
        this.draw = draw;
        this.account = memory.lasting(MemoryKind.FAULTS, () -> false);
        this.calls = new CallCounts(memory);
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Whether nothing can be added until something is removed. */
    public boolean isFull() {
        return entries.size() >= MOST;
    }

    /** Adds a fault; empty where there are too many. */
    public Optional<Fault> add(String name, Match when, Effect then, Optional<Integer> times) {
        long bytes = bytes(name, when, then);
        if (!account.take(bytes)) {
            return Optional.empty();
        }
        Optional<Fault> added = keep(name, when, then, times);
        if (added.isEmpty()) {
            account.give(bytes);
        }
        return added;
    }

    private synchronized Optional<Fault> keep(String name, Match when, Effect then, Optional<Integer> times) {
        if (isFull()) {
            return Optional.empty();
        }
        counting.changing(SingleValue.KEY);
        Fault fault = new Fault("fault-" + ++made, name, when, then, times);
        signal.changing(fault.id());
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(fault, 0, 0, 0));
        entries = List.copyOf(more);
        tell(fault.id(), FaultChange.Kind.ADDED);
        return Optional.of(fault);
    }

    private static long bytes(Fault fault) {
        return bytes(fault.name(), fault.when(), fault.then());
    }

    /** The objects, and the texts in them. */
    private static long bytes(String name, Match when, Effect then) {
        return FAULT_BYTES
                + 2L
                        * (name.length()
                                + when.toString().length()
                                + then.toString().length());
    }

    /** False where there is no such fault. */
    public synchronized boolean remove(String id) {
        List<Entry> fewer =
                entries.stream().filter(entry -> !entry.fault().id().equals(id)).toList();
        boolean removed = fewer.size() < entries.size();
        entries.stream()
                .filter(entry -> entry.fault().id().equals(id))
                .forEach(entry -> account.give(bytes(entry.fault())));
        signal.changing(id);
        entries = fewer;
        if (removed) {
            tell(id, FaultChange.Kind.REMOVED);
        }
        return removed;
    }

    public synchronized void clear() {
        List<Entry> removed = entries;
        removed.forEach(entry -> signal.changing(entry.fault().id()));
        entries = List.of();
        removed.forEach(entry -> {
            account.give(bytes(entry.fault()));
            tell(entry.fault().id(), FaultChange.Kind.REMOVED);
        });
    }

    /** Tells of each fault when it is added, meets a call or is removed. */
    public Watchers<FaultChange> changes() {
        return changes;
    }

    private void tell(String id, FaultChange.Kind kind) {
        changes.tell(new FaultChange(id, kind));
    }

    public List<Entry> entries() {
        return entries;
    }

    /**
     * What happens to this call; empty for nothing.
     *
     * @param possible whether an effect can happen where the call goes; a fault with another does not meet it
     */
    public synchronized Optional<Fault> meet(CallAttributes attributes, Predicate<Effect> possible) {
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        long ordinal = calls.next(attributes);
        List<Entry> changed = new ArrayList<>();
        List<String> met = new ArrayList<>();
        Optional<Fault> happening = Optional.empty();
        for (int index = 0; index < entries.size() && happening.isEmpty(); index++) {
            Entry entry = entries.get(index);
            Effect then = entry.fault().then();
            if (!then.refusesHandshake() && entry.fault().when().fits(attributes) && possible.test(then)) {
                boolean happens = happens(entry, attributes, ordinal);
                if (changed.isEmpty()) {
                    changed.addAll(entries);
                }
                changed.set(index, entry.counting(happens));
                met.add(entry.fault().id());
                happening = happens ? Optional.of(entry.fault()) : Optional.empty();
            }
        }
        if (!changed.isEmpty()) {
            met.forEach(signal::changing);
            entries = List.copyOf(changed);
            met.forEach(id -> tell(id, FaultChange.Kind.MET));
        }
        return happening;
    }

    /** A fault that was counted as having happened changed nothing: it can happen once more. */
    public synchronized void withdraw(String id) {
        signal.changing(id);
        entries = entries.stream()
                .map(entry -> entry.fault().id().equals(id) ? entry.withdrawn() : entry)
                .toList();
        tell(id, FaultChange.Kind.MET);
    }

    /** Whether any fault could meet calls of an endpoint, by its row id; what none can need not be read for them. */
    public boolean concerns(String endpoint) {
        List<Entry> present = entries;
        for (Entry entry : present) {
            if (!entry.fault().then().refusesHandshake() && entry.fault().when().isOf(endpoint)) {
                return true;
            }
        }
        return false;
    }

    /** Whether connections to a listener with this certificate are refused now; counts it as having happened. */
    public boolean refusesHandshake(String listener, Optional<String> certificateName) {
        return !entries.isEmpty() && refuses(listener, certificateName);
    }

    private synchronized boolean refuses(String listener, Optional<String> certificateName) {
        List<Entry> next = new ArrayList<>(entries);
        for (int index = 0; index < next.size(); index++) {
            Entry entry = next.get(index);
            if (entry.fault().then().refusesHandshake()
                    && entry.fault().when().fitsHandshake(listener, certificateName)
                    && isLeft(entry)) {
                next.set(index, entry.counting(true));
                signal.changing(entry.fault().id());
                entries = List.copyOf(next);
                tell(entry.fault().id(), FaultChange.Kind.MET);
                return true;
            }
        }
        return false;
    }

    /** These faults with their counters, to be kept outside the process. */
    public List<StateTable<?>> tables() {
        return List.of(
                calls.table(),
                StateTable.of(
                        "world.fault-count",
                        Made.class,
                        new SingleValue<>(counting, this::count, kept -> made = kept.made())),
                StateTable.of(
                        "world.faults", Entry.class, new KeyedValues<>(signal, this::find, this::ids, this::restore)));
    }

    private synchronized Made count() {
        return new Made(made);
    }

    private synchronized Optional<Entry> find(String id) {
        return entries.stream().filter(entry -> entry.fault().id().equals(id)).findFirst();
    }

    private synchronized List<String> ids() {
        return entries.stream().map(entry -> entry.fault().id()).toList();
    }

    private synchronized void restore(Entry entry) {
        account.keep(bytes(entry.fault()));
        signal.changing(entry.fault().id());
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        entries = List.copyOf(more);
    }

    private boolean happens(Entry entry, CallAttributes attributes, long ordinal) {
        Match when = entry.fault().when();
        boolean nth = when.part().nth().map(wanted -> entry.met() + 1 == wanted).orElse(true);
        boolean share = when.part()
                .share()
                .map(part -> draw.number(attributes.endpoint() + "|" + attributes.thread(), ordinal) < part)
                .orElse(true);
        return nth && share && isLeft(entry);
    }

    private static boolean isLeft(Entry entry) {
        return entry.fault().times().map(most -> entry.happened() < most).orElse(true);
    }
}
