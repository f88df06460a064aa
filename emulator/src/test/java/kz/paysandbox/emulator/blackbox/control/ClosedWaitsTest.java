package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.paysandbox.emulator.blackbox.support.EventStream;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What waits in a sandbox that is closed: its timers and threads are of the whole program, which goes on. */
class ClosedWaitsTest {

    /** Longer than a feed looks after its reader. */
    private static final int SECONDS = 6;

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @Test
    void a_closed_sandbox_leaves_the_program_its_timers() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        try (EventStream watched =
                EventStream.open(SANDBOX.port("control"), "", "").begun()) {
            CompletableFuture<?> wait = client.sendAsync(
                    HttpRequest.newBuilder(URI.create(
                                    "http://127.0.0.1:" + SANDBOX.port("control") + "/__sandbox/requests/verify"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"where\":{\"endpoint\":\"r1 qr create\"},\"within\":\"PT2S\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            awaitWatcher();
            SANDBOX.emulator().close();
            assertThat(timer()).isEqualTo("in time");
            assertThat(wait).isDone();
            assertThat(watched).isNotNull();
        }
        assertThat(timer()).isEqualTo("in time");
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("sandbox-verify"));
    }

    private static String timer() throws InterruptedException, ExecutionException, TimeoutException {
        return new CompletableFuture<String>()
                .completeOnTimeout("in time", SECONDS, TimeUnit.SECONDS)
                .get(SECONDS * 3L, TimeUnit.SECONDS);
    }

    private static void awaitWatcher() {
        while (SANDBOX.emulator().world("main").journal().watchers() < 2) {
            Thread.onSpinWait();
        }
    }
}
