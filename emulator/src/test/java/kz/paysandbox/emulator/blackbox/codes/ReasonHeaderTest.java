package kz.paysandbox.emulator.blackbox.codes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Http;
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
    void aWrongApiKeyIsNoMatterOfACertificate() {
        Answer answer = SANDBOX.world().keyed("test_nobody").tradePoints();

        assertThat(answer.code()).isEqualTo(-10000);
        assertThat(answer.message()).isEqualTo("Отсутствует сертификат клиента");
        assertThat(answer.reason())
                .isEqualTo("the Api-Key is not one of this sandbox's worlds; sandbox env prints the one to use");
    }

    @Test
    void everyKindOfRefusalSaysWhy() {
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
    void aPaymentInTheWrongStateSaysWhich() {
        Bank r2 = SANDBOX.world().bank("r2");
        long payment = r2.paid(100);

        Answer answer = r2.giveBack(payment, 10, Map.of("QrReturnId", r2.returnCode()));

        assertThat(answer.message()).isEqualTo("Покупка не найдена");
        assertThat(answer.reason()).isEqualTo("the return QR is QrTokenCreated");
    }

    @Test
    void aFinalInvoiceIsRefusedInTheDocumentsWordsAlone() {
        Bank r3 = SANDBOX.world().bank("r3");
        long invoice = r3.invoice("87010000001", 100).data().path("QrPaymentId").asLong();
        r3.hook("confirm", invoice).expect(200);

        Answer answer = r3.post("remote/cancel", Map.of("DeviceToken", Bank.DEVICE, "QrPaymentId", invoice));

        assertThat(answer.code()).isEqualTo(-99000001);
        assertThat(answer.message()).isEqualTo("Покупка с заданным идентификатором не найдена");
        assertThat(answer.reason()).isEqualTo("the invoice is Processed");
    }

    @Test
    void theJournalHasTheReasonToo() {
        TestWorld world = SANDBOX.world();

        world.bank("r1").status(1);

        assertThat(world.control().notes()).anyMatch(note -> note.contains("no payment or return with this id"));
    }

    @Test
    void anInjectedFaultSaysThatItWasOne() {
        TestWorld world = SANDBOX.world();
        world.control().post("/faults", "{\"when\":{\"endpoint\":\"r1 *\"},\"then\":{\"statusCode\":-999}}");

        assertThat(world.bank("r1").tradePoints().reason()).contains("injected fault");
    }

    @Test
    void aSuccessHasNoReason() {
        assertThat(SANDBOX.world().bank("r1").tradePoints().reason()).isEmpty();
    }

    @Test
    void cardPaymentsSayWhyToo() {
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
    void theHeaderCanBeSwitchedOff() {
        assertThat(SILENT.world().keyed("test_nobody").tradePoints().reason()).isEmpty();
        assertThat(SILENT.main().control().notes()).anyMatch(note -> note.contains("Api-Key"));
    }
}
