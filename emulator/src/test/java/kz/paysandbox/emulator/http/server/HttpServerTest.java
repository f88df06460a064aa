package kz.paysandbox.emulator.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.memory.Heap;
import kz.paysandbox.emulator.core.metrics.RequestCounts;
import kz.paysandbox.emulator.core.state.Keeping;
import kz.paysandbox.emulator.http.Admission;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Edge;
import kz.paysandbox.emulator.http.HttpLimits;
import kz.paysandbox.emulator.http.Listener;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.http.ServerRuntime;
import kz.paysandbox.emulator.http.WorldCall;
import org.junit.jupiter.api.Test;

class HttpServerTest {

    @Test
    void a_listener_that_takes_no_connections_is_silent() {
        HttpServer server = HttpServer.start(
                List.of(listener("one"), listener("two")),
                new HttpLimits(1_000, 10, Duration.ofSeconds(1)),
                new ServerRuntime(
                        System::nanoTime,
                        new Admission(Heap.unwatched(), world -> false, world -> false),
                        new RequestCounts(),
                        Keeping.NOTHING,
                        () -> {}),
                fingerprint -> {
                    throw new AssertionError(fingerprint);
                });
        assertThat(server.silent()).isEmpty();

        server.close();

        assertThat(server.silent()).containsExactly("one", "two");
    }

    private static Listener listener(String name) {
        return new Listener(
                name, List.of("127.0.0.1"), 0, Optional.empty(), false, () -> false, List.of(), new Nobody());
    }

    /** Answers nothing: nobody calls. */
    private static final class Nobody implements Edge {
        @Override
        public Optional<World> worldOf(Call call) {
            return Optional.empty();
        }

        @Override
        public World worldOfStranger(Call call) {
            throw new AssertionError(call.path());
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
