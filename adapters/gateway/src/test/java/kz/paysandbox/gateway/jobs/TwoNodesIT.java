package kz.paysandbox.gateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.On;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.boot.Gateway;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.webhook.ShopServer;
import kz.paysandbox.gateway.webhook.WebhookSecret;
import org.junit.jupiter.api.Test;

/** Two gateways over one PostgreSQL, with a thousand payments of which half are paid. */
class TwoNodesIT {
    private static final int PAYMENTS = 1_000;
    private static final int THREADS = 4;

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    /** Both nodes do what is due, each on two threads. */
    private static void bothRun(Gateway first, Gateway second) throws Exception {
        Callable<Boolean> one = () -> ran(first);
        Callable<Boolean> two = () -> ran(second);
        atOnce(List.of(one, two, one, two));
    }

    private static boolean ran(Gateway node) {
        node.runDue();
        return true;
    }

    private static long count(GatewayFixture fixture, String query) {
        return fixture.gateway()
                .database()
                .transaction(sql -> sql.first(query, row -> row.getLong(1)).orElseThrow());
    }

    @Test
    @On(TestDatabase.POSTGRES)
    void check_20_each_job_runs_on_one_node_and_nothing_is_done_twice() throws Exception {
        try (GatewayFixture fixture = GatewayFixture.on(
                        TestDatabase.POSTGRES, Map.of("kzpay.gateway.webhook.allowed-networks", "127.0.0.0/8"));
                ShopServer server = ShopServer.plain(refusingOnce())) {
            Shop shop = Shop.at(fixture);
            Gateway first = fixture.gateway();
            Gateway second = fixture.another();
            told(fixture, "http://127.0.0.1:" + server.port() + "/");
            List<Callable<Payment>> opening = new ArrayList<>();
            for (int i = 0; i < PAYMENTS; i++) {
                Gateway node = i % 2 == 0 ? first : second;
                opening.add(() -> shop.opened(node, PaymentKind.QR, 100));
            }
            List<Payment> payments = atOnce(opening);
            List<Callable<Boolean>> paying = new ArrayList<>();
            for (Payment payment : payments.subList(0, PAYMENTS / 2)) {
                paying.add(() -> {
                    shop.pays(payment);
                    return true;
                });
            }
            atOnce(paying);

            fixture.advance(Duration.ofSeconds(5));
            bothRun(first, second);
            assertThat(shop.looks()).isEqualTo(PAYMENTS);
            assertThat(count(fixture, "select count(*) from payment where status = 'completed'"))
                    .isEqualTo(PAYMENTS / 2);
            assertThat(count(fixture, "select count(distinct receipt_number) from receipt"))
                    .isEqualTo(PAYMENTS / 2);
            assertThat(count(fixture, "select last_number from receipt_number")).isEqualTo(PAYMENTS / 2);
            assertThat(count(fixture, "select count(*) from webhook")).isEqualTo(PAYMENTS / 2);

            fixture.advance(Duration.ofSeconds(5));
            bothRun(first, second);
            assertThat(shop.looks()).isEqualTo(PAYMENTS + PAYMENTS / 2);

            fixture.advance(Duration.ofMinutes(10));
            bothRun(first, second);
            bothRun(first, second);
            assertThat(count(fixture, "select count(*) from job where kind in ('follow', 'settle', 'webhook')"))
                    .isZero();
            assertThat(count(fixture, "select count(*) from receipt")).isEqualTo(PAYMENTS / 2);
            fixture.world().journal().verify(Map.of("endpoint", "r3 qr create"), PAYMENTS);
            assertThat(count(fixture, "select count(*) from money_operation")).isEqualTo(PAYMENTS);
            Map<String, Set<String>> ids = server.received().stream()
                    .collect(Collectors.groupingBy(
                            ShopServer.Received::body,
                            Collectors.mapping(message -> message.header("Webhook-id"), Collectors.toSet())));
            assertThat(ids)
                    .hasSize(PAYMENTS)
                    .allSatisfy((message, named) -> assertThat(named).hasSize(1));
            assertThat(server.received())
                    .as("the one that was refused came again, under its id")
                    .hasSize(PAYMENTS + 1);
        }
    }

    /** 500 to the first message, then 200. */
    private static ShopServer.Answer refusingOnce() {
        AtomicBoolean refused = new AtomicBoolean();
        return exchange -> exchange.sendResponseHeaders(refused.getAndSet(true) ? 200 : 500, -1);
    }

    private static void told(GatewayFixture fixture, String url) {
        String secret = WebhookSecret.make(new SecureRandom());
        fixture.gateway().database().transaction(sql -> {
            fixture.gateway()
                    .database()
                    .tables()
                    .webhooks()
                    .endpoints()
                    .put(sql, GatewayFixture.SHOP, url, secret, Optional.empty());
            return true;
        });
    }
}
