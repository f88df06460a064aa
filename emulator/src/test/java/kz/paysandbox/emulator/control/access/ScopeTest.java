package kz.paysandbox.emulator.control.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

    /** What each scope opens of each kind of row: r reads, w writes, both of its own world and of another. */
    @ParameterizedTest
    @CsvSource({
        "all,     OPEN DOCUMENT SERVER METRICS TOKENS WORLD NAMED_WORLD CREDENTIALS, OPEN DOCUMENT SERVER METRICS TOKENS WORLD NAMED_WORLD CREDENTIALS",
        "read,    OPEN DOCUMENT SERVER METRICS WORLD, ''",
        "world:a, OPEN DOCUMENT WORLD NAMED_WORLD CREDENTIALS, WORLD NAMED_WORLD CREDENTIALS",
    })
    void a_scope_opens_these_rows(String text, String reading, String writing) {
        Scope scope = Scope.parse(text).orElseThrow();

        for (Reach reach : Reach.values()) {
            assertThat(scope.lacks(reach, true, "a").isEmpty())
                    .as("reads " + reach)
                    .isEqualTo(Arrays.asList(reading.split(" ")).contains(reach.name()));
            assertThat(scope.lacks(reach, false, "a").isEmpty())
                    .as("writes " + reach)
                    .isEqualTo(Arrays.asList(writing.split(" ")).contains(reach.name()));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Reach.class,
            names = {"WORLD", "NAMED_WORLD", "CREDENTIALS"})
    void another_world_is_closed(Reach reach) {
        Scope scope = Scope.parse("world:a").orElseThrow();

        assertThat(scope.lacks(reach, true, "b")).contains("world:b or all");
        assertThat(scope.lacks(reach, true, "A")).contains("world:A or all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ALL", "world", "world:", "world:-a", "world:a b", "read,all"})
    void nonsense_is_no_scope(String text) {
        assertThat(Scope.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "read", "world:a.b-c_1"})
    void it_is_written_as_it_is_read(String text) {
        assertThat(Scope.parse(text).orElseThrow()).hasToString(text);
    }
}
