package kz.paysandbox.emulator.blackbox.findings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Phones;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of the document about callers over time, broken over a real connection; requests count from 1. */
class KaspiFindingsTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world().freeze("2026-05-01T10:00:00Z");

    @Test
    void one_request_id_on_two_operations() {
        Bank bank = world.bank("r1");
        Map<String, String> headers = bank.headers();
        bank.send("GET", "/r1/v01/partner/tradepoints", headers, Optional.empty());
        bank.send("GET", "/r1/v01/health/ping", headers, Optional.empty());

        found("kaspi.request-id.reused", "warning", "r1 partner tradepoints", 1, 2);
    }

    @Test
    void a_name_twice_in_a_body() {
        Bank bank = world.bank("r1");
        String body = "{\"DeviceToken\":\"" + Bank.DEVICE + "\",\"Amount\":1,\"amount\":2}";
        bank.post("qr/create", body).expect(200);

        assertThat(world.control().findings()).containsExactly("kaspi.key.spelling", "kaspi.key.repeated");
        assertThat(finding("kaspi.key.repeated").path("evidence").asText()).isEqualTo("amount was sent twice");
    }

    @Test
    void polling_faster_than_announced() {
        Bank bank = world.bank("r1");
        long payment = bank.qr(100);
        bank.status(payment);
        world.advance("PT4S");
        bank.status(payment);

        found("kaspi.poll.too-fast", "warning", "after 4000 ms; announced are 5000", 2, 3);
    }

    @Test
    void polling_after_a_final_status() {
        Bank bank = world.bank("r1");
        long payment = bank.paid(100);
        bank.status(payment);
        world.advance("PT5S");
        bank.status(payment);

        found("kaspi.poll.after-final", "note", "final status", 4, 5);
    }

    @Test
    void polling_after_the_tokens_life() {
        Bank bank = world.bank("r1");
        long payment = bank.qr(100);
        bank.status(payment);
        world.advance("PT1H");
        bank.status(payment);

        found("kaspi.poll.after-expiry", "note", "had ended at", 2, 3);
    }

    @Test
    void polling_a_return_code_like_a_payment() {
        Bank bank = world.bank("r2");
        long code = bank.returnCode();
        bank.get("return/status/" + code);
        world.advance("PT2S");
        bank.get("return/status/" + code);
        world.advance("PT2S");
        bank.get("return/status/" + code);
        assertThat(finding("kaspi.poll.too-fast").path("count").asInt()).isEqualTo(2);
        found("kaspi.poll.too-fast", "warning", "return " + code + " was asked for again after 2000 ms", 2, 3, 4);
    }

    @Test
    void polling_a_return_code_that_was_scanned() {
        Bank bank = world.bank("r2");
        long code = bank.returnCode();
        world.control().post("/returns/" + code + "/scan", "{}").expect(200);
        bank.get("return/status/" + code);
        world.advance("PT5S");
        bank.get("return/status/" + code);

        found("kaspi.poll.after-final", "note", "return " + code, 2, 3);
    }

    @Test
    void a_return_without_the_customers_list_and_the_payments_details() {
        Bank bank = world.bank("r2");
        long payment = bank.paid(100);
        long code = bank.returnCode();
        world.control().post("/returns/" + code + "/scan", "{}").expect(200);
        bank.giveBack(payment, 30, Map.of("QrReturnId", code)).expect(200);

        found(
                "kaspi.refund.unasked",
                "note",
                "payment " + payment + " was returned without having asked for return/operations of return " + code
                        + " and payment/details of it",
                5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "r1 | POST | /r1/v01/return/create | r1 has no return/create, which is r2's (3.4.1); r1 returns in the cashier's app",
                "r3 | POST | /r3/v01/return/create | r3 returns without the customer, by POST /r3/v01/payment/return (4.5)",
                "r2 | POST | /r2/v01/remote/create | r2 has no remote/create, which is r3's (4.6.2)",
                "r1 | GET | /r2/v01/partner/tradepoints | a path of r2 at the address of r1",
                "r3 | POST | /r3/v01/payment/refund/ | did you mean payment/return?",
                "r1 | GET | /r1/v01/qr/create | /r1/v01/qr/create is called with POST",
                "r1 | POST | /r1/v01//qr/create | the path has a doubled slash; did you mean /r1/v01/qr/create?"
            })
    void a_call_that_the_scheme_does_not_have(String scheme, String method, String path, String words) {
        Bank bank = world.bank(scheme);
        Answer answer = bank.send(method, path, bank.headers(), Optional.of("{}".getBytes(UTF_8)));

        found("kaspi.call.unknown", "warning", words, 1);
        assertThat(answer.status()).isIn(404, 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/favicon.ico", "/health"})
    void what_browsers_ask_for_is_no_call(String path) {
        Bank bank = world.bank("r1");
        bank.send("GET", path, bank.headers(), Optional.empty()).expect(404);

        assertThat(world.control().findings()).isEmpty();
    }

    @Test
    void polling_a_remote_invoice() {
        Bank bank = world.bank("r3");
        long invoice =
                bank.invoice(Phones.PAYER, 100).data().path("QrPaymentId").asLong();
        for (int polls = 0; polls < 12; polls++) {
            bank.status(invoice);
            world.advance("PT5S");
        }

        assertThat(world.control().findings())
                .contains("kaspi.poll.remote-automatic")
                .doesNotContain("kaspi.poll.too-fast");
    }

    @Test
    void the_51st_lookup_in_a_minute() {
        Bank bank = world.bank("r3");
        for (int lookups = 0; lookups < 51; lookups++) {
            bank.get("remote/client-info?phoneNumber=87010000001&deviceToken=" + Bank.DEVICE);
        }

        found("kaspi.client-info.too-many", "warning", "more than 50 lookups", 51);
    }

    @Test
    void a_device_with_another_bin() {
        Bank bank = world.bank("r3");
        bank.post("qr/create", Map.of("DeviceToken", Bank.DEVICE, "Amount", 100, "OrganizationBin", "990340000013"));

        found("kaspi.device.wrong-bin", "error", "registered for 180340021791, and used with 990340000013", 1);
    }

    @Test
    void a_creation_repeated_after_a_lost_answer() {
        Bank bank = world.bank("r1");
        Map<String, String> lost = new HashMap<>(bank.headers());
        lost.put("X-Sandbox-Fault", "empty");
        String body = "{\"DeviceToken\":\"" + Bank.DEVICE + "\",\"Amount\":100,\"ExternalId\":\"order-1\"}";
        bank.send("POST", "/r1/v01/qr/create", lost, Optional.of(body.getBytes(UTF_8)));
        bank.post("qr/create", body);

        found("kaspi.create.blind-retry", "note", "same ExternalId", 1, 2);
    }

    @Test
    void an_invoice_repeated_to_the_same_phone() {
        Bank bank = world.bank("r3");
        bank.invoice(Phones.PAYER, 100);
        bank.invoice("77010000001", "100.00");

        assertThat(world.control().findings()).containsExactly("kaspi.value.type", "kaspi.create.blind-retry");
        assertThat(finding("kaspi.create.blind-retry").toString()).doesNotContain("7010000001");
    }

    @Test
    void an_answer_in_which_nothing_was_replaced_was_heard() {
        Bank bank = world.bank("r3");
        long payment = bank.paid(100);
        bank.giveBack(payment, 30, Map.of());
        world.control().post("/faults", """
                {"when": {"endpoint": "r3 *"}, "then": {"replace": {"Status": "Paid"}}}""").expect(201);
        bank.details(payment);
        bank.giveBack(payment, 30, Map.of());

        assertThat(world.control().findings()).doesNotContain("kaspi.refund.blind-retry");
    }

    @Test
    void a_return_repeated_blindly() {
        Bank bank = world.bank("r3");
        long payment = bank.paid(100);
        bank.giveBack(payment, 30, Map.of());
        bank.giveBack(payment, 30, Map.of());

        found("kaspi.refund.blind-retry", "error", "without asking for its details", 4, 5);
    }

    @Test
    void a_certificate_that_ends_soon() {
        Bank bank = world.bank("r2");
        bank.tradePoints();
        assertThat(world.control().findings()).isEmpty();
        world.freeze("2031-04-20T00:00:00Z");
        bank.tradePoints();
        bank.tradePoints();

        found("kaspi.certificate.expires-soon", "warning", "expires on 2031-", 2);
    }

    @Test
    void a_header_that_names_no_world() {
        Bank bank = world.bank("r1");
        Map<String, String> headers = bank.headers();
        headers.put("X-Sandbox-World", world.name() + "x");
        bank.send("GET", "/r1/v01/health/ping", headers, Optional.empty()).expect(200);

        found("sandbox.world.unknown", "error", "did you mean " + world.name(), 1);
        assertThat(world.control().notes()).anyMatch(note -> note.contains("did you mean " + world.name()));
    }

    @Test
    void a_header_that_names_another_world() {
        Bank bank = world.bank("r1");
        Map<String, String> headers = bank.headers();
        headers.put("X-Sandbox-World", "main");
        bank.send("GET", "/r1/v01/health/ping", headers, Optional.empty()).expect(200);

        found("sandbox.world.contradiction", "warning", "names main", 1);
    }

    private void found(String rule, String severity, String evidence, long... requests) {
        assertThat(world.control().findings()).containsExactly(rule);
        JsonNode finding = finding(rule);
        assertThat(finding.path("severity").asText()).isEqualTo(severity);
        assertThat(finding.path("clause").asText()).isNotEmpty();
        assertThat(finding.path("evidence").asText()).contains(evidence);
        assertThat(finding.path("requests")).hasSize(requests.length);
        for (int place = 0; place < requests.length; place++) {
            assertThat(finding.path("requests").path(place).asLong()).isEqualTo(requests[place]);
        }
    }

    private JsonNode finding(String rule) {
        return world.control().get("/findings?rule=" + rule).expect(200).json().path(0);
    }
}
