package kz.paysandbox.gateway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks 16 to 18: the bank's answer to a money call is lost on the way. */
class LostAnswersIT {
    private static final List<Duration> LOOKS = List.of(
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6));

    @ParameterizedTest
    @EnumSource
    void check_16_a_refund_that_the_bank_has_made_is_applied_once(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            String owner = prepared(fixture);
            String paid = paid(fixture, owner);
            fixture.world().faults().loseNextAnswer("r3 payment return");
            assertThat(refund(fixture, owner, paid).status()).isIn(200, 202);
            settle(fixture);
            assertThat(states(fixture, "refund")).containsExactly("applied");
            assertThat(fixture.get("/api/v1/kaspi/details/" + paid, owner)
                            .json()
                            .path("available_amount")
                            .decimalValue())
                    .isEqualByComparingTo("60");
            fixture.world().journal().verify(Map.of("endpoint", "r3 payment return"), 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_17_a_refund_that_never_reached_the_bank_is_not_applied_and_may_be_made_again(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            String owner = prepared(fixture);
            String paid = paid(fixture, owner);
            fixture.world().faults().loseNextCall("r3 payment return");
            HttpAnswer lost = refund(fixture, owner, paid);
            assertThat(lost.status()).isEqualTo(202);
            assertThat(lost.text("/status")).isEqualTo("unknown");
            String where = lost.header("Location").orElseThrow();
            assertThat(fixture.get(where, owner).text("/last_operation/state")).isEqualTo("unknown");
            fixture.advance(Duration.ofMinutes(2));
            fixture.runDue();
            assertThat(states(fixture, "refund")).containsExactly("unknown");
            assertThat(refund(fixture, owner, paid).text("/code")).isEqualTo("operation_in_progress");
            settle(fixture);
            assertThat(states(fixture, "refund")).containsExactly("not_applied");
            HttpAnswer ended = fixture.get(where, owner);
            assertThat(ended.text("/last_operation/kind")).isEqualTo("refund");
            assertThat(ended.text("/last_operation/state")).isEqualTo("not_applied");
            assertThat(ended.text("/last_operation/code")).isEqualTo("bank_unavailable");
            assertThat(refund(fixture, owner, paid).status()).isEqualTo(200);
            assertThat(states(fixture, "refund")).containsExactly("not_applied", "applied");
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_18_an_invoice_whose_answer_is_lost_is_a_persons_matter_and_never_made_twice(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            String owner = prepared(fixture);
            fixture.world().faults().loseNextAnswer("r3 remote create");
            HttpAnswer lost = invoice(fixture, owner, "Idempotency-Key", "lost");
            assertThat(lost.status()).isEqualTo(202);
            assertThat(lost.text("/status")).isEqualTo("unknown");
            assertThat(lost.header("Location")).isPresent();
            settle(fixture);
            assertThat(invoice(fixture, owner, "Idempotency-Key", "lost").status())
                    .isEqualTo(202);
            JsonNode items =
                    fixture.get("/admin/attention", fixture.admin()).json().path("items");
            assertThat(items).hasSize(1);
            assertThat(items.path(0).path("kind").asText()).isEqualTo("operation");
            fixture.world().journal().verify(Map.of("endpoint", "r3 remote create"), 1);
        }
    }

    private static String prepared(GatewayFixture fixture) {
        fixture.till(GatewayFixture.SHOP);
        return fixture.owner(GatewayFixture.SHOP);
    }

    private static HttpAnswer invoice(GatewayFixture fixture, String token, String... headers) {
        return fixture.post(
                "/payments/kaspi/create", token, "{\"shop_id\":5,\"amount\":100,\"phone\":\"87010000001\"}", headers);
    }

    private static String paid(GatewayFixture fixture, String token) {
        String number = invoice(fixture, token).text("/external_id");
        fixture.world().customer().confirm(number);
        assertThat(fixture.get("/payments/kaspi/status/" + number, token).text("/status"))
                .isEqualTo("Processed");
        return number;
    }

    private static HttpAnswer refund(GatewayFixture fixture, String token, String number) {
        return fixture.post(
                "/payments/kaspi/refund", token, "{\"shop_id\":5,\"external_id\":\"" + number + "\",\"amount\":40}");
    }

    private static void settle(GatewayFixture fixture) {
        for (Duration pause : LOOKS) {
            fixture.advance(pause);
            fixture.runDue();
        }
    }

    /** The states of the shop's operations of a kind, oldest first. */
    private static List<String> states(GatewayFixture fixture, String kind) {
        return fixture.gateway()
                .database()
                .transaction(sql -> sql.query(
                        "select state from money_operation where kind = ? order by created_at, id",
                        row -> row.getString("state"),
                        kind));
    }
}
