package kz.paysandbox.gateway.http.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.store.EndpointTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Callbacks that are forged, repeated, late, or come while the bank cannot be asked. */
class CardCallbackIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String STATUS = "epay check-status payment transaction";

    @ParameterizedTest
    @EnumSource
    void check_24_what_does_not_fit_our_payment_changes_nothing(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            CardCustomer customer = new CardCustomer(fixture.world());
            customer.holdsCallbacks();
            String id = CardCustomer.opened(fixture, fixture.cashier("5"), "").text("/payment_id");
            Payment payment = CardCustomer.kept(fixture, id);
            List<Consumer<ObjectNode>> forgeries = List.of(
                    body -> body.put("amount", 749),
                    body -> body.put("currency", "USD"),
                    body -> body.put("terminal", "67e34d63-0000-4bd1-898e-370781d0074d"),
                    body -> body.put("secret_hash", "guessed"),
                    body -> body.remove("secret_hash"));
            for (Consumer<ObjectNode> forgery : forgeries) {
                ObjectNode body = callback(payment, "ok");
                body.put("id", java.util.UUID.randomUUID().toString());
                forgery.accept(body);
                HttpAnswer answer = post(fixture, body.toString());
                assertThat(answer.status()).as(body.toString()).isEqualTo(400);
                assertThat(answer.text("/code")).isEqualTo("invalid_request");
                assertThat(answer.body()).doesNotContain("750", "secret");
            }
            assertThat(rows(fixture, "rejected")).isEqualTo(forgeries.size());
            ObjectNode unknown = callback(payment, "ok").put("invoiceId", "999999999999");
            assertThat(post(fixture, unknown.toString()).status()).isEqualTo(400);
            assertThat(post(fixture, "{").status()).isEqualTo(400);
            assertThat(post(fixture, "").status()).isEqualTo(400);
            assertThat(post(fixture, "{\"a\":\"" + "x".repeat(65_536) + "\"}").status())
                    .isEqualTo(413);
            fixture.world().journal().verify(Map.of("endpoint", STATUS), 0);
            assertThat(CardCustomer.kept(fixture, id).status().word()).isEqualTo("pending");
            assertThat(metrics(fixture)).contains("gateway_security_events_total 8.0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_24_the_banks_word_counts_and_not_the_callbacks(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            CardCustomer customer = new CardCustomer(fixture.world());
            customer.holdsCallbacks();
            HttpAnswer opened = CardCustomer.opened(fixture, fixture.cashier("5"), "");
            customer.pay(opened, customer.behaving("insufficient-funds"));
            String id = opened.text("/payment_id");
            ObjectNode lie = callback(CardCustomer.kept(fixture, id), "ok").put("id", transaction(fixture, id));
            HttpAnswer answer = post(fixture, lie.toString());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text("/status")).isEqualTo("accepted");
            CardCustomer.await(fixture, id, "failed");
            Await.until("the callback waits", () -> rows(fixture, "waiting") == 1);
            assertThat(rows(fixture, "rejected")).isZero();
        }
    }

    @Test
    void money_of_another_amount_completes_nothing_and_is_a_persons() {
        try (GatewayFixture fixture = GatewayFixture.on(TestDatabase.H2)) {
            CardCustomer customer = new CardCustomer(fixture.world());
            customer.holdsCallbacks();
            String token = fixture.cashier("5");
            HttpAnswer opened = CardCustomer.opened(fixture, token, "");
            String id = opened.text("/payment_id");
            customer.pay(opened);
            // as if the order had been of more
            fixture.gateway()
                    .database()
                    .transaction(sql -> sql.update("update payment set amount_tiyn = 76000 where id = ?", id));
            assertThat(fixture.get("/api/v1/payments/" + id, token).text("/status"))
                    .isEqualTo("pending");
            assertThat(count(
                            fixture,
                            "select count(*) from attention where kind = 'contradiction' and ref = '" + id + "'"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_asks_while_the_bank_confirms_a_callback_is_told_its_word(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            CardCustomer customer = new CardCustomer(fixture.world());
            customer.holdsCallbacks();
            String token = fixture.cashier("5");
            HttpAnswer opened = CardCustomer.opened(fixture, token, "");
            String id = opened.text("/payment_id");
            customer.pay(opened);
            ObjectNode success = callback(CardCustomer.kept(fixture, id), "ok").put("id", transaction(fixture, id));
            fixture.world().faults().delay(STATUS, Duration.ofSeconds(1));
            assertThat(post(fixture, success.toString()).status()).isEqualTo(200);
            Await.until(
                    "the bank is asked",
                    () -> count(fixture, "select count(*) from payment where asked_at is not null") == 1);
            assertThat(fixture.get("/api/v1/payments/" + id, token).text("/status"))
                    .isEqualTo("completed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_25_repeated_and_late_callbacks_are_taken_kindly_and_count_once(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            CardCustomer customer = new CardCustomer(fixture.world());
            customer.holdsCallbacks();
            fixture.gateway().database().transaction(sql -> {
                EndpointTable endpoints =
                        fixture.gateway().database().tables().webhooks().endpoints();
                endpoints.put(
                        sql, "5", "https://shop.example/told", "whsec_c2VjcmV0c2VjcmV0c2VjcmV0", Optional.empty());
                return true;
            });
            HttpAnswer opened = CardCustomer.opened(fixture, fixture.cashier("5"), "");
            String id = opened.text("/payment_id");
            customer.pay(opened);
            ObjectNode success = callback(CardCustomer.kept(fixture, id), "ok");
            success.put("id", transaction(fixture, id));
            assertThat(post(fixture, success.toString()).status()).isEqualTo(200);
            CardCustomer.await(fixture, id, "completed");
            long version = version(fixture, id);
            fixture.advance(Duration.ofSeconds(3));
            assertThat(post(fixture, success.toString()).status()).isEqualTo(200);
            ObjectNode failure = success.deepCopy().put("code", "error").put("reasonCode", 484);
            assertThat(post(fixture, failure.toString()).status()).isEqualTo(200);
            fixture.advance(Duration.ofMinutes(2));
            fixture.runDue();
            Await.until("both are dealt with", () -> rows(fixture, "waiting") == 0);
            assertThat(version(fixture, id)).isEqualTo(version);
            assertThat(CardCustomer.kept(fixture, id).status().word()).isEqualTo("completed");
            assertThat(receipts(fixture, id)).isEqualTo(1);
            assertThat(count(fixture, "select count(*) from webhook where event = 'payment.completed'"))
                    .isEqualTo(1);
            assertThat(count(fixture, "select count(*) from webhook")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_26_a_callback_that_cannot_be_confirmed_is_tried_again_until_it_is(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            CardCustomer customer = new CardCustomer(fixture.world());
            customer.holdsCallbacks();
            HttpAnswer opened = CardCustomer.opened(fixture, fixture.cashier("5"), "");
            String id = opened.text("/payment_id");
            customer.pay(opened);
            String transaction = transaction(fixture, id);
            String fault = fixture.world().faults().http(STATUS, 500);
            ObjectNode success = callback(CardCustomer.kept(fixture, id), "ok").put("id", transaction);
            assertThat(post(fixture, success.toString()).status()).isEqualTo(200);
            Await.until("tried once", () -> attempts(fixture) == 1);
            // not the job that follows the payment
            end(fixture, "follow_card");
            fixture.advance(Duration.ofMinutes(1));
            fixture.runDue();
            assertThat(attempts(fixture)).isEqualTo(2);
            assertThat(CardCustomer.kept(fixture, id).status().word()).isEqualTo("pending");
            fixture.world().faults().remove(fault);
            fixture.advance(Duration.ofMinutes(5));
            fixture.runDue();
            assertThat(CardCustomer.kept(fixture, id).status().word()).isEqualTo("completed");
            assertThat(rows(fixture, "done")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_26_after_the_last_try_a_person_is_asked_once(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            String id = CardCustomer.opened(fixture, fixture.cashier("5"), "").text("/payment_id");
            fixture.world().faults().http(STATUS, 500);
            end(fixture, "follow_card");
            post(fixture, callback(CardCustomer.kept(fixture, id), "ok").toString());
            Await.until("tried once", () -> attempts(fixture) == 1);
            for (int hours = 0; hours < 10 && rows(fixture, "exhausted") == 0; hours++) {
                fixture.advance(Duration.ofHours(6));
                fixture.runDue();
            }
            assertThat(rows(fixture, "exhausted")).isEqualTo(1);
            assertThat(attempts(fixture)).isEqualTo(6);
            assertThat(count(fixture, "select count(*) from attention where payment_id = '" + id + "'"))
                    .isEqualTo(1);
            fixture.advance(Duration.ofHours(1));
            fixture.runDue();
            assertThat(count(fixture, "select count(*) from attention where kind = 'callback'"))
                    .isEqualTo(1);
        }
    }

    private static HttpAnswer post(GatewayFixture fixture, String body) {
        return fixture.post("/api/v1/payments/callback", "", body);
    }

    private static ObjectNode callback(Payment payment, String code) {
        return JSON.createObjectNode()
                .put("id", "11111111-2222-3333-4444-555555555555")
                .put("invoiceId", payment.bank().invoiceId().orElseThrow())
                .put("amount", 750)
                .put("currency", "KZT")
                .put("code", code)
                .put("reason", "success")
                .put("reasonCode", 0)
                .put("secret_hash", payment.terms().card().secretHash().orElseThrow());
    }

    private static String transaction(GatewayFixture fixture, String id) {
        return fixture.gateway()
                .useCases()
                .banks()
                .epay()
                .orElseThrow()
                .client()
                .status(kz.paysandbox.adapters.epay.payment.InvoiceId.of(
                        CardCustomer.kept(fixture, id).bank().invoiceId().orElseThrow()))
                .orElseThrow()
                .id();
    }

    private static long rows(GatewayFixture fixture, String state) {
        return count(fixture, "select count(*) from callback_retries where state = '" + state + "'");
    }

    private static long attempts(GatewayFixture fixture) {
        return count(fixture, "select max(attempt) from callback_retries");
    }

    private static long receipts(GatewayFixture fixture, String id) {
        return count(fixture, "select count(*) from receipt where payment_id = '" + id + "'");
    }

    private static long version(GatewayFixture fixture, String id) {
        return count(fixture, "select version from payment where id = '" + id + "'");
    }

    private static void end(GatewayFixture fixture, String kind) {
        fixture.gateway().database().transaction(sql -> sql.update("delete from job where kind = ?", kind));
    }

    private static long count(GatewayFixture fixture, String query) {
        return fixture.gateway()
                .database()
                .transaction(sql -> sql.first(query, row -> row.getLong(1)).orElse(0L));
    }

    private static String metrics(GatewayFixture fixture) {
        return fixture.get("/metrics", fixture.admin()).body();
    }
}
