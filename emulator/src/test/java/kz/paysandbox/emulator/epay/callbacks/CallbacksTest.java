package kz.paysandbox.emulator.epay.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kz.paysandbox.emulator.core.AtOnce;
import kz.paysandbox.emulator.core.Slot;
import kz.paysandbox.emulator.core.TestWorlds;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldLimits;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.desk.CallbackChange;
import kz.paysandbox.emulator.core.state.TableReader;
import org.junit.jupiter.api.Test;

/** Deliveries on a frozen clock, to merchants that never were. */
class CallbacksTest {

    private static final Instant START = Instant.parse("2026-11-21T07:00:00Z");
    private static final List<Duration> GAPS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final List<String> posted = new ArrayList<>();
    private final List<Integer> missed = new ArrayList<>();
    private final DeliveryListener listener = new DeliveryListener() {
        @Override
        public void sent(Callback callback) {}

        @Override
        public void acknowledged(Callback callback) {}

        @Override
        public void withheld(Callback callback) {}

        @Override
        public synchronized void missed(Callback before, Callback.Attempt attempt) {
            missed.add(before.failures());
        }
    };

    @Test
    void ten_thousand_to_a_dead_merchant_are_bounded_and_every_call_returns() {
        World world = world(1_000, 2_000, (url, body) -> new CompletableFuture<>());
        Callbacks callbacks = world.part(Callbacks.class);
        for (int n = 0; n < 10_000; n++) {
            assertThat(callbacks
                            .announce(event("i" + n), "http://dead.example/", Bytes.utf8("{}"))
                            .toCompletableFuture())
                    .isDone();
        }
        assertThat(callbacks.all()).hasSize(1_000);
        assertThat(world.timeline().at(START, "later", "1", () -> CompletableFuture.completedFuture("")))
                .isTrue();
    }

    @Test
    void gaps_are_counted_from_the_previous_attempt() {
        World world = world(100, 100, (url, body) -> {
            posted.add(url);
            return CompletableFuture.completedFuture(new Sender.Receipt(500, ""));
        });
        Callbacks callbacks = world.part(Callbacks.class);
        callbacks.announce(event("1"), "http://shop.example/post", Bytes.utf8("{}"));
        assertThat(callbacks.all().get(0).nextAt()).contains(START.plus(GAPS.get(0)));
        world.timeline().advance(Duration.ofMinutes(1));
        assertThat(callbacks.all().get(0).nextAt()).contains(START.plus(Duration.ofMinutes(6)));
        world.timeline().advance(Duration.ofDays(1));
        assertThat(callbacks.all().get(0).state()).isEqualTo(Callback.State.FAILED);
        assertThat(posted).hasSize(3);
        assertThat(missed).containsExactly(0, 1, 2);
    }

    @Test
    void what_is_no_address_is_never_sent() {
        World world = world(100, 100, (url, body) -> {
            posted.add(url);
            return CompletableFuture.completedFuture(new Sender.Receipt(200, ""));
        });
        Callbacks callbacks = world.part(Callbacks.class);
        List.of("javascript:alert(1)", "file:///etc/passwd", "shop", "http://", "ftp://a.b/")
                .forEach(url -> callbacks.announce(event("1"), url, Bytes.utf8("{}")));
        assertThat(posted).isEmpty();
        assertThat(callbacks.all()).allMatch(callback -> callback.state() == Callback.State.FAILED);
    }

    @Test
    void a_full_agenda_is_said_not_hidden() {
        World world = world(100, 1, (url, body) -> CompletableFuture.completedFuture(new Sender.Receipt(200, "")));
        Callbacks callbacks = world.part(Callbacks.class);
        callbacks.policy(new CallbackPolicy(Duration.ofHours(1), 0, CallbackChange.Order.IN_ORDER, false, GAPS));
        callbacks.announce(event("1"), "http://shop.example/", Bytes.utf8("{}"));
        callbacks.announce(event("2"), "http://shop.example/", Bytes.utf8("{}"));
        assertThat(callbacks.all().get(1).state()).isEqualTo(Callback.State.FAILED);
        assertThat(callbacks.all().get(1).attempts().get(0).error()).contains("limits.tasks");
        assertThat(missed).as("the merchant's misses").isEmpty();
    }

    @Test
    void what_was_given_up_takes_nobodys_turn() {
        World world = world(100, 1, (url, body) -> {
            posted.add(url);
            return CompletableFuture.completedFuture(new Sender.Receipt(200, ""));
        });
        Callbacks callbacks = world.part(Callbacks.class);
        callbacks.policy(new CallbackPolicy(Duration.ofHours(1), 0, CallbackChange.Order.REVERSED, false, GAPS));
        callbacks.announce(event("1"), "http://first.example/", Bytes.utf8("{}"));
        callbacks.announce(event("2"), "http://second.example/", Bytes.utf8("{}"));
        world.timeline().advance(Duration.ofHours(1));
        assertThat(posted).containsExactly("http://first.example/");
    }

    @Test
    void ids_are_given_once_and_no_change_of_the_policy_is_lost() {
        World world = world(1_000, 1_000, (url, body) -> new CompletableFuture<>());
        Callbacks callbacks = world.part(Callbacks.class);
        AtOnce.call(16, n -> callbacks.announce(event("i" + n), "http://shop.example/", Bytes.utf8("{}")));
        assertThat(callbacks.all())
                .extracting(Callback::id)
                .doesNotHaveDuplicates()
                .hasSize(16);
        AtOnce.call(
                16,
                n -> callbacks.changePolicy(present -> new CallbackPolicy(
                        present.delay().plusSeconds(1), 0, present.order(), false, present.retries())));
        assertThat(callbacks.policy().delay()).isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void each_try_that_fails_is_counted_and_none_is_made_too_often() {
        World world = world(100, 1_000, (url, body) -> {
            synchronized (posted) {
                posted.add(url);
            }
            return CompletableFuture.completedFuture(new Sender.Receipt(500, ""));
        });
        Callbacks callbacks = world.part(Callbacks.class);
        callbacks.announce(event("1"), "http://shop.example/", Bytes.utf8("{}"));
        String id = callbacks.all().get(0).id();
        AtOnce.call(16, n -> callbacks.replay(id).isPresent());
        world.timeline().advance(Duration.ofDays(1));
        assertThat(posted).hasSize(1 + 16 + GAPS.size());
        assertThat(callbacks.find(id).orElseThrow().failures()).isEqualTo(1 + GAPS.size());
    }

    @Test
    void what_the_sandbox_did_not_send_is_no_miss_of_the_merchants() {
        World world =
                world(100, 100, (url, body) -> CompletableFuture.completedFuture(Sender.Receipt.unsent("too many")));
        Callbacks callbacks = world.part(Callbacks.class);
        callbacks.announce(event("1"), "http://shop.example/", Bytes.utf8("{}"));
        assertThat(callbacks.all().get(0).attempts()).hasSize(1);
        assertThat(missed).isEmpty();
    }

    @Test
    void a_try_that_was_under_way_when_the_process_ended_may_have_arrived_and_later_ones_have_not() {
        Callbacks ended =
                world(100, 100, (url, body) -> new CompletableFuture<>()).part(Callbacks.class);
        ended.announce(event("under way"), "http://shop.example/", Bytes.utf8("{}"));
        ended.policy(new CallbackPolicy(Duration.ofMinutes(1), 0, CallbackChange.Order.IN_ORDER, false, GAPS));
        ended.announce(event("later"), "http://shop.example/", Bytes.utf8("{}"));

        World world = world(
                100,
                100,
                (url, body) -> CompletableFuture.completedFuture(new Sender.Receipt(posted.isEmpty() ? 500 : 200, "")));
        Callbacks back = world.part(Callbacks.class);
        new TableReader(ended.state().tables()).copyTo(back.state().tables());
        back.restored();
        posted.add("again");
        world.timeline().advance(Duration.ofMinutes(1));

        assertThat(back.all())
                .extracting(callback -> callback.attempts().stream()
                        .map(Callback.Attempt::mayBeCopy)
                        .toList())
                .containsExactly(List.of(true, false), List.of(false));
    }

    private static Event event(String invoiceId) {
        return new Event(invoiceId, "payment-" + invoiceId, List.of());
    }

    private World world(int remembered, int tasks, Sender sender) {
        Slot<Callbacks> slot = new Slot<>(
                Callbacks.class,
                world -> new Callbacks(
                        world, CallbackPolicy.polite(GAPS), status -> status / 100 == 2, remembered, sender, listener));
        return TestWorlds.standing(START, new WorldLimits(10, 10, 10, tasks), Map.of(), slot);
    }
}
