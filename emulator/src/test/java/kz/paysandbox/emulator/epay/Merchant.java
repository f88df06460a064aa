package kz.paysandbox.emulator.epay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.emulator.core.net.OwnListeners;

/** A shop's server that is told of payments; answers what the test wants. */
public final class Merchant implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final List<String> marks = new CopyOnWriteArrayList<>();
    private final List<String> targets = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String location = "/elsewhere";
    private volatile String lastBody = "";

    private Merchant(HttpServer server) {
        this.server = server;
    }

    public static Merchant open() {
        try {
            Merchant merchant =
                    new Merchant(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            merchant.server.createContext("/", merchant::answer);
            merchant.server.setExecutor(merchant.threads);
            merchant.server.start();
            return merchant;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void answering(int next) {
        status = next;
    }

    void answering(int next, String elsewhere) {
        location = elsewhere;
        status = next;
    }

    /** What the sandbox's requests are marked with. */
    List<String> marks() {
        return marks;
    }

    /** What it is told next. */
    public JsonNode next() {
        try {
            JsonNode next = told.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nobody told the merchant anything");
            }
            return next;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    /** What it was told last, as it came. */
    String lastBody() {
        return lastBody;
    }

    public int waiting() {
        return told.size();
    }

    List<String> paths() {
        return paths;
    }

    /** Path and query of each request, as sent. */
    List<String> targets() {
        return targets;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        paths.add(exchange.getRequestURI().getPath());
        marks.addAll(exchange.getRequestHeaders().getOrDefault(OwnListeners.MARK, List.of()));
        exchange.getResponseHeaders().add("Location", location.startsWith("/") ? url(location) : location);
        targets.add(exchange.getRequestURI().toString());
        int answer = status;
        lastBody = new String(body, StandardCharsets.UTF_8);
        told.add(JSON.readTree(body));
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
