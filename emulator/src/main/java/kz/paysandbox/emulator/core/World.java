package kz.paysandbox.emulator.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import kz.paysandbox.emulator.core.faults.FaultBook;
import kz.paysandbox.emulator.core.journal.Findings;
import kz.paysandbox.emulator.core.journal.Journal;
import kz.paysandbox.emulator.core.journal.Pseudonyms;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.core.state.ChangeSignal;
import kz.paysandbox.emulator.core.state.PartState;
import kz.paysandbox.emulator.core.state.Reference;
import kz.paysandbox.emulator.core.state.SingleValue;
import kz.paysandbox.emulator.core.state.StateTable;

/** All state of one tenant. A reset makes a new one with the same name, seed and credentials. */
public final class World {

    private final WorldSpec spec;
    private final long generation;
    private final SandboxClock clock;
    private final Ids ids;
    private final WorldMemory memory;
    private final Timeline timeline;
    private final Journal journal;
    private final Findings findings;
    private final FaultBook faults;
    private final ChangeSignal customerSignal = new ChangeSignal();
    private volatile CustomerMode customer = CustomerMode.MANUAL;
    private final Pseudonyms pseudonyms;
    private final AtomicLong received = new AtomicLong();
    private final Map<Class<?>, WorldPart> parts = new LinkedHashMap<>();

    World(
            WorldSpec spec,
            long generation,
            SandboxClock clock,
            Alarm alarm,
            WorldLimits limits,
            List<? extends Slot<?>> slots) {
        this.spec = spec;
        this.generation = generation;
        this.clock = clock;
        this.ids = new Ids(spec.seed());
        this.memory = limits.memory().ofWorld();
        this.pseudonyms = new Pseudonyms(memory);
        this.timeline =
                new Timeline(clock, new TaskQueue(limits.tasks(), memory), alarm, this::parts, Timeline.PATIENCE);
        this.journal = new Journal(limits.journal(), limits.journals());
        this.findings = new Findings(limits.findings(), clock::instant, memory);
        this.faults = new FaultBook((key, ordinal) -> ids.random(key, ordinal).nextDouble(), memory);
        for (Slot<?> slot : slots) {
            parts.put(slot.type(), slot.maker().apply(this));
        }
    }

    public String name() {
        return spec.name();
    }

    public long seed() {
        return spec.seed();
    }

    public Credentials credentials() {
        return spec.credentials();
    }

    /** Rises with each world that the server makes or resets: what has another one begins anew, its numbers too. */
    public long generation() {
        return generation;
    }

    public WorldSpec spec() {
        return spec;
    }

    /** The world's present. */
    public Instant now() {
        return clock.instant();
    }

    public SandboxClock clock() {
        return clock;
    }

    public Ids ids() {
        return ids;
    }

    public Timeline timeline() {
        return timeline;
    }

    public Journal journal() {
        return journal;
    }

    public Findings findings() {
        return findings;
    }

    /** What customers do by themselves. */
    public CustomerMode customer() {
        return customer;
    }

    /** From now on; payments that are there already go on as they were. */
    public synchronized void customer(CustomerMode mode) {
        customerSignal.changing(SingleValue.KEY);
        customer = mode;
    }

    /** As {@link #customer(CustomerMode)}, with what is not named as it was. */
    public synchronized CustomerMode customer(CustomerChange change) {
        customerSignal.changing(SingleValue.KEY);
        customer = change.appliedTo(customer);
        return customer;
    }

    /** How it misbehaves. */
    public FaultBook faults() {
        return faults;
    }

    /** The stand-ins for this world's secrets. */
    public Pseudonyms pseudonyms() {
        return pseudonyms;
    }

    /** The bytes that its parts hold. */
    public WorldMemory memory() {
        return memory;
    }

    /** Counts the body of a call that may leave something behind. */
    public void received(long bytes) {
        received.addAndGet(bytes);
    }

    /** Bytes of such bodies since it began. */
    public long received() {
        return received.get();
    }

    /** It was deleted: its tasks do not run, its journal is empty and keeps nothing, and what it holds counts no more. */
    void end() {
        timeline.end();
        journal.close();
        memory.close();
    }

    /** A bank's state. */
    public <T extends WorldPart> T part(Class<T> type) {
        WorldPart part = parts.get(type);
        if (part == null) {
            throw new IllegalStateException("no slot for " + type.getName());
        }
        return type.cast(part);
    }

    /** All of it that outlives the process, in the order in which it comes back. */
    public PartState state() {
        List<StateTable<?>> tables = new ArrayList<>(List.of(
                clock.table(),
                ids.table(),
                StateTable.of(
                        "world.customer",
                        CustomerMode.class,
                        new SingleValue<>(customerSignal, this::settledCustomer, this::customer)),
                pseudonyms.table()));
        tables.addAll(faults.tables());
        tables.addAll(journal.tables());
        tables.addAll(findings.tables());
        List<Reference<?>> references = new ArrayList<>();
        parts().forEach(part -> {
            tables.addAll(part.state().tables());
            references.addAll(part.state().references());
        });
        tables.add(timeline.table());
        return new PartState(tables, references);
    }

    private synchronized CustomerMode settledCustomer() {
        return customer;
    }

    /** Its state comes back: nothing is done until {@link #restored}, and nothing goes out until its timeline resumes. */
    public void restoring() {
        timeline.rest();
    }

    /** All of its state has come back: what fell due meanwhile is done, but for what goes out of the process. */
    public void restored() {
        parts().forEach(WorldPart::restored);
        timeline.catchUp();
    }

    private List<WorldPart> parts() {
        return List.copyOf(parts.values());
    }
}
