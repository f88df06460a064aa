package kz.paysandbox.emulator.blackbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerShapeTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world("{\"clock\":\"2026-05-01T10:00:00Z\"}");

    @ParameterizedTest
    @ValueSource(strings = {"r1", "r2", "r3"})
    void ids_exceed_32_bits_and_share_one_sequence_and_tokens_have_41_digits(String scheme) {
        Bank bank = world.bank(scheme);
        JsonNode qr = bank.create(Bank.DEVICE, 1).data();
        long link = bank.link(1);

        assertThat(qr.path("QrPaymentId").asLong()).isGreaterThan(1L << 31).isEqualTo(link - 1);
        assertThat(qr.path("QrToken").asText()).matches("5\\d{40}");
        assertThat(qr.path("PaymentMethods").toString()).isEqualTo("[\"Gold\",\"Red\",\"Loan\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T17:50:00Z, 2024-02-29T23:53:00.000+06:00",
        "2024-02-29T18:00:00Z, 2024-02-29T23:03:00.000+05:00",
        "2026-05-01T10:00:00.5Z, 2026-05-01T15:03:00.500+05:00"
    })
    void dates_have_three_digits_and_the_offset_of_kazakhstan_then(String now, String expires) {
        world.freeze(now);

        JsonNode created = world.bank("r1").create(Bank.DEVICE, 1).data();

        assertThat(created.path("ExpireDate").asText()).isEqualTo(expires);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "30000", "200.00", "99999999.99", "100000000", "1e2"})
    void amounts_come_back_exactly(String amount) {
        Bank bank = world.bank("r2");
        long payment = bank.paid(new BigDecimal(amount));

        assertThat(bank.details(payment).data().path("TotalAmount").decimalValue())
                .isEqualByComparingTo(amount);
    }

    @Test
    void the_status_of_v02_is_flat_and_leaves_out_what_is_not_known() {
        Bank bank = world.bank("r1");
        long payment = bank.qr(200);

        assertThat(v02(bank, payment).body())
                .isEqualTo("{\"Data\":{\"Status\":\"QrTokenCreated\",\"Amount\":200.00,\"StoreName\":\"Магазин 1\","
                        + "\"Address\":\"Ауэзова, 65\",\"City\":\"Алматы\"},\"StatusCode\":0}");
        bank.hook("scan", payment).data();
        bank.hook("confirm", payment).data();
        assertThat(v02(bank, payment).body())
                .isEqualTo("{\"Data\":{\"Status\":\"Processed\",\"TransactionId\":\"" + payment
                        + "\",\"IsOffer\":false,\"ProductType\":\"Gold\",\"Amount\":200.00,\"StoreName\":\"Магазин 1\","
                        + "\"Address\":\"Ауэзова, 65\",\"City\":\"Алматы\"},\"StatusCode\":0}");
    }

    @Test
    void trade_points_are_listed_in_order() {
        assertThat(world.bank("r3").tradePoints().body())
                .startsWith("{\"Data\":[{\"TradePointId\":1,\"TradePointName\":\"Магазин 1 (Ауэзова, 65)\"},"
                        + "{\"TradePointId\":2,");
    }

    @Test
    void answers_are_json_in_utf_8_without_a_server_version() {
        Answer answer = world.bank("r1").get("health/ping");

        assertThat(answer.contentType()).isEqualTo("application/json;charset=utf-8");
        assertThat(answer.body()).isEqualTo("{\"StatusCode\":0}");
    }

    private static Answer v02(Bank bank, long payment) {
        return bank.send("GET", "/r1/v02/payment/status/" + payment, bank.headers(), Optional.empty());
    }
}
