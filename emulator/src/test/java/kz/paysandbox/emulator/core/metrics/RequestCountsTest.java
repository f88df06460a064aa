package kz.paysandbox.emulator.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestCountsTest {

    private final RequestCounts counts = new RequestCounts();

    @Test
    void a_row_of_a_listener_is_counted_in_one_place() {
        assertThat(counts.of("toy-r1", "pay")).isSameAs(counts.of("toy-r1", "pay"));
        assertThat(counts.of("toy-r1", "pay")).isNotSameAs(counts.of("toy-r2", "pay"));
        assertThat(counts.of("toy-r1", "pay")).isNotSameAs(counts.of("toy-r1", "ping"));
    }

    @Test
    void each_answer_is_a_sample_with_its_row_status_and_code() {
        counts.of("toy-r1", "pay").add(200, -5);
        counts.of("toy-r1", "pay").add(200, -5);
        counts.of("toy-r1", "").add(404, AnswerCounts.NO_CODE);
        counts.of("control", "ping").add(0, AnswerCounts.NO_CODE);

        List<Sample> samples = counts.samples().toList();

        assertThat(samples).extracting(Sample::name).containsOnly("kzpay_sandbox_requests");
        assertThat(samples).extracting(Sample::kind).containsOnly(Sample.Kind.COUNTER);
        assertThat(samples)
                .extracting(Sample::labels)
                .containsExactlyInAnyOrder(
                        Map.of("listener", "toy-r1", "row", "pay", "http", "200", "code", "-5"),
                        Map.of("listener", "toy-r1", "row", "", "http", "404", "code", ""),
                        Map.of("listener", "control", "row", "ping", "http", "none", "code", ""));
        assertThat(samples)
                .filteredOn(sample -> "pay".equals(sample.labels().get("row")))
                .extracting(Sample::value)
                .containsExactly(2.0);
    }

    @Test
    void answers_beyond_the_number_that_is_told_apart_are_one_sample() {
        AnswerCounts many = counts.of("toy-r1", "pay");
        for (int code = 0; code <= AnswerCounts.MOST; code++) {
            many.add(200, code);
        }
        assertThat(counts.samples())
                .filteredOn(sample -> "other".equals(sample.labels().get("http")))
                .extracting(Sample::value)
                .containsExactly(1.0);
    }

    @Test
    void a_gauge_is_what_it_is_now() {
        assertThat(Sample.gauge("a", "about", 3)).isEqualTo(new Sample(Sample.Kind.GAUGE, "a", "about", Map.of(), 3.0));
        assertThat(Sample.gauge("a", "about", Map.of("kind", "x"), 4))
                .isEqualTo(new Sample(Sample.Kind.GAUGE, "a", "about", Map.of("kind", "x"), 4.0));
    }
}
