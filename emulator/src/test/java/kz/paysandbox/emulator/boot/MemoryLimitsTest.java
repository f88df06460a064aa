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
    void bodiesOnAllOpenConnectionsFitIntoHalfASmallHeap() {
        int connections = config(Map.of()).httpLimits(SMALL).connections();

        assertThat((long) connections * LISTENERS * 65_536).isPositive().isLessThan(SMALL / 2);
    }

    @Test
    void aLargeHeapHasAsManyConnectionsAsAreSet() {
        assertThat(config(Map.of()).httpLimits(LARGE).connections()).isEqualTo(10_000);
        assertThat(config(Map.of("limits.connections", "7")).httpLimits(LARGE).connections())
                .isEqualTo(7);
    }

    @Test
    void aLargeBodyLeavesSomeConnections() {
        assertThat(config(Map.of("limits.body", "16777216")).httpLimits(SMALL).connections())
                .isEqualTo(128);
    }

    @Test
    void journalsAreAShareOfTheHeapAndNeverMoreThanHalfOfIt() {
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
                        .achieved()
                        .orElseThrow(),
                progress -> {},
                Optional.empty());
    }
}
