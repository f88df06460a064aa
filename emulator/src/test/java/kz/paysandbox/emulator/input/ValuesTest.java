package kz.paysandbox.emulator.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesTest {

    private final Values values = new Values(Map.of(
            "text",
            "a",
            "blank",
            " ",
            "whole",
            7,
            "long",
            7_000_000_000L,
            "decimal",
            new BigDecimal("1.50"),
            "flag",
            true,
            "duration",
            "PT2S",
            "instant",
            "2026-01-15T10:00:00+05:00",
            "list",
            List.of(Map.of("a", 1), 2)));

    @Test
    void each_is_asked_for_as_what_it_is() {
        assertThat(values.text("text")).contains("a");
        assertThat(values.text("blank")).isEmpty();
        assertThat(values.whole("whole")).contains(7);
        assertThat(values.number("long")).contains(7_000_000_000L);
        assertThat(values.decimal("decimal")).contains(new BigDecimal("1.50"));
        assertThat(values.flag("flag")).contains(true);
        assertThat(values.duration("duration")).contains(Duration.ofSeconds(2));
        assertThat(values.instant("instant")).contains(Instant.parse("2026-01-15T05:00:00Z"));
        assertThat(values.list("list")).hasSize(2);
        assertThat(values.objects("list").get(0).whole("a")).contains(1);
        assertThat(values.has("flag")).isTrue();
    }

    @Test
    void what_is_not_there_or_something_else_is_empty() {
        assertThat(values.has("none")).isFalse();
        assertThat(values.text("none")).isEmpty();
        assertThat(values.number("text")).isEmpty();
        assertThat(values.decimal("whole")).isEmpty();
        assertThat(values.flag("text")).isEmpty();
        assertThat(values.duration("none")).isEmpty();
        assertThat(values.instant("none")).isEmpty();
        assertThat(values.list("text")).isEmpty();
        assertThat(values.texts("text")).isEmpty();
        assertThat(values.object("text").map()).isEmpty();
    }
}
