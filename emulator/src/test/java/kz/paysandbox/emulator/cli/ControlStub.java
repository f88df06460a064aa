package kz.paysandbox.emulator.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A control surface that answers what a test says, for what a sandbox shows seldom. */
public final class ControlStub implements AutoCloseable {

    private final HttpServer server;
    private final AtomicReference<@Nullable String> authorization = new AtomicReference<>();

    /**
     * Answers from now on.
     *
     * @param answers JSON, by path and query after {@code /__sandbox}
     */
    public ControlStub(Function<String, String> answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/__sandbox", call -> answer(call, answers));
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** That of the last call. */
    public Optional<String> authorization() {
        return Optional.ofNullable(authorization.get());
    }

    private void answer(HttpExchange call, Function<String, String> answers) throws IOException {
        try (call) {
            authorization.set(call.getRequestHeaders().getFirst("Authorization"));
            String asked = call.getRequestURI().toString().substring("/__sandbox".length());
            byte[] body = answers.apply(asked).getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
