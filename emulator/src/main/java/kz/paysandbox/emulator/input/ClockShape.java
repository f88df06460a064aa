package kz.paysandbox.emulator.input;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A clock as people write it: {@code real}, an instant, or {@code {"mode":"real"|"frozen","at"?}}. */
public final class ClockShape implements Shape {

    private static final String REAL = "real";
    private static final Scalar INSTANT = Scalar.instant();
    private static final Table TABLE = new Table()
            .optional("mode", Scalar.choice(REAL, "frozen"), "Whether it runs")
            .optional("at", INSTANT, "Where a frozen one stands; where it is not given, where it is");

    /** An object with mode and perhaps at. */
    @Override
    public Map<String, Object> read(InputNode node, Mistakes mistakes) {
        if (node instanceof InputNode.Value value) {
            return value.text().equals(REAL)
                    ? Map.of("mode", REAL)
                    : Map.of("mode", "frozen", "at", INSTANT.read(node, mistakes));
        }
        int before = mistakes.count();
        Map<String, Object> clock = TABLE.read(node, mistakes);
        boolean real = REAL.equals(clock.get("mode")) && !clock.containsKey("at");
        if (!real && !"frozen".equals(clock.get("mode")) && mistakes.count() == before) {
            mistakes.at(
                    node.place(), "mode must be real (without at), or frozen, perhaps with at as an ISO 8601 instant");
        }
        return clock;
    }

    /**
     * The instant at which it is to stand; empty where it runs, or nothing is said of it.
     *
     * @param now where a frozen clock stands that does not say where
     */
    public static Optional<Instant> frozenAt(Values clock, Instant now) {
        return clock.text("mode")
                .filter(mode -> !mode.equals(REAL))
                .map(frozen -> clock.instant("at").orElse(now));
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("anyOf", List.of(Map.of("const", REAL), INSTANT.schema(), TABLE.schema()));
    }
}
