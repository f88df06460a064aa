package kz.paysandbox.emulator.http.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import kz.paysandbox.emulator.core.TestWorlds;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.memory.Heap;
import kz.paysandbox.emulator.core.metrics.RequestCounts;
import kz.paysandbox.emulator.core.state.Keeping;
import kz.paysandbox.emulator.core.state.NotKept;
import kz.paysandbox.emulator.http.Admission;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Edge;
import kz.paysandbox.emulator.http.Endpoint;
import kz.paysandbox.emulator.http.HttpLimits;
import kz.paysandbox.emulator.http.Listener;
import kz.paysandbox.emulator.http.Method;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.http.ServerRuntime;
import kz.paysandbox.emulator.http.WorldCall;
import org.junit.jupiter.api.Test;

class HttpServerTest {

    @Test
    void a_listener_that_takes_no_connections_is_silent() {
        HttpServer server = start(Keeping.NOTHING, listener("one"), listener("two"));
        assertThat(server.silent()).isEmpty();

        server.close();

        assertThat(server.silent()).containsExactly("one", "two");
    }

    @Test
    void who_connects_before_it_accepts_waits_and_is_answered_then() throws Exception {
        List<Endpoint> rows = List.of(new Endpoint("row", "", Method.GET, "/row", call -> Reply.empty(204)));
        HttpServer server = silent(Keeping.NOTHING, listener("bank", rows));
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port("bank"))) {
            client.getOutputStream().write("GET /row HTTP/1.0\r\n\r\n".getBytes(US_ASCII));
            client.setSoTimeout(300);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            server.accept();
            client.setSoTimeout(20_000);
            assertThat(new String(client.getInputStream().readNBytes(12), US_ASCII))
                    .endsWith(" 204");
        } finally {
            server.close();
        }
    }

    @Test
    void an_answer_that_may_tell_of_what_cannot_be_kept_does_not_go_out() throws Exception {
        AtomicReference<Optional<CompletionStage<Void>>> pending = new AtomicReference<>(Optional.empty());
        List<Endpoint> rows = List.of(
                new Endpoint("tells", "", Method.GET, "/tells", call -> Reply.empty(204)),
                new Endpoint(
                        "open", "", Method.GET, "/open", call -> Reply.empty(204), Endpoint.Traits.WITHOUT_WORLDS));
        HttpServer server = start(all -> Objects.requireNonNull(pending.get()), listener("bank", rows));
        try {
            assertThat(get(server, "/tells").statusCode()).isEqualTo(204);

            pending.set(Optional.of(CompletableFuture.failedStage(
                    new NotKept("the disk is full: make room", new IllegalStateException()))));
            HttpResponse<String> refused = get(server, "/tells");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("X-Sandbox-Reason").orElse(""))
                    .contains("may be applied", "the disk is full: make room");
            assertThat(get(server, "/open").statusCode()).isEqualTo(204);

            CompletableFuture<Void> kept = new CompletableFuture<>();
            pending.set(Optional.of(kept));
            CompletableFuture<HttpResponse<String>> waiting = ask(server, "/tells");
            assertThat(get(server, "/open").statusCode()).isEqualTo(204);
            assertThat(waiting).isNotDone();
            kept.complete(null);
            assertThat(waiting.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
        } finally {
            server.close();
        }
    }

    private static HttpResponse<String> get(HttpServer server, String path) throws Exception {
        return ask(server, path).get(20, TimeUnit.SECONDS);
    }

    private static CompletableFuture<HttpResponse<String>> ask(HttpServer server, String path) {
        URI uri = URI.create("http://127.0.0.1:" + server.port("bank") + path);
        return HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpServer start(Keeping keeping, Listener... listeners) {
        HttpServer server = silent(keeping, listeners);
        server.accept();
        return server;
    }

    /** One that does not accept yet. */
    private static HttpServer silent(Keeping keeping, Listener... listeners) {
        return HttpServer.start(
                List.of(listeners),
                new HttpLimits(1_000, 10, Duration.ofSeconds(30)),
                new ServerRuntime(
                        System::nanoTime,
                        new Admission(Heap.unwatched(), world -> false, world -> false),
                        new RequestCounts(),
                        keeping,
                        () -> {},
                        remote -> remote),
                fingerprint -> {
                    throw new AssertionError(fingerprint);
                },
                BoundPort::of);
    }

    private static Listener listener(String name) {
        return listener(name, List.of());
    }

    private static Listener listener(String name, List<Endpoint> rows) {
        return new Listener(
                name,
                List.of("127.0.0.1"),
                0,
                Optional.empty(),
                true,
                () -> false,
                rows,
                new OneWorld(TestWorlds.with()));
    }

    /** A bank of rows alone, whose callers are strangers in one world. */
    private record OneWorld(World world) implements Edge {
        @Override
        public Optional<World> worldOf(Call call) {
            return Optional.empty();
        }

        @Override
        public World worldOfStranger(Call call) {
            return world;
        }

        @Override
        public Reply unknownRoute(WorldCall worldCall, Optional<String> nearest) {
            return Reply.empty(404);
        }

        @Override
        public Reply wrongMethod(WorldCall worldCall) {
            return Reply.empty(405);
        }

        @Override
        public Reply tooLarge(WorldCall worldCall, int limit) {
            return Reply.empty(413);
        }

        @Override
        public Optional<Reply> full(WorldCall worldCall) {
            return Optional.empty();
        }

        @Override
        public Reply broken(WorldCall worldCall) {
            return Reply.empty(500);
        }
    }
}
