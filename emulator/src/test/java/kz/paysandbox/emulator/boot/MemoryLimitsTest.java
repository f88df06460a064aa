package kz.paysandbox.emulator.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.journal.JournalMemory;
import org.junit.jupiter.api.Test;

/** What callers can make the sandbox hold follows the heap. */
class MemoryLimitsTest {

    private static final long SMALL = 256L * 1024 * 1024;
    private static final long LARGE = 64L * SMALL;
    private static final int LISTENERS = 5;

    @Test
    void bodies_on_all_open_connections_fit_into_half_a_small_heap() {
        int connections = config(Map.of()).httpLimits(SMALL).connections();

        assertThat((long) connections * LISTENERS * 65_536).isPositive().isLessThan(SMALL / 2);
    }

    @Test
    void a_large_heap_has_as_many_connections_as_are_set() {
        assertThat(config(Map.of()).httpLimits(LARGE).connections()).isEqualTo(10_000);
        assertThat(config(Map.of("limits.connections", "7")).httpLimits(LARGE).connections())
                .isEqualTo(7);
    }

    @Test
    void a_large_body_leaves_some_connections() {
        assertThat(config(Map.of("limits.body", "16777216")).httpLimits(SMALL).connections())
                .isEqualTo(128);
    }

    @Test
    void journals_are_a_share_of_the_heap_and_never_more_than_half_of_it() {
        assertThat(all(config(Map.of()))).isEqualTo(SMALL / 100 * 12);
        assertThat(all(config(Map.of("limits.journal.heap-percent", "100")))).isEqualTo(SMALL / 100 * 50);
    }

    private static long all(ServerConfig config) {
        JournalMemory memory = config.journalMemory(SMALL);
        return 2 * memory.world();
    }

    private static ServerConfig config(Map<String, String> settings) {
        return new ServerConfig(
                Banks.ALL,
                ServerConfig.read(Banks.ALL, settings, Map.of(), Map.of())
                        .value()
                        .orElseThrow(),
                progress -> {},
                Optional.empty());
    }
}
