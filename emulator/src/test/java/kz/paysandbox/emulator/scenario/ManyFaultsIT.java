package kz.paysandbox.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kz.paysandbox.emulator.fixture.Sandbox;
import kz.paysandbox.emulator.fixture.SandboxWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A hundred thousand faults are refused from the thousand and first on, quickly, and leave nothing behind. */
@Sandbox(clock = "now")
@Isolated("the heap is measured")
class ManyFaultsIT {

    private static final int POSTED = 100_000;
    private static final int CONNECTIONS = 4;
    private static final int MOST = 1_000;
    private static final int MOST_BYTES_LEFT = 32 << 20;

    private static final String FAULT = """
                    {"name":"one of very many","when":{"endpoint":"r1 *"},"then":{"http":503}}""";

    @Test
    void a_hundred_thousand_are_refused_after_the_thousandth(SandboxWorld world) {
        long before = heap();
        Map<Integer, Integer> statuses = new TreeMap<>();
        URI faults = URI.create(world.control().base() + "/faults");
        IntStream.range(0, CONNECTIONS)
                .parallel()
                .mapToObj(connection -> posted(faults, world.name()))
                .forEachOrdered(part -> part.forEach((status, times) -> statuses.merge(status, times, Integer::sum)));
        assertThat(statuses).isEqualTo(Map.of(201, MOST, 409, POSTED - MOST));
        assertThat(heap() - before).as("bytes that stay").isLessThan(MOST_BYTES_LEFT);
        assertThatThrownBy(() -> world.faults().http("r1 *", 503))
                .hasMessage("a world has at most 1000 faults; delete some");
        assertThat(world.control().get("/faults")).hasSize(MOST);
        assertThat(new Shop(world).trySell(10))
                .as("r3, which none of them meets, goes on")
                .isPresent();
    }

    private static Map<Integer, Integer> posted(URI faults, String world) {
        try (Pipelined posts = new Pipelined(faults, world)) {
            return posts.post(FAULT, POSTED / CONNECTIONS);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static long heap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
