package kz.paysandbox.emulator.epay.payform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A web shop that pays through the bank's script. */
final class Shop implements AutoCloseable {

    private static final String PAGE = """
            <!doctype html><title>shop</title><meta name="viewport" content="width=device-width">
            <script src="%s/payform/payment-api.js"></script>
            <h1>Shop</h1><p id="result"></p><button id="pay">pay</button><button id="widget">widget</button>
            <script>
            const payment = %s;
            document.getElementById("pay").onclick = () => halyk.pay(payment);
            document.getElementById("widget").onclick = () => halyk.showPaymentWidget(payment, (answer) => {
              document.getElementById("result").textContent = JSON.stringify(answer);
            });
            </script>
            """;

    private final HttpServer server;
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private volatile String page = "";
    private volatile String token = "";

    private Shop(HttpServer server) {
        this.server = server;
    }

    static Shop open() {
        try {
            Shop shop = new Shop(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            shop.server.createContext("/", shop::answer);
            shop.server.start();
            return shop;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** What stands in its window. */
    void offers(String epay, String payment) {
        page = PAGE.formatted(epay, payment);
    }

    /** A page of its own making, which fetches its token from {@code /epay-token}. */
    void offersPage(String html, String answerOfTheBank) {
        page = html;
        token = answerOfTheBank;
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    BlockingQueue<String> told() {
        return told;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/post")) {
            told.add(body);
        }
        byte[] answer = (path.equals("/epay-token") ? token : page).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
