package kz.paysandbox.gateway.http.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Refunds of card payments whose answers are lost, that come together, or too late. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CardRefundChecks {
    private static final String REFUND = "epay operation refund";

    private final TestDatabase database;
    private final GatewayFixture fixture;
    private final CardCustomer customer;
    private String owner = "";

    CardRefundChecks(TestDatabase database) {
        this.database = database;
        this.fixture = GatewayFixture.on(database);
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

    private HttpAnswer refund(String id, String body, String... headers) {
        return fixture.post("/api/v1/payments/" + id + "/refund", owner, body, headers);
    }

    private HttpAnswer get(String id) {
        return fixture.get("/api/v1/payments/" + id, owner);
    }

    private int sent() {
        return fixture.world().journal().entries(REFUND).size();
    }

    @Test
    void check_16_a_refund_whose_answer_is_lost_is_applied_once() {
        String id = customer.paid(fixture, owner);
        int before = sent();
        fixture.world().faults().loseNextAnswer(REFUND);
        HttpAnswer answer = refund(id, "{\"refund_amount\":25000}", "Idempotency-Key", "refund-1");
        assertThat(answer.status()).as(answer.toString()).isIn(200, 202);
        fixture.advance(Duration.ofMinutes(2));
        fixture.runDue();
        assertThat(get(id).text("/refunded_amount")).isEqualTo("25000");
        HttpAnswer again = refund(id, "{\"refund_amount\":25000}", "Idempotency-Key", "refund-1");
        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(again.text("/refunded_amount")).isEqualTo("25000");
        assertThat(sent()).isEqualTo(before + 1);
        assertThat(refund(id, "").text("/status")).isEqualTo("refunded");
    }

    @Test
    void check_17_a_refund_that_never_arrived_is_not_applied_and_may_be_asked_for_again() {
        String id = customer.paid(fixture, owner);
        fixture.world().faults().loseNextCall(REFUND);
        assertThat(refund(id, "{\"refund_amount\":25000}").status()).isEqualTo(202);
        fixture.advance(Duration.ofMinutes(2));
        fixture.runDue();
        assertThat(refund(id, "{\"refund_amount\":25000}").text("/code")).isEqualTo("operation_in_progress");
        for (int look = 0; look < 3; look++) {
            fixture.advance(Duration.ofMinutes(15));
            fixture.runDue();
        }
        assertThat(get(id).text("/refunded_amount")).isEqualTo("0");
        assertThat(refund(id, "{\"refund_amount\":25000}").text("/refunded_amount"))
                .isEqualTo("25000");
    }

    @Test
    void check_21_refunds_that_come_together_give_back_no_more_than_was_paid() {
        String id = customer.paid(fixture, owner);
        int before = sent();
        ExecutorService pool = Executors.newFixedThreadPool(50);
        try {
            List<HttpAnswer> answers = IntStream.range(0, 50)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> refund(id, "{\"refund_amount\":20000}"), pool))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            long applied =
                    answers.stream().filter(answer -> answer.status() == 200).count();
            assertThat(applied).isBetween(1L, 3L);
            assertThat(answers).allMatch(answer -> List.of(200, 409, 422).contains(answer.status()));
            assertThat(get(id).text("/refunded_amount")).isEqualTo(Long.toString(applied * 20_000));
            assertThat(sent()).isEqualTo(before + (int) applied);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void check_30_after_a_hundred_and_eighty_days_it_is_too_late() {
        try (GatewayFixture later = GatewayFixture.on(database)) {
            CardCustomer payer = new CardCustomer(later.world());
            String token = later.owner("5");
            String id = payer.paid(later, token);
            later.advance(Duration.ofDays(181));
            HttpAnswer refused = later.post("/api/v1/payments/" + id + "/refund", token, "{}");
            assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
            assertThat(refused.text("/code")).isEqualTo("refund_window_over");
        }
    }

    @Test
    void another_shops_payment_is_one_that_there_is_not() {
        String id = customer.paid(fixture, owner);
        String other = fixture.owner("6");
        for (String what : List.of("refund", "cancel", "charge")) {
            HttpAnswer answer = fixture.post("/api/v1/payments/" + id + "/" + what, other, "{}");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text("/code")).isEqualTo("payment_not_found");
        }
    }
}
