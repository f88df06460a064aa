package kz.paysandbox.emulator.core.metrics;

import static kz.paysandbox.emulator.core.metrics.AnswerCounts.NO_CODE;
import static kz.paysandbox.emulator.core.metrics.AnswerCounts.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import kz.paysandbox.emulator.core.metrics.AnswerCounts.Count;
import org.junit.jupiter.api.Test;

class AnswerCountsTest {

    private final AnswerCounts counts = new AnswerCounts();

    @Test
    void the_status_and_the_code_make_an_answer() {
        counts.add(200, 0);
        counts.add(200, -999);
        counts.add(200, 0);
        counts.add(400, 0);
        counts.add(200, NO_CODE);

        assertThat(counts.all())
                .containsExactly(
                        new Count(200, 0, 2),
                        new Count(200, -999, 1),
                        new Count(400, 0, 1),
                        new Count(200, NO_CODE, 1));
    }

    @Test
    void answers_beyond_the_most_are_counted_together_and_known_ones_go_on() {
        for (int code = 0; code < AnswerCounts.MOST + 3; code++) {
            counts.add(200, code);
        }
        counts.add(200, 0);

        assertThat(counts.all())
                .hasSize(AnswerCounts.MOST + 1)
                .startsWith(new Count(200, 0, 2))
                .endsWith(new Count(OTHER, NO_CODE, 3));
    }

    @Test
    void none_is_lost_where_many_count_at_once() {
        IntStream.range(0, 20_000).parallel().forEach(at -> counts.add(200, at % 10));

        assertThat(counts.all())
                .hasSize(10)
                .allSatisfy(count -> assertThat(count.times()).isEqualTo(2_000));
    }
}
