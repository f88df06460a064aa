package kz.paysandbox.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kz.paysandbox.emulator.client.ControlClient;
import kz.paysandbox.emulator.junit.Sandbox;
import kz.paysandbox.emulator.junit.SandboxWorld;
import org.junit.jupiter.api.Test;

/** Worlds beside each other. */
@Sandbox
class ManyWorldsTest {

    private static final int WORLDS = 200;

    @Test
    void scenarios_in_200_worlds_at_once_do_not_interfere(SandboxWorld own)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<String>> outcomes = IntStream.range(0, WORLDS)
                    .mapToObj(number -> threads.submit(() -> outcome(own.control(), "parallel-" + number, number)))
                    .toList();
            for (int number = 0; number < WORLDS; number++) {
                assertThat(outcomes.get(number).get())
                        .isEqualTo(number % 2 == 0 ? "1 fault, pays" : "0 fault, declines");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(own.control().get("/faults")).isEmpty();
    }

    private static String outcome(ControlClient control, String name, int number) {
        ControlClient world = control.in("main");
        world.post("/worlds", Map.of("name", name, "seed", 5));
        ControlClient fresh = control.in(name);
        String scenario = number % 2 == 0 ? "paid-answer-lost" : "customer-declines";
        fresh.postText("/scenarios/" + scenario + "/activate", "");
        fresh.post("/clock/advance", Map.of("by", Duration.ofSeconds(number).toString()));
        String outcome = fresh.get("/faults").size() + " fault, "
                + fresh.get("/customer").path("mode").asText();
        world.delete("/worlds/" + name);
        return outcome;
    }
}
