package kz.paysandbox.emulator.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClockShapeTest {

    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    private static final Instant LATER = Instant.parse("2027-01-15T12:00:00Z");

    private final Mistakes mistakes = new Mistakes();

    @Test
    void it_stands_at_an_instant_or_where_it_is() {
        assertThat(frozenAt("2027-01-15T12:00:00Z")).contains(LATER);
        assertThat(frozenAt(Map.of("mode", "frozen", "at", "2027-01-15T12:00:00Z")))
                .contains(LATER);
        assertThat(frozenAt(Map.of("mode", "frozen"))).contains(NOON);
    }

    @Test
    void it_runs_where_it_is_real_or_nothing_is_said() {
        assertThat(frozenAt("real")).isEmpty();
        assertThat(frozenAt(Map.of("mode", "real"))).isEmpty();
        assertThat(ClockShape.frozenAt(new Values(Map.of()), NOON)).isEmpty();
    }

    @Test
    void anything_else_is_a_mistake() {
        read("soon");
        read(Map.of());
        read(Map.of("mode", "real", "at", "2027-01-15T12:00:00Z"));
        read(Map.of("at", "2027-01-15T12:00:00Z"));
        read(Map.of("mode", "frozn"));
        assertThat(mistakes.all())
                .extracting(Mistake::message)
                .satisfiesExactly(
                        words -> assertThat(words).startsWith("clock must be an instant"),
                        words -> assertThat(words).startsWith("mode must be real (without at)"),
                        words -> assertThat(words).startsWith("mode must be real (without at)"),
                        words -> assertThat(words).startsWith("mode must be real (without at)"),
                        words -> assertThat(words).contains("did you mean frozen?"));
        assertThat(new ClockShape().schema()).containsKey("anyOf");
    }

    private Optional<Instant> frozenAt(Object clock) {
        Optional<Instant> at = ClockShape.frozenAt(new Values(read(clock)), NOON);
        assertThat(mistakes.all()).isEmpty();
        return at;
    }

    private Map<String, Object> read(Object clock) {
        InputNode node = clock instanceof Map<?, ?> map
                ? InputNode.of(map)
                : new InputNode.Value(new Place.InObject("clock"), String.valueOf(clock), true);
        return new ClockShape().read(node, mistakes);
    }
}
