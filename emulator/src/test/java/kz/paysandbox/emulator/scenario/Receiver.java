package kz.paysandbox.emulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/** A shop's server on the loopback, to which the bank posts; the shop says what each delivery is answered with. */
final class Receiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();

    Receiver(ToIntFunction<JsonNode> shop) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/", exchange -> answer(exchange, shop));
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/told";
    }

    /** Every delivery, in the order of arrival. */
    List<JsonNode> told() {
        return told;
    }

    private void answer(HttpExchange exchange, ToIntFunction<JsonNode> shop) throws IOException {
        JsonNode callback = JSON.readTree(exchange.getRequestBody().readAllBytes());
        told.add(callback);
        exchange.sendResponseHeaders(shop.applyAsInt(callback), -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
