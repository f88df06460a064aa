package kz.paysandbox.emulator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import kz.paysandbox.emulator.core.Worlds.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldsTest {

    private final TestClock machine = new TestClock(Instant.parse("2026-01-05T09:00:00Z"));
    private final Worlds worlds = new Worlds(machine, Alarm.none(), 3, new WorldLimits(10, 10, 10, 10), List.of());

    @Test
    void a_world_is_found_by_name_and_by_each_of_its_credentials() {
        World made = create("a", Map.of("key", "secret-1", "id", "secret-2"));
        assertThat(worlds.named("a")).containsSame(made);
        assertThat(worlds.holding("secret-1")).containsSame(made);
        assertThat(worlds.holding("secret-2")).containsSame(made);
        assertThat(worlds.holding("a")).isEmpty();
        assertThat(worlds.named("b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".a", "-a", "a b", "a/b", "мир", "a\n"})
    void a_name_must_fit_into_a_path(String name) {
        assertThat(worlds.create(spec(name, Map.of())).refusal()).contains(Refusal.NAME_MALFORMED);
    }

    @Test
    void a_name_may_have_64_characters_and_no_more() {
        assertThat(worlds.create(spec("a".repeat(64), Map.of())).value()).isPresent();
        assertThat(worlds.create(spec("a".repeat(65), Map.of())).refusal()).contains(Refusal.NAME_MALFORMED);
    }

    @Test
    void a_kept_world_does_not_take_another_s_credential_and_may_be_one_too_many() {
        create("a", Map.of("key", "secret-1"));
        create("b", Map.of());
        create("c", Map.of());
        assertThat(worlds.reopen(spec("d", Map.of("key", "secret-1")), world -> {})
                        .refusal())
                .contains(Refusal.CREDENTIAL_TAKEN);
        assertThat(worlds.reopen(spec("a", Map.of()), world -> {}).refusal()).contains(Refusal.NAME_TAKEN);
        assertThat(worlds.reopen(spec("d", Map.of()), world -> {}).value()).isPresent();
    }

    @Test
    void what_fills_a_world_holds_up_no_other() {
        World filled = worlds.create(spec("a", Map.of()), world -> {
                    assertThat(AtOnce.call(1, thread -> create("b", Map.of()))).hasSize(1);
                    assertThat(worlds.named("a")).isEmpty();
                })
                .value()
                .orElseThrow();
        assertThat(worlds.named("a")).containsSame(filled);
        World other = worlds.replace(
                        "a",
                        7,
                        Optional.empty(),
                        world -> assertThat(AtOnce.call(1, thread -> create("c", Map.of())))
                                .hasSize(1))
                .value()
                .orElseThrow();
        assertThat(worlds.named("a")).containsSame(other);
    }

    @Test
    void of_two_of_a_name_that_are_filled_at_once_the_second_is_refused() {
        assertThat(worlds.create(spec("a", Map.of()), world -> create("a", Map.of()))
                        .refusal())
                .contains(Refusal.NAME_TAKEN);
        assertThat(worlds.replace("a", 7, Optional.empty(), world -> worlds.reset("a"))
                        .refusal())
                .contains(Refusal.UNKNOWN);
    }

    @Test
    void a_world_that_was_sent_the_average_or_more_has_its_share() {
        World main = worlds.create(spec(Worlds.MAIN, Map.of())).value().orElseThrow();
        World other = create("a", Map.of());
        main.received(10);
        other.received(10);
        assertThat(worlds.hasItsShare(main)).isTrue();
        other.received(1);
        assertThat(worlds.hasItsShare(main)).isFalse();
        assertThat(worlds.hasItsShare(other)).isTrue();
    }

    @Test
    void a_world_begins_again_with_another_seed_at_an_instant() {
        World before = create("a", Map.of("key", "secret-1"));
        Instant start = Instant.parse("2026-02-01T00:00:00Z");
        World fresh = worlds.restart("a", 7, Optional.of(start)).value().orElseThrow();
        assertThat(fresh)
                .isNotSameAs(before)
                .isSameAs(worlds.holding("secret-1").orElseThrow());
        assertThat(fresh.seed()).isEqualTo(7);
        assertThat(fresh.now()).isEqualTo(start);
        assertThat(worlds.restart("a", 8, Optional.empty())
                        .value()
                        .orElseThrow()
                        .now())
                .isEqualTo(start);
        assertThat(worlds.restart("b", 8, Optional.empty()).refusal()).contains(Refusal.UNKNOWN);
    }

    @Test
    void what_goes_with_a_world_goes_with_it() {
        World made = create("a", Map.of());
        AtomicInteger gone = new AtomicInteger();
        worlds.delete("a", world -> gone.incrementAndGet());
        assertThat(gone).hasValue(1);
        assertThat(made.timeline().at(made.now(), "late", "1", () -> CompletableFuture.completedStage("no")))
                .isFalse();
    }

    @Test
    void what_a_world_had_still_to_do_ends_with_it() {
        World before = create("a", Map.of());
        AtomicInteger done = new AtomicInteger();
        before.timeline().at(before.now().plusSeconds(1), "late", "1", () -> {
            done.incrementAndGet();
            return CompletableFuture.completedStage("done");
        });
        worlds.reset("a");
        assertThat(before.timeline().advance(Duration.ofHours(1))).isEmpty();
        assertThat(before.timeline().at(before.now(), "later", "2", () -> CompletableFuture.completedStage("no")))
                .isFalse();
        assertThat(done).hasValue(0);
    }

    @Test
    void names_are_unique() {
        create("a", Map.of());
        assertThat(worlds.create(spec("a", Map.of())).refusal()).contains(Refusal.NAME_TAKEN);
    }

    @Test
    void there_are_only_so_many_worlds_at_a_time() {
        create("a", Map.of());
        create("b", Map.of());
        create("c", Map.of());
        assertThat(worlds.create(spec("d", Map.of())).refusal()).contains(Refusal.TOO_MANY);
        worlds.delete("b", gone -> {});
        assertThat(worlds.create(spec("d", Map.of())).value()).isPresent();
        assertThat(worlds.all()).extracting(World::name).containsExactly("a", "c", "d");
    }

    @Test
    void a_reset_world_starts_anew_with_the_same_name_seed_and_credentials() {
        World old = create("a", Map.of("key", "secret"));
        long first = old.ids().next();
        World fresh = worlds.reset("a").value().orElseThrow();
        assertThat(fresh).isNotSameAs(old);
        assertThat(worlds.holding("secret")).containsSame(fresh);
        assertThat(fresh.ids().next()).isEqualTo(first);
    }

    @Test
    void each_beginning_of_a_world_has_a_number_of_its_own() {
        long first = create("a", Map.of()).generation();
        long other = create("b", Map.of()).generation();
        long reset = worlds.reset("a").value().orElseThrow().generation();
        assertThat(List.of(first, other, reset)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_deleted_world_is_forgotten_with_its_credentials_and_no_other_is() {
        World kept = create("b", Map.of("key", "other"));
        create("a", Map.of("key", "secret"));
        assertThat(worlds.delete("a", gone -> {}).value()).map(World::name).contains("a");
        assertThat(worlds.named("a")).isEmpty();
        assertThat(worlds.holding("secret")).isEmpty();
        create("a", Map.of());
        assertThat(worlds.holding("secret")).isEmpty();
        assertThat(worlds.holding("other")).containsSame(kept);
    }

    @Test
    void the_default_world_stays() {
        World main = create(Worlds.MAIN, Map.of());
        assertThat(worlds.delete(Worlds.MAIN, gone -> {}).refusal()).contains(Refusal.MAIN_STAYS);
        assertThat(worlds.main()).isSameAs(main);
    }

    @Test
    void an_unknown_world_can_be_neither_reset_nor_deleted() {
        assertThat(worlds.reset("a").refusal()).contains(Refusal.UNKNOWN);
        assertThat(worlds.delete("a", gone -> {}).refusal()).contains(Refusal.UNKNOWN);
        assertThatThrownBy(worlds::main).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void the_machine_s_time_is_the_one_given_and_worlds_run_with_it_by_default() {
        assertThat(create("a", Map.of()).now()).isEqualTo(machine.instant());
        assertThat(worlds.machineTime()).isEqualTo(machine.instant());
    }

    private World create(String name, Map<String, String> credentials) {
        return worlds.create(spec(name, credentials)).value().orElseThrow();
    }

    private static WorldSpec spec(String name, Map<String, String> credentials) {
        return new WorldSpec(name, 1, Optional.empty(), new Credentials(credentials));
    }

    @Test
    void of_many_worlds_with_one_credential_made_at_once_one_is() {
        Worlds many = new Worlds(machine, Alarm.none(), 100, new WorldLimits(10, 10, 10, 10), List.of());
        assertThat(AtOnce.call(16, caller -> many.create(spec("w" + caller, Map.of("key", "one")))))
                .filteredOn(outcome -> outcome.value().isPresent())
                .hasSize(1);
        assertThat(many.all()).hasSize(1);
    }
}
