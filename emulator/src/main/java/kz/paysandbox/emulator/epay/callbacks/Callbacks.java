package kz.paysandbox.emulator.epay.callbacks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import kz.paysandbox.emulator.core.DueEvent;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldPart;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.data.Watchers;
import kz.paysandbox.emulator.core.data.WebAddress;
import kz.paysandbox.emulator.core.desk.CallbackChange;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.records.BoundedRecords;
import kz.paysandbox.emulator.core.state.ChangeSignal;
import kz.paysandbox.emulator.core.state.PartState;
import kz.paysandbox.emulator.core.state.SingleValue;
import kz.paysandbox.emulator.core.state.StateTable;

/** A world's deliveries to merchants. Nothing here waits: what is due now is begun at once, the rest is on the timeline. */
public final class Callbacks implements WorldPart {

    private static final String WHAT = "epay.callback";

    /** So that a frozen world's agenda keeps room for what is really to be done later. */
    private static final int MOST_MARKS = 1_000;

    private final World world;
    private final Sender sender;
    private final DeliveryListener listener;
    private final IntPredicate acknowledges;
    /** At the limit those that wait for nothing go first. */
    private final BoundedRecords<Callback> ledger;

    private final Deque<String> waiting = new ArrayDeque<>();
    /** Those of which a try was due before the process was started, until they are tried; as many as are pending. */
    private final Set<String> unsure = ConcurrentHashMap.newKeySet();

    private final AtomicLong given = new AtomicLong();
    private final Semaphore marks = new Semaphore(MOST_MARKS);
    private final ChangeSignal signal = new ChangeSignal();
    private volatile CallbackPolicy policy;

    /**
     * @param most callbacks that are remembered
     */
    public Callbacks(
            World world,
            CallbackPolicy policy,
            IntPredicate acknowledges,
            int most,
            Sender sender,
            DeliveryListener listener) {
        this.world = world;
        this.policy = policy;
        this.acknowledges = acknowledges;
        this.ledger = new BoundedRecords<>(
                most,
                known -> known.state() != Callback.State.PENDING,
                world.memory(),
                MemoryKind.CALLBACKS,
                Callback::bytes);
        this.sender = sender;
        this.listener = listener;
        world.timeline().outgoing(WHAT, (id, kind) -> perform(Delivery.valueOf(kind), id));
    }

    private CompletionStage<?> perform(Delivery kind, String id) {
        return switch (kind) {
            case FIRST -> attempt(next(id), true);
            case COPY -> attempt(id, false);
            case AGAIN -> retry(id);
        };
    }

    public CallbackPolicy policy() {
        return policy;
    }

    /** Holds for what is announced from now on; gaps hold for what still waits too. */
    public void policy(CallbackPolicy changed) {
        var unused = changePolicy(present -> changed);
    }

    /** As {@link #policy(CallbackPolicy)}; of two changes at once the second sees the first's result. */
    public CallbackPolicy changePolicy(UnaryOperator<CallbackPolicy> change) {
        synchronized (waiting) {
            CallbackPolicy changed = change.apply(policy);
            signal.changing(SingleValue.KEY);
            policy = changed;
            return changed;
        }
    }

    /** Oldest first. */
    public List<Callback> all() {
        return ledger.all();
    }

    /**
     * Has a merchant told.
     *
     * @return ends when the answer to the causing call may go out
     */
    public CompletionStage<?> announce(Event event, String url, Bytes body) {
        CallbackPolicy present = policy;
        String id = "callback-" + given.incrementAndGet();
        signal.changing(SingleValue.KEY);
        Instant now = world.now();
        Instant due = now.plus(present.delay());
        ledger.put(id, new Callback(id, event, url, body, Callback.State.PENDING, Optional.of(due), 0, List.of()));
        if (WebAddress.of(url).isEmpty()) {
            String error = "not an absolute http or https address";
            ledger.find(id).ifPresent(before -> listener.missed(before, new Callback.Attempt(now, 0, error)));
            giveUp(id, error);
            return CompletableFuture.completedFuture(id);
        }
        synchronized (waiting) {
            waiting.addLast(id);
        }
        CompletionStage<?> first = at(due, id, Delivery.FIRST);
        for (int copy = 0; copy < present.duplicates(); copy++) {
            at(due, id, Delivery.COPY);
        }
        return present.beforeResponse() ? first : CompletableFuture.completedFuture(id);
    }

    /** Delivers once more, now, whatever came of it before; empty where there is no such callback. */
    public Optional<CompletionStage<?>> replay(String id) {
        return ledger.find(id).map(known -> at(world.now(), id, Delivery.COPY));
    }

    /** Tells the id of each callback that is announced or changed. */
    public Watchers<String> changes() {
        return ledger.changes();
    }

    public Optional<Callback> find(String id) {
        return ledger.find(id);
    }

    @Override
    public List<DueEvent> lapsed(Instant after, Instant until) {
        return List.of();
    }

    @Override
    public void settle(Instant until) {}

    /** The ledger, and what belongs to it. */
    @Override
    public PartState state() {
        return PartState.of(
                StateTable.of(
                        "epay.callback-policy",
                        CallbackState.class,
                        new SingleValue<>(signal, this::kept, this::restore)),
                ledger.table("epay.callbacks", Callback.class, Callback::id));
    }

    private CallbackState kept() {
        synchronized (waiting) {
            return new CallbackState(policy, given.get());
        }
    }

    private void restore(CallbackState kept) {
        synchronized (waiting) {
            policy = kept.policy();
            given.set(kept.given());
        }
    }

    /** What was under way when the process ended is tried again: nobody knows whether it arrived. */
    @Override
    public void restored() {
        Set<String> scheduled = world.timeline().scheduled(WHAT);
        for (Callback callback : ledger.all()) {
            if (callback.state() == Callback.State.PENDING) {
                boolean untried = callback.attempts().isEmpty();
                if (callback.nextAt().filter(due -> !due.isAfter(world.now())).isPresent()) {
                    unsure.add(callback.id());
                }
                if (untried) {
                    synchronized (waiting) {
                        waiting.addLast(callback.id());
                    }
                }
                if (!scheduled.contains(callback.id())) {
                    at(
                            callback.nextAt().orElseGet(world::now),
                            callback.id(),
                            untried ? Delivery.FIRST : Delivery.AGAIN);
                }
            }
        }
    }

    /** Now if it is due; the timeline then knows of it all the same, so that whoever moves the clock waits for its end. */
    private CompletionStage<?> at(Instant due, String id, Delivery delivery) {
        Instant now = world.now();
        if (!due.isAfter(now) && !world.timeline().isResting()) {
            CompletionStage<?> begun = perform(delivery, id);
            mark(due, id, begun);
            return begun;
        }
        if (!world.timeline().at(due, WHAT, id, delivery.name())) {
            synchronized (waiting) {
                waiting.remove(id);
            }
            giveUp(id, "the world has too much to do later; raise limits.tasks");
        }
        return CompletableFuture.completedFuture(id);
    }

    private void mark(Instant due, String id, CompletionStage<?> begun) {
        if (!marks.tryAcquire()) {
            return;
        }
        boolean marked = world.timeline().at(due, WHAT, id, () -> {
            marks.release();
            return begun;
        });
        if (!marked) {
            marks.release();
        }
    }

    /** Whose turn it is. */
    private String next(String id) {
        synchronized (waiting) {
            boolean newest = policy.order() == CallbackChange.Order.REVERSED;
            String chosen = newest ? waiting.pollLast() : waiting.remove(id) ? id : waiting.pollFirst();
            return chosen == null ? id : chosen;
        }
    }

    private CompletionStage<?> attempt(String id, boolean again) {
        Instant at = world.now();
        return ledger.find(id)
                .map(callback -> {
                    listener.sent(callback);
                    return sender.post(callback.url(), callback.body())
                            .thenAccept(receipt -> record(id, receipt, at, again));
                })
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private CompletionStage<?> retry(String id) {
        boolean open = ledger.find(id)
                .filter(known -> known.state() == Callback.State.PENDING)
                .isPresent();
        return open ? attempt(id, true) : CompletableFuture.completedFuture(id);
    }

    private void record(String id, Sender.Receipt receipt, Instant at, boolean again) {
        Callback.Attempt attempt = new Callback.Attempt(
                at, receipt.status(), receipt.error(), receipt.location(), receipt.answer(), unsure.remove(id));
        if (acknowledges.test(receipt.status())) {
            ledger.find(id).ifPresent(listener::acknowledged);
            ledger.change(id, known -> known.acknowledged(attempt));
            return;
        }
        ledger.find(id).ifPresent(before -> {
            if (receipt.sent()) {
                listener.missed(before, attempt);
            } else {
                listener.withheld(before);
            }
        });
        if (!again) {
            ledger.change(id, known -> known.missedAside(attempt));
            return;
        }
        ledger.change(id, known -> known.missed(attempt, gap(known.failures()).map(at::plus)))
                .flatMap(Callback::nextAt)
                .ifPresent(due -> at(due, id, Delivery.AGAIN));
    }

    private void giveUp(String id, String error) {
        Callback.Attempt attempt = new Callback.Attempt(world.now(), 0, error);
        ledger.change(id, known -> known.missed(attempt, Optional.empty()));
    }

    private Optional<Duration> gap(int failures) {
        List<Duration> gaps = policy.retries();
        return failures < gaps.size() ? Optional.of(gaps.get(failures)) : Optional.empty();
    }
}
