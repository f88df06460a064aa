package kz.paysandbox.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import kz.paysandbox.emulator.client.ControlClient;
import kz.paysandbox.emulator.fixture.Sandbox;
import kz.paysandbox.emulator.fixture.SandboxWorld;
import org.junit.jupiter.api.Test;

/** Five hundred worlds that are all alive, and two hundred tests in them at once. */
@Sandbox
class ManyWorldsTest {

    private static final int WORLDS = 500;
    private static final int TESTS = 200;

    @Test
    void two_hundred_tests_at_once_among_five_hundred_worlds_do_not_interfere(SandboxWorld own)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(TESTS);
        try {
            R1 tills = new R1(own);
            List<Long> payments = all(threads, WORLDS, number -> begin(own.control(), tills, number));
            assertThat(own.control().get("/worlds")).hasSizeGreaterThanOrEqualTo(WORLDS);
            assertThat(payments).as("one seed, one id").containsOnly(payments.get(0));
            assertThat(all(threads, TESTS, number -> paidAndRefunded(own.control(), number)))
                    .allSatisfy(outcome -> assertThat(outcome).isEqualTo("as in a world alone"));
            assertThat(all(threads, WORLDS, number -> stateOf(own.control(), number)))
                    .isEqualTo(IntStream.range(0, WORLDS)
                            .mapToObj(number -> number < TESTS
                                    ? "Processed 1000.00 " + number + ".00, " + faults(number)
                                    : "QrTokenCreated 1000.00 0.00, " + faults(number))
                            .toList());
        } finally {
            all(threads, WORLDS, number -> own.control().delete("/worlds/" + name(number)));
            threads.shutdownNow();
        }
        assertThat(own.control().get("/faults")).isEmpty();
        assertThat(own.control().get("/payments")).isEmpty();
    }

    /** A world with a scenario of its own and a payment over r1, whose Api-Key says whose it is. */
    private static long begin(ControlClient control, R1 tills, int number) {
        JsonNode made =
                control.post("/worlds", Map.of("name", name(number), "seed", 5, "clock", Map.of("mode", "frozen")));
        ControlClient world = control.in(name(number));
        world.postText("/scenarios/" + (number % 2 == 0 ? "paid-answer-lost" : "customer-declines") + "/activate", "");
        world.put("/customer", Map.of("mode", "manual"));
        return tills.create(made.path("kaspi").path("apiKey").asText(), 1_000);
    }

    /** The clock, the customer and the cashier of one world, while 199 others have theirs. */
    private static String paidAndRefunded(ControlClient control, int number) {
        ControlClient world = control.in(name(number));
        String id = world.get("/payments").path(0).path("id").asText();
        String before = world.get("/clock").path("now").asText();
        world.post("/payments/" + id + "/scan", Map.of());
        world.post(
                "/clock/advance", Map.of("by", Duration.ofSeconds(number % 60).toString()));
        world.post("/payments/" + id + "/confirm", Map.of());
        if (number > 0) {
            world.post("/payments/" + id + "/refund", Map.of("amount", number));
        }
        Duration moved = Duration.between(
                Instant.parse(before),
                Instant.parse(world.get("/clock").path("now").asText()));
        return moved.equals(Duration.ofSeconds(number % 60)) ? "as in a world alone" : "moved by " + moved;
    }

    private static String stateOf(ControlClient control, int number) {
        ControlClient world = control.in(name(number));
        JsonNode payments = world.get("/payments");
        JsonNode only = payments.path(0);
        assertThat(payments).hasSize(1);
        return only.path("status").asText() + " "
                + only.path("amount").decimalValue().setScale(2) + " "
                + only.path("refunded").decimalValue().setScale(2) + ", "
                + world.get("/faults").size();
    }

    private static int faults(int number) {
        return number % 2 == 0 ? 1 : 0;
    }

    private static String name(int number) {
        return "parallel-" + number;
    }

    private static <T> List<T> all(ExecutorService threads, int count, IntFunction<T> task)
            throws InterruptedException, ExecutionException {
        List<Future<T>> running = IntStream.range(0, count)
                .mapToObj(number -> threads.submit(() -> task.apply(number)))
                .toList();
        List<T> results = new ArrayList<>();
        for (Future<T> each : running) {
            results.add(each.get());
        }
        return results;
    }
}
