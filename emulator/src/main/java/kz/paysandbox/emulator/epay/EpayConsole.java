package kz.paysandbox.emulator.epay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.epay.call.EpayConfig;
import kz.paysandbox.emulator.epay.call.EpayWire;
import kz.paysandbox.emulator.epay.callbacks.Callback;
import kz.paysandbox.emulator.epay.callbacks.CallbackPolicy;
import kz.paysandbox.emulator.epay.callbacks.Callbacks;
import kz.paysandbox.emulator.epay.domain.cards.TestCard;
import kz.paysandbox.emulator.epay.domain.cards.TestCards;
import kz.paysandbox.emulator.input.Mistakes;
import kz.paysandbox.emulator.input.PolicyShape;
import kz.paysandbox.emulator.input.Values;

/** What the control surface shows of ePay alone, callbacks and test cards. */
public final class EpayConsole {

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

    /** Oldest first. */
    public List<String> ids(World world) {
        return deliveries(world).all().stream().map(Callback::id).toList();
    }

    public ConsoleView.Policy policy(World world) {
        return ConsoleView.Policy.of(deliveries(world).policy());
    }

    /** What puts the policy that is in force now back. */
    public Runnable restoration(World world) {
        CallbackPolicy present = deliveries(world).policy();
        return () -> deliveries(world).policy(present);
    }

    /** What is not named stays; or what is wrong. */
    public Outcome<ConsoleView.Policy, Complaint> changePolicy(World world, Map<String, Object> changes) {
        return deliveries(world)
                .changePolicy(present -> changed(present, changes))
                .map(ConsoleView.Policy::of);
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

    /** The policy as it is then; what is not named stays as it is. */
    private static Outcome<CallbackPolicy, Complaint> changed(CallbackPolicy present, Map<String, Object> changes) {
        Mistakes mistakes = new Mistakes();
        Values policy = PolicyShape.table().values(changes, mistakes);
        return mistakes.finish(policy)
                .map(read -> new CallbackPolicy(
                        read.duration("delay").orElse(present.delay()),
                        read.whole("duplicates").orElse(present.duplicates()),
                        read.text("order").flatMap(CallbackPolicy.Sequence::of).orElse(present.order()),
                        read.flag("beforeResponse").orElse(present.beforeResponse()),
                        read.has("retries")
                                ? read.list("retries").stream()
                                        .map(gap -> Duration.parse(String.valueOf(gap)))
                                        .toList()
                                : present.retries()));
    }
}
