package kz.paysandbox.emulator.blackbox.codes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Http;
import kz.paysandbox.emulator.blackbox.support.Phones;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every refusal says why in X-Sandbox-Reason and in the journal; the Message stays the document's. */
final class ReasonHeaderTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @RegisterExtension
    static final Sandbox SILENT = Sandbox.with("reason-header", "false");

    @Test
    void a_wrong_api_key_is_no_matter_of_a_certificate() {
        Answer answer = SANDBOX.world().keyed("test_nobody").tradePoints();

        assertThat(answer.code()).isEqualTo(-10000);
        assertThat(answer.message()).isEqualTo("Отсутствует сертификат клиента");
        assertThat(answer.reason())
                .isEqualTo("the Api-Key is not one of this sandbox's worlds; sandbox env prints the one to use");
    }

    @Test
    void every_kind_of_refusal_says_why() {
        TestWorld world = SANDBOX.world();
        Bank r1 = world.bank("r1");
        Bank r2 = world.uncertified("r2");

        assertThat(world.keyed("").tradePoints().reason()).isEqualTo("the client sent no header Api-Key");
        assertThat(r2.tradePoints().reason()).isEqualTo("the client sent no certificate");
        assertThat(r1.status(1).reason()).contains("no payment or return with this id");
        assertThat(r1.post("qr/create", Map.of("DeviceToken", Bank.DEVICE)).reason())
                .isEqualTo("Amount is missing");
        assertThat(r1.post("qr/create", "[]").reason()).contains("JSON list");
        assertThat(r1.get("nothing/here").reason()).contains("no such call");
        assertThat(r1.get("qr/create").reason()).contains("is called with POST");
        assertThat(r1.post("qr/create", " ".repeat(70_000)).reason()).contains("larger than 65536 bytes");
    }

    @Test
    void a_payment_in_the_wrong_state_says_which() {
        Bank r2 = SANDBOX.world().bank("r2");
        long payment = r2.paid(100);

        Answer answer = r2.giveBack(payment, 10, Map.of("QrReturnId", r2.returnCode()));

        assertThat(answer.message()).isEqualTo("Покупка не найдена");
        assertThat(answer.reason()).isEqualTo("the return QR is QrTokenCreated");
    }

    @Test
    void a_final_invoice_is_refused_in_the_documents_words_alone() {
        Bank r3 = SANDBOX.world().bank("r3");
        long invoice = r3.invoice(Phones.PAYER, 100).data().path("QrPaymentId").asLong();
        r3.hook("confirm", invoice).expect(200);

        Answer answer = r3.post("remote/cancel", Map.of("DeviceToken", Bank.DEVICE, "QrPaymentId", invoice));

        assertThat(answer.code()).isEqualTo(-99000001);
        assertThat(answer.message()).isEqualTo("Покупка с заданным идентификатором не найдена");
        assertThat(answer.reason()).isEqualTo("the invoice is Processed");
    }

    @Test
    void the_journal_has_the_reason_too() {
        TestWorld world = SANDBOX.world();

        world.bank("r1").status(1);

        assertThat(world.control().notes()).anyMatch(note -> note.contains("no payment or return with this id"));
    }

    @Test
    void an_injected_fault_says_that_it_was_one() {
        TestWorld world = SANDBOX.world();
        world.control().post("/faults", """
                {"when":{"endpoint":"r1 *"},"then":{"statusCode":-999}}""");

        assertThat(world.bank("r1").tradePoints().reason()).contains("injected fault");
    }

    @Test
    void a_success_has_no_reason() {
        assertThat(SANDBOX.world().bank("r1").tradePoints().reason()).isEmpty();
    }

    @Test
    void card_payments_say_why_too() {
        Http epay = Http.tls(SANDBOX.port("epay"), SANDBOX.anonymous());

        Answer unknown = epay.send("POST", "/operation/x/charge", Map.of(), Optional.of("{}".getBytes(UTF_8)));
        Answer client = epay.send(
                "POST",
                "/oauth2/token",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                Optional.of("grant_type=client_credentials&client_id=тест".getBytes(UTF_8)));

        assertThat(unknown.reason()).isEqualTo("the client sent no header Authorization: Bearer <token>");
        assertThat(client.reason()).contains("client_secret is wrong");
        assertThat(epay.send("GET", "/nothing", Map.of(), Optional.empty()).reason())
                .isEqualTo("no such address");
    }

    @Test
    void the_header_can_be_switched_off() {
        assertThat(SILENT.world().keyed("test_nobody").tradePoints().reason()).isEmpty();
        assertThat(SILENT.main().control().notes()).anyMatch(note -> note.contains("Api-Key"));
    }
}
