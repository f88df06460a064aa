package kz.paysandbox.emulator.epay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.data.Watchers;
import kz.paysandbox.emulator.core.desk.CallbackChange;
import kz.paysandbox.emulator.core.records.BoundedRecords;
import kz.paysandbox.emulator.epay.call.EpayConfig;
import kz.paysandbox.emulator.epay.call.EpayWire;
import kz.paysandbox.emulator.epay.callbacks.Callback;
import kz.paysandbox.emulator.epay.callbacks.Callbacks;
import kz.paysandbox.emulator.epay.domain.EpayBank;
import kz.paysandbox.emulator.epay.domain.cards.TestCard;
import kz.paysandbox.emulator.epay.domain.cards.TestCards;

/** The part of the control surface that concerns ePay alone: callbacks, hosted pages and test cards. */
final class EpayConsole {

    /** Of each kind. */
    private static final int MOST_CHECKOUTS = 100;

    private final EpayWire wire;

    public EpayConsole(EpayConfig config) {
        this.wire = new EpayWire(config);
    }

    /** Oldest first. */
    public List<ConsoleView.Delivery> callbacks(World world) {
        return deliveries(world).all().stream()
                .map(callback -> ConsoleView.Delivery.of(world, callback))
                .toList();
    }

    /** One of them; empty where there is none of this id. */
    public Optional<ConsoleView.Delivery> callback(World world, String id) {
        return deliveries(world).find(id).map(callback -> ConsoleView.Delivery.of(world, callback));
    }

    /** Tells the id of each that is announced or changed, until what is returned is run. */
    public Runnable watch(World world, Consumer<String> watcher) {
        Watchers<String> changes = deliveries(world).changes();
        var unused = changes.watch(watcher);
        return () -> changes.unwatch(watcher);
    }

    /** Oldest first. */
    public List<String> ids(World world) {
        return deliveries(world).all().stream().map(Callback::id).toList();
    }

    /** The hosted pages that were opened and the links that can be followed, each kind newest first. */
    public List<ConsoleView.Checkout> checkouts(World world) {
        EpayBank bank = world.part(EpayBank.class);
        Instant now = world.now();
        return Stream.concat(
                        newestFirst(bank.checkouts()).map(ConsoleView.Checkout::of),
                        newestFirst(bank.links())
                                .filter(link -> link.isOpen(now))
                                .map(ConsoleView.Checkout::of))
                .toList();
    }

    private static <V> Stream<V> newestFirst(BoundedRecords<V> records) {
        List<V> all = new ArrayList<>(records.all());
        Collections.reverse(all);
        return all.stream().limit(MOST_CHECKOUTS);
    }

    /** How many are still to be delivered. */
    public long owed(World world) {
        return deliveries(world).all().stream()
                .filter(callback -> callback.state() == Callback.State.PENDING)
                .count();
    }

    public ConsoleView.Policy policy(World world) {
        return ConsoleView.Policy.of(deliveries(world).policy());
    }

    /** The change that puts the policy that is in force now back. */
    public CallbackChange present(World world) {
        return deliveries(world).policy().change();
    }

    public ConsoleView.Policy changePolicy(World world, CallbackChange change) {
        return ConsoleView.Policy.of(deliveries(world).changePolicy(present -> present.with(change)));
    }

    /** Delivers a callback once more; empty where there is none of this id. */
    public Optional<CompletionStage<Optional<ConsoleView.Delivery>>> replay(World world, String id) {
        return deliveries(world)
                .replay(id)
                .map(stage -> stage.thenApply(
                        done -> deliveries(world).find(id).map(callback -> ConsoleView.Delivery.of(world, callback))));
    }

    public List<ConsoleView.Card> cards() {
        return TestCards.all().stream().flatMap(this::cards).toList();
    }

    private Stream<ConsoleView.Card> cards(TestCard card) {
        return card.printed().stream()
                .map(printed -> new ConsoleView.Card(
                        card.pan(),
                        printed.expiry(),
                        printed.cvc(),
                        card.behavior().label(),
                        card.behavior().refusal().map(wire::code)));
    }

    private static Callbacks deliveries(World world) {
        return world.part(Callbacks.class);
    }
}
