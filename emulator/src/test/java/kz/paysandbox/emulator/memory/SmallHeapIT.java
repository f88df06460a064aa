package kz.paysandbox.emulator.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.paysandbox.emulator.client.ControlClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers send does not end a process with a small heap, with credentials or without. */
class SmallHeapIT {

    /** As large as a body may be, with what is around it. */
    private static final String LARGE =
            "{\"DeviceToken\":\"321\",\"Amount\":1,\"Other\":\"" + "x".repeat(65_000) + "\"}";

    private static final String SALE = "{\"DeviceToken\":\"321\",\"Amount\":1}";
    private static final int WORLDS = 999;
    private static final int CALLS_OF_WORLD = 3;

    @ParameterizedTest
    @ValueSource(strings = {"96m", "256m"})
    void large_requests_without_a_key(String heap) throws IOException, InterruptedException {
        try (SmallSandbox sandbox = SmallSandbox.start(heap)) {
            sandbox.atOnce(3_672, number -> sandbox.r1("qr/create", Map.of(), LARGE));

            assertThat(sandbox.r1("qr/create", Map.of("Api-Key", "test_sandbox"), SALE))
                    .contains("\"StatusCode\":0");
            assertThat(sandbox.isAlive()).as(sandbox.said()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"96m", "256m"})
    void a_thousand_worlds_with_full_journals(String heap) throws IOException, InterruptedException {
        try (SmallSandbox sandbox = SmallSandbox.start(heap)) {
            ControlClient control = sandbox.control();
            Map<Integer, String> keys = new ConcurrentHashMap<>();
            sandbox.atOnce(WORLDS, number -> {
                JsonNode world = control.post("/worlds", Map.of("name", "world-" + number));
                keys.put(number, world.path("kaspi").path("apiKey").asText());
            });

            sandbox.atOnce(WORLDS * CALLS_OF_WORLD, number -> {
                String key = keys.getOrDefault(number % WORLDS, "");
                sandbox.r1("qr/create", Map.of("Api-Key", key, "X-Request-ID", "request-" + number), LARGE);
            });

            assertThat(keys.values().stream().filter(key -> !key.isEmpty())).hasSize(WORLDS);
            assertThat(sandbox.r1("qr/create", Map.of("Api-Key", "test_sandbox"), SALE))
                    .contains("\"StatusCode\":0");
            assertThat(sandbox.isAlive()).as(sandbox.said()).isTrue();
        }
    }
}
