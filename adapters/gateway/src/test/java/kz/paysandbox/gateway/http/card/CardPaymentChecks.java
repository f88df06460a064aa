package kz.paysandbox.gateway.http.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A card payment from its opening to its receipt. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CardPaymentChecks {
    private final TestDatabase database;
    private final GatewayFixture fixture;
    private final CardCustomer customer;
    private String owner = "";
    private String cashier = "";

    CardPaymentChecks(TestDatabase database) {
        this.database = database;
        this.fixture = GatewayFixture.on(database);
        this.customer = new CardCustomer(fixture.world());
    }

    @BeforeAll
    void tokens() {
        owner = fixture.owner("5");
        cashier = fixture.cashier("5");
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void check_23_a_paid_payment_is_completed_by_its_callback_and_has_a_receipt() {
        HttpAnswer opened =
                CardCustomer.opened(fixture, cashier, ",\"order_id\":\"A-1\",\"description\":\"Order A-1\"");
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        assertThat(opened.text("/status")).isEqualTo("pending");
        assertThat(opened.text("/amount")).isEqualTo("75000");
        assertThat(opened.text("/widget/amount")).isEqualTo("750");
        assertThat(opened.text("/widget/currency")).isEqualTo("KZT");
        assertThat(opened.text("/auth_token")).isEqualTo(opened.text("/widget/auth/access_token"));
        assertThat(opened.text("/invoice_id")).matches("[0-9]{6,15}");
        assertThat(opened.text("/post_link"))
                .isEqualTo(fixture.uri("/api/v1/payments/callback").toString());
        String id = opened.text("/payment_id");
        assertThat(verify(id).text("/status")).isEqualTo("pending");
        fixture.advance(Duration.ofSeconds(3));
        assertThat(customer.pay(opened).status()).isEqualTo(200);
        Await.until("completed", () -> status(id).equals("completed"));
        HttpAnswer paid = verify(id);
        assertThat(paid.text("/card_mask")).isNotBlank();
        assertThat(paid.text("/reference")).isNotBlank();
        assertThat(paid.text("/approval_code")).isNotBlank();
        assertThat(paid.json().at("/error_message").isNull()).isTrue();
        assertThat(paid.text("/receipt_number")).matches("5-\\d{4}-\\d{6}");
        assertThat(paid.text("/late")).isEqualTo("false");
        HttpAnswer receipt = fixture.get("/api/v1/payments/" + id + "/receipt", cashier);
        assertThat(receipt.text("/receipt_number")).isEqualTo(paid.text("/receipt_number"));
        assertThat(fixture.get("/api/v1/receipts/" + receipt.text("/receipt_number"), cashier)
                        .text("/amount"))
                .isEqualTo("75000");
        HttpAnswer page = fixture.send(fixture.authorized("/api/v1/payments/" + id + "/receipt", cashier)
                .header("Accept", "text/html")
                .header("Accept-Language", "en")
                .GET());
        assertThat(page.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.body()).contains(receipt.text("/receipt_number"), "750.00");
        assertThat(fixture.get("/api/v1/payments/" + id + "/receipt", fixture.cashier("6"))
                        .status())
                .isEqualTo(404);
        assertThat(fixture.get("/api/v1/receipts/" + receipt.text("/receipt_number"), fixture.cashier("6"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_bank_is_asked_for_one_token_of_a_payment_and_for_none_where_its_order_is_repeated() {
        long before = tokensGiven();
        String order = ",\"order_id\":\"one-token\"";
        HttpAnswer first = CardCustomer.opened(fixture, cashier, order);
        assertThat(tokensGiven()).isEqualTo(before + 1);
        HttpAnswer again = CardCustomer.opened(fixture, cashier, order);
        assertThat(again.text("/payment_id")).isEqualTo(first.text("/payment_id"));
        assertThat(again.text("/auth_token")).isNotBlank();
        assertThat(tokensGiven()).isEqualTo(before + 1);
    }

    private long tokensGiven() {
        return fixture.world().journal().entries().stream()
                .filter(entry -> entry.target().contains("/oauth2/token"))
                .filter(entry -> entry.body().toLowerCase(Locale.ROOT).contains("invoiceid"))
                .count();
    }

    @Test
    void check_30_a_refund_needs_an_owner_ten_tenge_and_what_is_left() {
        String id = paid();
        assertThat(refund(id, cashier, "{}").status()).isEqualTo(403);
        HttpAnswer nine = refund(id, owner, "{\"refund_amount\":900}");
        assertThat(nine.status() + " " + nine.text("/code")).isEqualTo("422 refund_below_minimum");
        HttpAnswer more = refund(id, owner, "{\"refund_amount\":75001}");
        assertThat(more.status() + " " + more.text("/code")).isEqualTo("422 refund_too_large");
        HttpAnswer part = refund(id, owner, "{\"refund_amount\":25000,\"reason\":\"one of three\"}");
        assertThat(part.status()).as(part.toString()).isEqualTo(200);
        assertThat(part.text("/status")).isEqualTo("completed");
        assertThat(part.text("/refunded_amount")).isEqualTo("25000");
        HttpAnswer rest = refund(id, owner, "");
        assertThat(rest.status()).as(rest.toString()).isEqualTo(200);
        assertThat(rest.text("/status")).isEqualTo("refunded");
        assertThat(rest.text("/refunded_amount")).isEqualTo("75000");
        assertThat(refund(id, owner, "{}").text("/code")).isEqualTo("not_completed");
        HttpAnswer receipts = fixture.get("/api/v1/payments/" + id + "/receipt", owner);
        assertThat(receipts.json().at("/refunds")).hasSize(2);
        assertThat(receipts.text("/refunds/0/amount")).isEqualTo("25000");
        assertThat(receipts.text("/refunds/1/amount")).isEqualTo("50000");
        fixture.world().journal().verify(Map.of("endpoint", "epay operation refund"), 2);
    }

    @Test
    void a_pending_payment_is_cancelled_with_us_alone_and_a_paid_one_not() {
        String id = CardCustomer.opened(fixture, cashier, "").text("/payment_id");
        HttpAnswer cancelled = fixture.post("/api/v1/payments/" + id + "/cancel", owner, "{}");
        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
        assertThat(cancelled.text("/status")).isEqualTo("cancelled");
        assertThat(fixture.post("/api/v1/payments/" + id + "/cancel", owner, "{}")
                        .status())
                .isEqualTo(409);
        HttpAnswer paid = fixture.post("/api/v1/payments/" + paid() + "/cancel", owner, "{}");
        assertThat(paid.status()).isEqualTo(409);
        assertThat(paid.text("/code")).isEqualTo("invalid_transition");
        HttpAnswer charge = fixture.post("/api/v1/payments/" + id + "/charge", owner, "{}");
        assertThat(charge.text("/code")).isEqualTo("invalid_transition");
    }

    @Test
    void a_declined_card_fails_the_payment_and_another_card_completes_it_late() {
        HttpAnswer opened = CardCustomer.opened(fixture, cashier, "");
        String id = opened.text("/payment_id");
        assertThat(customer.pay(opened, customer.behaving("insufficient-funds")).status())
                .isEqualTo(400);
        Await.until("failed", () -> status(id).equals("failed"));
        assertThat(verify(id).text("/reason_code")).isEqualTo("484");
        assertThat(verify(id).text("/receipt_number")).isEqualTo("null");
        fixture.advance(Duration.ofSeconds(3));
        customer.pay(opened);
        Await.until("completed", () -> status(id).equals("completed"));
        assertThat(verify(id).text("/late")).isEqualTo("true");
    }

    @Test
    void what_cannot_be_read_is_refused_field_by_field_and_nothing_is_written() {
        HttpAnswer refused = fixture.post(
                "/api/v1/payments/initiate",
                cashier,
                "{\"amount\":\"7,5\",\"currency\":\"USD\",\"language\":\"de\",\"back_link\":\"javascript:alert(1)\","
                        + "\"save_card\":true,\"payment_type\":\"" + "x".repeat(51) + "\",\"description\":\""
                        + "\u0416".repeat(63) + "\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "amount", "currency", "language", "back_link", "account_id", "payment_type", "description");
        assertThat(fixture.post("/api/v1/payments/initiate", cashier, "{\"amount\":0,\"currency\":\"KZT\"}")
                        .status())
                .isEqualTo(400);
        assertThat(fixture.post(
                                "/api/v1/payments/initiate",
                                cashier,
                                "{\"amount\":999999999999999999,\"currency\":\"KZT\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_repeated_order_is_the_same_payment_and_a_repeated_key_the_same_bytes() {
        HttpAnswer first = CardCustomer.opened(fixture, cashier, ",\"order_id\":\"B-1\"");
        HttpAnswer second = CardCustomer.opened(fixture, cashier, ",\"order_id\":\"B-1\"");
        assertThat(second.text("/payment_id")).isEqualTo(first.text("/payment_id"));
        String body = "{\"amount\":5000,\"currency\":\"KZT\"}";
        HttpAnswer keyed = fixture.post("/api/v1/payments/initiate", cashier, body, "Idempotency-Key", "key-1");
        HttpAnswer again = fixture.post("/api/v1/payments/initiate", cashier, body, "Idempotency-Key", "key-1");
        assertThat(again.body()).isEqualTo(keyed.body());
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).contains("true");
    }

    @Test
    void check_27_without_a_callback_the_shops_question_alone_completes_it() {
        try (GatewayFixture quiet = GatewayFixture.on(database)) {
            CardCustomer payer = new CardCustomer(quiet.world());
            payer.holdsCallbacks();
            String token = quiet.cashier("5");
            HttpAnswer opened = CardCustomer.opened(quiet, token, "");
            payer.pay(opened);
            HttpAnswer seen = quiet.get("/api/v1/payments/" + opened.text("/payment_id"), token);
            assertThat(seen.text("/status")).isEqualTo("completed");
            quiet.get("/api/v1/payments/" + opened.text("/payment_id"), token);
            quiet.world().journal().verify(Map.of("endpoint", "epay check-status payment transaction"), 1);
        }
    }

    private String paid() {
        HttpAnswer opened = CardCustomer.opened(fixture, cashier, "");
        customer.pay(opened);
        Await.until("completed", () -> status(opened.text("/payment_id")).equals("completed"));
        return opened.text("/payment_id");
    }

    private HttpAnswer refund(String id, String token, String body) {
        return fixture.post("/api/v1/payments/" + id + "/refund", token, body);
    }

    private HttpAnswer verify(String id) {
        return fixture.get("/api/v1/payments/" + id, cashier);
    }

    /** The state as the gateway has it, without asking the bank. */
    private String status(String id) {
        return fixture.gateway()
                .database()
                .transaction(
                        sql -> fixture.gateway().database().tables().payments().find(sql, id))
                .map(payment -> payment.status().word())
                .or(() -> Optional.of("none"))
                .orElseThrow();
    }
}
