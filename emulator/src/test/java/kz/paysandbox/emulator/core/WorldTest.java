package kz.paysandbox.emulator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorldTest {

    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

    /** A bank's state that only knows its world. */
    record Part(World world) implements WorldPart {
        @Override
        public List<DueEvent> lapsed(Instant after, Instant until) {
            return List.of(DueEvent.done(until, "part", world.name()));
        }

        @Override
        public void settle(Instant until) {}
    }

    private final Worlds worlds = new Worlds(
            new TestClock(NINE),
            Alarm.none(),
            3,
            new WorldLimits(10, 10, 10, 1),
            List.of(new Slot<>(Part.class, Part::new)));

    private final World world = worlds.create(
                    new WorldSpec("a", 7, Optional.of(NINE.plusSeconds(1)), new Credentials(Map.of("key", "secret"))))
            .value()
            .orElseThrow();

    @Test
    void it_is_what_its_spec_says() {
        assertThat(world.name()).isEqualTo("a");
        assertThat(world.seed()).isEqualTo(7);
        assertThat(world.spec().name()).isEqualTo("a");
        assertThat(world.ids().next()).isEqualTo(new Ids(7).next());
        assertThat(world.credentials().value("key")).isEqualTo("secret");
        assertThat(world.now()).isEqualTo(NINE.plusSeconds(1));
        assertThat(world.clock().mode()).isEqualTo(SandboxClock.Mode.FROZEN);
    }

    @Test
    void a_slot_s_state_is_made_for_this_world_and_hears_of_its_time() {
        assertThat(world.part(Part.class).world()).isSameAs(world);
        assertThat(world.timeline().advance(Duration.ofSeconds(1)))
                .containsExactly(DueEvent.done(NINE.plusSeconds(2), "part", "a"));
    }

    @Test
    void a_state_that_has_no_slot_is_a_bug() {
        assertThatThrownBy(() -> world.part(WorldPart.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("WorldPart");
    }

    @Test
    void it_keeps_its_journal_its_findings_and_its_pseudonyms() {
        assertThat(world.journal().nextNumber()).isEqualTo(1);
        assertThat(world.journal().nextNumber()).isEqualTo(2);
        assertThat(world.findings().all()).isEmpty();
        assertThat(world.pseudonyms().of("phone", "1")).isEqualTo("phone#1");
    }

    @Test
    void a_credential_that_is_not_there_is_a_bug_and_none_is_ever_printed() {
        assertThatThrownBy(() -> world.credentials().value("other"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("other");
        assertThat(world.credentials().toString()).contains("key").doesNotContain("secret");
    }
}
