package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ClosingIT {

    /** Half of what the thread pool waits by itself for a request that is being answered. */
    private static final Duration PATIENCE_OF_THE_POOL = Duration.ofMillis(2_500);

    @Test
    void a_request_that_is_being_answered_holds_up_no_end() throws IOException {
        EpaySandbox sandbox = EpaySandbox.start();
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            sandbox.putJson(sandbox.control("/clock"), Map.of("mode", "frozen"));
            sandbox.putJson(sandbox.control("/callbacks/policy"), Map.of("delay", "PT10S"));
            pay(sandbox, "http://127.0.0.1:" + silent.getLocalPort() + "/");
            CompletableFuture<HttpResponse<String>> waiting = HttpClient.newHttpClient()
                    .sendAsync(
                            HttpRequest.newBuilder(URI.create(sandbox.control("/clock/advance")))
                                    .POST(HttpRequest.BodyPublishers.ofString("{\"by\":\"PT20S\"}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            try (Socket merchant = silent.accept()) {
                Instant begun = Instant.now();

                sandbox.close();

                assertThat(Duration.between(begun, Instant.now()))
                        .as("while %s is not answered", merchant)
                        .isLessThan(PATIENCE_OF_THE_POOL);
            }
            assertThat(waiting.handle((answer, cut) -> true).join()).isTrue();
        }
    }

    private static void pay(EpaySandbox sandbox, String postLink) {
        String token = sandbox.invoiceToken("500011", "100");
        Map<String, Object> body =
                CardOrders.of(CardOrders.good(sandbox), "500011", Map.of("description", "Тест", "postLink", postLink));
        sandbox.postJson(sandbox.base() + "/payment/cryptopay", token, body);
    }
}
