package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who waits for a request holds no thread, and slows nobody down. */
class ManyWaitsTest {

    private static final int WAITS = 250;

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @Test
    void hundreds_wait_for_one_request_and_all_hear_of_it() {
        TestWorld world = SANDBOX.world();
        HttpClient client = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> waits = IntStream.range(0, WAITS)
                .mapToObj(wait -> client.sendAsync(
                        verify(world, "\"endpoint\":\"r1 health ping\"", "PT50S"),
                        HttpResponse.BodyHandlers.ofString()))
                .toList();
        awaitWaiting(world.name(), WAITS);

        world.bank("r1").get("health/ping");

        assertThat(waits).allSatisfy(wait -> {
            HttpResponse<String> answer = wait.orTimeout(20, TimeUnit.SECONDS).join();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"count\":1}");
        });
        assertThat(SANDBOX.emulator().world(world.name()).journal().watchers()).isZero();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().equals("sandbox-verify"))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void who_waited_in_vain_hears_what_came_nearest() {
        TestWorld world = SANDBOX.world();
        world.bank("r1").get("health/ping");

        Answer answer = world.control().post("/requests/verify", """
                        {"where":{"endpoint":"r1 qr create"},"within":"PT0.3S"}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("nearest").path(0).path("endpoint").asText())
                .isEqualTo("r1 health ping");
    }

    @Test
    void what_is_there_already_is_not_waited_for_and_counted_once() {
        TestWorld world = SANDBOX.world();
        world.bank("r1").get("health/ping");

        Answer answer = world.control().post("/requests/verify", """
                        {"where":{"endpoint":"r1 health ping"},"within":"PT50S"}""");

        assertThat(answer.expect(200).body()).isEqualTo("{\"count\":1}");
    }

    @Test
    void nobody_waits_longer_than_an_hour() {
        SANDBOX.control().post("/requests/verify", """
                        {"where":{},"within":"PT2H"}""").expect(400);
    }

    private static void awaitWaiting(String world, int waits) {
        for (int asked = 0;
                asked < 2_000 && SANDBOX.emulator().world(world).journal().watchers() < waits;
                asked++) {
            SANDBOX.control().get("/health").expect(200);
        }
        assertThat(SANDBOX.emulator().world(world).journal().watchers()).isEqualTo(waits);
    }

    private static HttpRequest verify(TestWorld world, String where, String within) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + SANDBOX.port("control") + "/__sandbox/requests/verify"))
                .header("X-Sandbox-World", world.name())
                .POST(HttpRequest.BodyPublishers.ofString("{\"where\":{" + where + "},\"within\":\"" + within + "\"}"))
                .build();
    }
}
