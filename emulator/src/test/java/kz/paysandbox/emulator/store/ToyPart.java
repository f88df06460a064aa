package kz.paysandbox.emulator.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.paysandbox.emulator.core.DueEvent;
import kz.paysandbox.emulator.core.Slot;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldPart;
import kz.paysandbox.emulator.core.records.BoundedRecords;
import kz.paysandbox.emulator.core.records.Records;
import kz.paysandbox.emulator.core.state.ChangeSignal;
import kz.paysandbox.emulator.core.state.KeyedValues;
import kz.paysandbox.emulator.core.state.PartState;
import kz.paysandbox.emulator.core.state.SingleValue;
import kz.paysandbox.emulator.core.state.StateTable;

/** A part of a world that has a table of each kind. */
final class ToyPart implements WorldPart {

    static final int MOST = 4;

    final BoundedRecords<Item> items = new BoundedRecords<>(MOST);
    final Records<String, Secret> secrets = new Records<>();
    final BoundedRecords<Item> later = new BoundedRecords<>(MOST);
    final BoundedRecords<Item> newest = new BoundedRecords<>(MOST);
    private final ChangeSignal signal = new ChangeSignal();
    private Count count = new Count(0);

    record Item(String id, int value) {}

    record Secret(String token, int value) {}

    record Count(int value) {}

    /** What is kept before answers. */
    record Urgent(List<Item> items, Map<String, Integer> secrets, int count) {}

    /** What may be kept later. */
    record Later(List<Item> later, List<Item> newest) {
        static final Later NOTHING = new Later(List.of(), List.of());
    }

    static Slot<ToyPart> slot() {
        return new Slot<>(ToyPart.class, world -> new ToyPart());
    }

    static ToyPart of(World world) {
        return world.part(ToyPart.class);
    }

    synchronized void count(int value) {
        signal.changing(SingleValue.KEY);
        count = new Count(value);
    }

    private synchronized Count settled() {
        return count;
    }

    Urgent urgent() {
        Map<String, Integer> byToken = new TreeMap<>();
        secrets.stream().forEach(secret -> byToken.put(secret.token(), secret.value()));
        return new Urgent(items.all(), byToken, settled().value());
    }

    Later later() {
        return new Later(later.all(), newest.all());
    }

    @Override
    public PartState state() {
        return PartState.of(
                items.table("toy.items", Item.class, Item::id),
                StateTable.of(
                                "toy.secrets",
                                Secret.class,
                                new KeyedValues<>(
                                        secrets.signal(),
                                        secrets::findSettled,
                                        () -> secrets.stream()
                                                .map(Secret::token)
                                                .toList(),
                                        secret -> secrets.put(secret.token(), secret)))
                        .with(StateTable.Trait.SECRET_KEYS)
                        .with(StateTable.Trait.OF_CREDENTIALS),
                StateTable.of(
                        "toy.count",
                        Count.class,
                        new SingleValue<>(signal, this::settled, value -> count(value.value()))),
                later.table("toy.later", Item.class, Item::id).soon(),
                newest.table("toy.newest", Item.class, Item::id).window().with(StateTable.Trait.HISTORY));
    }

    @Override
    public List<DueEvent> lapsed(Instant after, Instant until) {
        return List.of();
    }

    @Override
    public void settle(Instant until) {
        // nothing lapses
    }
}
