package kz.paysandbox.emulator.kaspi.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Ids;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.kaspi.TestKaspiSettings;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.wire.Answers;
import org.junit.jupiter.api.Test;

class KaspiWireTest {

    private final KaspiWire live = TestKaspiSettings.wire(Map.of());
    private final KaspiWire document = TestKaspiSettings.wire(Map.of("kaspi.envelope", "document"));

    @Test
    void a_live_success_has_data_first_and_no_message() {
        Answers.Status status = new Answers.Status("Wait");
        Reply reply = live.success(Optional.of(status));
        assertThat(reply.body().text()).isEqualTo("""
                {"Data":{"Status":"Wait"},"StatusCode":0}""");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("application/json; charset=utf-8");
        assertThat(live.success(Optional.empty()).body().text()).isEqualTo("{\"StatusCode\":0}");
    }

    @Test
    void the_document_s_success_has_code_and_message_first() {
        assertThat(document.success(Optional.of(new Answers.Client("ФИО")))
                        .body()
                        .text())
                .isEqualTo("""
                        {"StatusCode":0,"Message":"OK","Data":{"ClientName":"ФИО"}}""");
        assertThat(document.success(Optional.empty()).body().text()).isEqualTo("""
                {"StatusCode":0,"Message":"OK"}""");
    }

    @Test
    void a_refusal_has_the_document_s_text_and_no_data() {
        Refusal refusal = Refusal.of(Reason.PURCHASE_UNKNOWN);
        assertThat(live.refused(refusal).body().text()).isEqualTo("""
                        {"Message":"Покупка не найдена","StatusCode":-1601}""");
        assertThat(document.refused(refusal).body().text()).isEqualTo("""
                        {"StatusCode":-1601,"Message":"Покупка не найдена"}""");
        assertThat(live.refused(refusal).status()).isEqualTo(200);
    }

    @Test
    void a_refusal_tells_its_detail_unless_messages_are_off() {
        Refusal refusal = new Refusal(Reason.WRONG_STATE, "покупка в статусе Wait", "the payment is Wait");
        assertThat(live.refused(refusal).body().text()).isEqualTo("""
                        {"Message":"Покупка не найдена: покупка в статусе Wait","StatusCode":-1601}""");
        assertThat(TestKaspiSettings.wire(Map.of("kaspi.error-message", "empty"))
                        .refused(refusal)
                        .body()
                        .text())
                .isEqualTo("""
                        {"Message":"","StatusCode":-1601}""");
    }

    @Test
    void what_cannot_be_read_is_answered_with_http_400_or_as_set() {
        Refusal refusal = Refusal.of(Reason.MALFORMED);
        assertThat(live.refused(refusal).status()).isEqualTo(400);
        assertThat(live.refused(refusal).body().text()).contains("\"StatusCode\":-400");
        assertThat(TestKaspiSettings.wire(Map.of("kaspi.malformed", "http-200"))
                        .refused(refusal)
                        .status())
                .isEqualTo(200);
        assertThat(live.refused(Refusal.of(Reason.POLLED_BY_MACHINE)).status()).isEqualTo(429);
        assertThat(live.refused(413, refusal).status()).isEqualTo(413);
    }

    @Test
    void an_assumed_code_can_be_set_to_another() {
        KaspiWire other = TestKaspiSettings.wire(Map.of("kaspi.code.not-a-client", "-1404"));
        assertThat(other.refused(Refusal.of(Reason.NOT_A_CLIENT)).body().text()).contains("\"StatusCode\":-1404");
    }

    @Test
    void dates_are_written_as_set() {
        Instant instant = Instant.parse("2026-01-05T12:00:00Z");
        assertThat(live.expireDate(instant)).isEqualTo("2026-01-05T17:00:00.000+05:00");
        assertThat(live.operationDate(instant)).isEqualTo("2026-01-05T17:00:00.000+05:00");
        assertThat(live.transactionDate(instant)).isEqualTo("2026-01-05T17:00:00.000+05:00");
        KaspiWire printed =
                TestKaspiSettings.wire(Map.of("kaspi.expire-date", "document", "kaspi.transaction-date", "document"));
        assertThat(printed.expireDate(instant)).isEqualTo("2026-01-05T17:00:00+05");
        assertThat(printed.operationDate(instant)).isEqualTo("2026-01-05T17:00:00.0000000");
        assertThat(printed.transactionDate(instant)).isEqualTo("2026-01-5T17:00:00.000+05:00");
        KaspiWire bare = TestKaspiSettings.wire(Map.of("kaspi.transaction-date", "without-offset"));
        assertThat(bare.operationDate(instant)).isEqualTo("2026-01-05T17:00:00.0000000");
        assertThat(bare.transactionDate(instant)).isEqualTo("2026-01-05T17:00:00.0000000");
    }

    @Test
    void a_token_follows_from_the_id_and_a_link_from_the_token() {
        Ids ids = new Ids(1);
        assertThat(KaspiWire.token(ids, 15)).matches("5\\d{40}").isEqualTo(KaspiWire.token(new Ids(1), 15));
        assertThat(KaspiWire.link(ids, 15)).isEqualTo("https://pay.kaspi.kz/pay/" + KaspiWire.token(ids, 15));
    }

    @Test
    void the_captured_answers_come_out_byte_for_byte() {
        Answers.DeviceRegistered registered = new Answers.DeviceRegistered("2be4cc91-5895-48f8-8bc2-86c7bd419b3b");
        assertThat(live.success(Optional.of(registered)).body().text()).isEqualTo("""
                        {"Data":{"DeviceToken":"2be4cc91-5895-48f8-8bc2-86c7bd419b3b"},"StatusCode":0}""");
        Answers.LinkCreated created = new Answers.LinkCreated(
                "https://pay.kaspi.kz/pay/59124797555070531307541976950921491958401",
                live.expireDate(Instant.parse("2023-04-24T04:34:45.958Z")),
                504720710,
                List.of("Red"),
                new Answers.LinkBehavior(180, 65, 5));
        assertThat(live.success(Optional.of(created)).body().text()).isEqualTo(TestKaspiSettings.CAPTURED_LINK);
    }

    @Test
    void the_v02_status_leaves_out_what_is_not_known_and_writes_amounts_with_two_decimals() {
        Answers.StatusV02 open = new Answers.StatusV02(
                "QrTokenCreated", "", null, "", new BigDecimal("200.00"), "Магазин 1", "Ауэзова 65", "Алматы");
        assertThat(live.success(Optional.of(open)).body().text())
                .isEqualTo("{\"Data\":{\"Status\":\"QrTokenCreated\",\"Amount\":200.00,\"StoreName\":\"Магазин 1\","
                        + "\"Address\":\"Ауэзова 65\",\"City\":\"Алматы\"},\"StatusCode\":0}");
    }
}
