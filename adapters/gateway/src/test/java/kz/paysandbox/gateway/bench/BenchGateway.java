package kz.paysandbox.gateway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.gateway.boot.Gateway;
import kz.paysandbox.gateway.boot.GatewaySettings;
import kz.paysandbox.gateway.boot.GatewaySurroundings;
import kz.paysandbox.gateway.http.access.AccessTokens;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.gateway.store.WebhookTable.Message;

/** A gateway as in production, by the machine's clock, with one shop and one caller. */
final class BenchGateway implements AutoCloseable {
    private static final String SHOP = "5";
    private static final int MESSAGES_A_TRANSACTION = 1000;

    private final Gateway gateway;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token;

    private BenchGateway(Gateway gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    static BenchGateway start(Map<String, String> settings) {
        settings.put("kzpay.gateway.listen", "127.0.0.1:0");
        Gateway gateway = Gateway.start(GatewaySettings.of(settings), GatewaySurroundings.system());
        gateway.useCases().banks().merchant().register(SHOP, Bin.of("180340021791"), 1, "BENCH-3", "");
        return new BenchGateway(gateway, token(gateway));
    }

    private static String token(Gateway gateway) {
        return gateway.tokens()
                .make(new AccessTokens.Terms(Optional.of(SHOP), Role.OWNER, Optional.empty(), Optional.empty()))
                .token();
    }

    Database database() {
        return gateway.database().database();
    }

    void createQr() {
        post("create-qr", "{\"amount\":100}");
    }

    void invoice() {
        post("create", "{\"amount\":100,\"phone\":\"87010000001\"}");
    }

    private void post(String row, String body) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + gateway.port() + "/api/v1/kaspi/" + row))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Messages to an address where nobody listens. */
    void deadShop(int messages) {
        gateway.database().transaction(sql -> {
            gateway.database()
                    .tables()
                    .webhooks()
                    .endpoints()
                    .put(
                            sql,
                            SHOP,
                            "http://127.0.0.1:1/hook",
                            "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                            Optional.empty());
            return true;
        });
        for (int first = 0; first < messages; first += MESSAGES_A_TRANSACTION) {
            int from = first;
            gateway.database().transaction(sql -> {
                for (int i = from; i < from + MESSAGES_A_TRANSACTION; i++) {
                    gateway.database()
                            .tables()
                            .webhooks()
                            .messages()
                            .insert(
                                    sql,
                                    new Message(
                                            "msg_" + i,
                                            SHOP,
                                            "payment.completed",
                                            "9b1d0000-0000-4000-8000-000000000001",
                                            "{\"type\":\"payment.completed\",\"data\":{\"amount\":100}}",
                                            0));
                }
                return true;
            });
        }
        gateway.database().transaction(sql -> {
            gateway.database()
                    .tables()
                    .jobs()
                    .insertIfAbsent(sql, "webhook", SHOP, Clock.systemUTC().instant());
            return true;
        });
    }

    /** How long ago the bank was asked about the open payment that waits longest. */
    Duration oldestLook() {
        Instant oldest = gateway.database()
                .transaction(sql -> sql.first(
                                "select min(coalesce(asked_at, created_at)) as oldest from payment"
                                        + " where status in ('pending', 'processing')",
                                row -> row.getObject("oldest", OffsetDateTime.class)
                                        .toInstant())
                        .orElseThrow());
        return Duration.between(oldest, Clock.systemUTC().instant());
    }

    void pause(Duration duration) throws InterruptedException {
        new CountDownLatch(1).await(duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** In MB, after a collection. */
    static long heap() {
        Runtime.getRuntime().gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    @Override
    public void close() {
        gateway.close();
    }
}
