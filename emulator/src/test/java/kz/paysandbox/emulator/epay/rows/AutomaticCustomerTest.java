package kz.paysandbox.emulator.epay.rows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import kz.paysandbox.emulator.epay.EpaySandbox;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;
import kz.paysandbox.emulator.epay.Merchant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The customer of a world answers the issuer by themselves, on the world's clock. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AutomaticCustomerTest {

    private EpaySandbox sandbox;
    private Merchant merchant;
    private int invoices = 900_000;

    @BeforeAll
    void start() {
        sandbox = EpaySandbox.start();
        merchant = Merchant.open();
    }

    @AfterAll
    void stop() {
        merchant.close();
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.post(sandbox.control("/reset"), "", "application/json", "");
        sandbox.putJson(sandbox.control("/clock"), Map.of("mode", "frozen"));
    }

    @Test
    void who_pays_answers_after_both_waits_and_the_shop_is_told() {
        customer("pays");
        JsonNode payment = challenge();
        assertThat(advance("PT11S").body()).doesNotContain("epay.customer.answers");
        assertThat(statusOf(payment)).isEqualTo("3D");
        assertThat(advance("PT1S").body()).contains("epay.customer.answers");
        assertThat(statusOf(payment)).isEqualTo("CHARGE");
        assertThat(merchant.next().get("code").asText()).isEqualTo("ok");
    }

    @Test
    void who_declines_gives_up_at_the_issuer_s_page() {
        customer("declines");
        JsonNode payment = challenge();
        advance("PT12S");
        assertThat(statusOf(payment)).isEqualTo("FAILED");
        assertThat(merchant.next().get("reasonCode").asInt()).isEqualTo(499);
    }

    @Test
    void who_ignores_runs_out_of_time() {
        customer("ignores");
        JsonNode payment = challenge();
        advance("PT9M");
        assertThat(statusOf(payment)).isEqualTo("3D");
        advance("PT1M");
        assertThat(statusOf(payment)).isEqualTo("FAILED");
        assertThat(merchant.next().get("reasonCode").asInt()).isEqualTo(455);
    }

    @Test
    void who_was_quicker_is_left_alone() {
        customer("declines");
        JsonNode payment = challenge();
        sandbox.postJson(sandbox.control("/payments/" + payment.get("id").asText() + "/confirm"), "", Map.of());
        assertThat(merchant.next().get("code").asText()).isEqualTo("ok");
        advance("PT1M");
        assertThat(statusOf(payment)).isEqualTo("CHARGE");
        assertThat(merchant.waiting()).isZero();
    }

    private void customer(String mode) {
        sandbox.putJson(
                sandbox.control("/customer"), Map.of("mode", mode, "scanAfter", "PT5S", "confirmAfter", "PT7S"));
    }

    private Answer advance(String by) {
        return sandbox.postJson(sandbox.control("/clock/advance"), "", Map.of("by", by));
    }

    private String statusOf(JsonNode payment) {
        return sandbox.get(sandbox.control("/payments/" + payment.get("id").asText()), "x")
                .text("status");
    }

    private JsonNode challenge() {
        String invoice = String.valueOf(invoices += 13);
        return sandbox.postJson(
                        sandbox.base() + "/payment/cryptopay",
                        sandbox.invoiceToken(invoice, "100"),
                        Map.of(
                                "amount",
                                BigDecimal.valueOf(100),
                                "currency",
                                "KZT",
                                "name",
                                "AIBEK SANDBOX",
                                "cryptogram",
                                sandbox.cryptogram("4405640000003000", "1235", "300"),
                                "invoiceId",
                                invoice,
                                "description",
                                "any",
                                "postLink",
                                merchant.url("/post")))
                .json();
    }
}
