package kz.paysandbox.emulator.blackbox.killed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The server of shops, which is told of payments: of each invoice it misses the first times that it is told of it. */
final class MerchantServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KINDS = 4;
    private static final int MISSED = 2;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Integer> heard = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    private MerchantServer(HttpServer server) {
        this.server = server;
    }

    static MerchantServer open() throws IOException {
        MerchantServer shop =
                new MerchantServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        shop.server.createContext("/", shop::answer);
        shop.server.setExecutor(shop.threads);
        shop.server.start();
        return shop;
    }

    /** Where it is told of what happens in a world. */
    String url(String world) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + world;
    }

    boolean hasAcknowledged(String world, String invoice) {
        return acknowledged.contains("/" + world + " " + invoice);
    }

    /** How often it heard of something. */
    int heard() {
        return heard.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String invoice = JSON.readTree(exchange.getRequestBody().readAllBytes())
                .path("invoiceId")
                .asText();
        String who = exchange.getRequestURI().getPath() + " " + invoice;
        int times = heard.merge(who, 1, Integer::sum);
        int kind = Math.floorMod(invoice.hashCode(), KINDS);
        if (kind == 0 && times <= MISSED) {
            exchange.sendResponseHeaders(500, -1);
        } else if (kind != 1 || times > MISSED) {
            acknowledged.add(who);
            exchange.sendResponseHeaders(200, -1);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
