package kz.paysandbox.gateway.http.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.payment.Payment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Terminals that hold the money first: release and charge, and what becomes of lost answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CardHoldChecks {
    final GatewayFixture fixture;
    private final CardCustomer customer;
    private String owner = "";

    CardHoldChecks(TestDatabase database) {
        this.fixture = GatewayFixture.holding(database);
        this.customer = new CardCustomer(fixture.world());
    }

    @BeforeAll
    void tokens() {
        owner = fixture.owner("5");
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    final String held() {
        HttpAnswer opened = CardCustomer.opened(fixture, owner, "");
        customer.pay(opened);
        String id = opened.text("/payment_id");
        Await.until("held", () -> CardCustomer.kept(fixture, id).state().authorized());
        assertThat(get(id).text("/status")).isEqualTo("processing");
        return opened.text("/payment_id");
    }

    final HttpAnswer get(String id) {
        return fixture.get("/api/v1/payments/" + id, owner);
    }

    final HttpAnswer post(String id, String what, String body) {
        return fixture.post("/api/v1/payments/" + id + "/" + what, owner, body);
    }

    @Test
    void check_31_a_hold_is_released_and_a_charge_not() {
        String released = held();
        HttpAnswer cancelled = post(released, "cancel", "");
        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
        assertThat(cancelled.text("/status")).isEqualTo("cancelled");
        assertThat(post(released, "charge", "").text("/code")).isEqualTo("invalid_transition");
        String charged = held();
        HttpAnswer taken = post(charged, "charge", "");
        assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
        assertThat(taken.text("/status")).isEqualTo("completed");
        assertThat(taken.text("/receipt_number")).matches("5-\\d{4}-\\d{6}");
        HttpAnswer refused = post(charged, "cancel", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/code")).isEqualTo("invalid_transition");
    }

    @Test
    void check_31_an_unpaid_kaspi_invoice_is_withdrawn_and_a_paid_one_not() {
        fixture.till("5");
        String number = invoice();
        HttpAnswer cancelled = post(id(number), "cancel", "");
        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
        assertThat(cancelled.text("/status")).isEqualTo("cancelled");
        assertThat(fixture.world().customer().statusOf(number)).isEqualTo("RemotePaymentCanceled");
        String paid = invoice();
        fixture.world().customer().confirm(paid);
        assertThat(post(id(paid), "cancel", "").status()).isEqualTo(409);
        HttpAnswer refund = post(id(paid), "refund", "{\"refund_amount\":4000}");
        assertThat(refund.text("/refunded_amount")).as(refund.toString()).isEqualTo("4000");
        assertThat(fixture.get("/api/v1/payments/" + id(paid) + "/receipt", owner)
                        .json()
                        .at("/refunds"))
                .hasSize(1);
    }

    private String invoice() {
        return fixture.post("/api/v1/kaspi/create", owner, "{\"phone\":\"87010000001\",\"amount\":100}")
                .text("/external_id");
    }

    private String id(String number) {
        return fixture.gateway()
                .database()
                .transaction(sql ->
                        fixture.gateway().database().tables().payments().ofExternalId(sql, Long.parseLong(number)))
                .orElseThrow()
                .id();
    }

    @Test
    void a_part_of_the_hold_is_taken_and_more_than_it_not() {
        String id = held();
        assertThat(post(id, "charge", "{\"amount\":75001}").status()).isEqualTo(409);
        HttpAnswer taken = post(id, "charge", "{\"amount\":50000}");
        assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
        assertThat(taken.text("/amount")).isEqualTo("50000");
        Payment payment = CardCustomer.kept(fixture, id);
        for (int amount : new int[] {750, 500, 600}) {
            String again = String.format(
                    Locale.ROOT,
                    "{\"id\":\"%s\",\"invoiceId\":\"%s\",\"amount\":%d,\"currency\":\"KZT\",\"code\":\"ok\",\"secret_hash\":\"%s\"}",
                    payment.bank().transactionId().orElseThrow(),
                    payment.bank().invoiceId().orElseThrow(),
                    amount,
                    payment.terms().card().secretHash().orElseThrow());
            assertThat(fixture.post("/api/v1/payments/callback", "", again).status())
                    .isEqualTo(amount == 600 ? 400 : 200);
        }
        String pending = CardCustomer.opened(fixture, owner, "").text("/payment_id");
        assertThat(post(pending, "charge", "").text("/code")).isEqualTo("not_authorized_yet");
        assertThat(fixture.post("/api/v1/payments/" + id + "/charge", fixture.cashier("5"), "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_charge_or_release_whose_answer_is_lost_is_told_by_the_books_and_sent_once() {
        for (String what : List.of("charge", "cancel")) {
            String id = held();
            int before =
                    fixture.world().journal().entries("epay operation " + what).size();
            fixture.world().faults().loseNextAnswer("epay operation " + what);
            assertThat(post(id, what, "").status()).isIn(200, 202);
            fixture.advance(Duration.ofMinutes(2));
            fixture.runDue();
            assertThat(get(id).text("/status")).isEqualTo(what.equals("charge") ? "completed" : "cancelled");
            assertThat(fixture.world().journal().entries("epay operation " + what))
                    .hasSize(before + 1);
        }
    }
}
