package kz.paysandbox.emulator.control.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.core.metrics.Sample;
import org.junit.jupiter.api.Test;

class ExpositionTest {

    @Test
    void samples_are_written_by_name_and_labels() {
        assertThat(Exposition.text(List.of(
                                Sample.gauge("b_worlds", "Worlds.", 2),
                                Sample.counter("a_calls", "Calls.", Map.of("row", "y", "code", "0"), 3),
                                Sample.counter("a_calls", "Calls.", Map.of("row", "say \"x\"", "code", "0"), 1),
                                Sample.counter("a_calls", "Calls.", Map.of("row", "y", "code", "0"), 4)))
                        .text())
                .isEqualTo("""
                        # HELP a_calls_total Calls.
                        # TYPE a_calls_total counter
                        a_calls_total{code="0",row="say \\"x\\""} 1.0
                        a_calls_total{code="0",row="y"} 7.0
                        # HELP b_worlds Worlds.
                        # TYPE b_worlds gauge
                        b_worlds 2.0
                        """);
    }
}
