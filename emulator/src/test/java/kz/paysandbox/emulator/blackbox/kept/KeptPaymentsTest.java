package kz.paysandbox.emulator.blackbox.kept;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Phones;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Payments and returns of Kaspi Pay after another start, in each state that they can have. */
class KeptPaymentsTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with("store", "file");

    private final TestWorld world = SANDBOX.world("{\"clock\":\"2026-05-01T10:00:00Z\"}");
    private final Bank r2 = world.bank("r2");
    private final Bank r3 = world.bank("r3");

    @Test
    void every_state_and_kind_is_as_it_was_and_goes_on() {
        long lapsed = r2.qr(10);
        world.advance("PT4M");
        long created = r2.qr(11);
        long scanned = r2.link(12);
        world.customer(scanned, "scan").expect(200);
        long declined = r2.qr(13);
        world.customer(declined, "scan").expect(200);
        world.customer(declined, "decline").expect(200);
        long invoice = invoice(14);
        long cancelled = invoice(15);
        cancel(cancelled);
        long paid = r3.paid(100);
        assertThat(r3.giveBack(paid, 30, Map.of()).code()).isZero();
        JsonNode before = payments();
        assertThat(before).hasSize(7);

        SANDBOX.restart();

        assertThat(payments()).isEqualTo(before);
        assertThat(r2.status(lapsed).state()).isEqualTo("Error");
        assertThat(r2.status(created).state()).isEqualTo("QrTokenCreated");
        assertThat(world.customer(scanned, "confirm")
                        .expect(200)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("Processed");
        assertThat(world.customer(declined, "confirm").status()).isEqualTo(409);
        assertThat(world.customer(invoice, "confirm").status()).isEqualTo(200);
        assertThat(r3.status(cancelled).state()).isEqualTo("RemotePaymentCanceled");
        assertThat(r3.giveBack(paid, 71, Map.of()).code()).isEqualTo(-99000005);
        assertThat(r3.giveBack(paid, 70, Map.of()).code()).isZero();
    }

    @Test
    void a_return_code_serves_once_on_whichever_side_of_the_restart() {
        long paid = r2.paid(100);
        long used = scannedCode();
        assertThat(r2.giveBack(paid, 10, Map.of("QrReturnId", used)).code()).isZero();
        long unused = scannedCode();
        long unscanned = r2.returnCode();
        JsonNode before = world.control().get("/returns").expect(200).json();

        SANDBOX.restart();

        assertThat(world.control().get("/returns").expect(200).json()).isEqualTo(before);
        assertThat(r2.giveBack(paid, 10, Map.of("QrReturnId", used)).code()).isEqualTo(-1601);
        assertThat(r2.giveBack(paid, 10, Map.of("QrReturnId", unscanned)).code())
                .isEqualTo(-1601);
        assertThat(r2.giveBack(paid, 20, Map.of("QrReturnId", unused)).code()).isZero();
        assertThat(r2.details(paid).data().path("AvailableReturnAmount").asInt())
                .isEqualTo(70);
    }

    @Test
    void time_goes_on_from_where_it_stood() {
        long created = r2.qr(10);
        world.advance("PT179S");

        SANDBOX.restart();

        assertThat(r2.status(created).state()).isEqualTo("QrTokenCreated");
        world.advance("PT1S");
        assertThat(r2.status(created).state()).isEqualTo("Error");
    }

    @Test
    void customers_act_at_their_own_instants_while_nothing_runs() {
        TestWorld real = SANDBOX.world();
        Bank bank = real.bank("r2");
        real.control()
                .put("/customer", "{\"mode\":\"pays\",\"scanAfter\":\"PT0.5S\",\"confirmAfter\":\"PT0.25S\"}")
                .expect(200);
        long sale = bank.qr(10);
        long code = bank.returnCode();
        Instant created = at(shown(real, sale), 0);

        SANDBOX.restart(() -> {
            while (Instant.now().isBefore(created.plusSeconds(1))) {
                Thread.onSpinWait();
            }
        });

        JsonNode paid = shown(real, sale);
        assertThat(paid.path("history").findValuesAsText("status"))
                .containsExactly("QrTokenCreated", "Wait", "Processed");
        assertThat(at(paid, 1)).isEqualTo(created.plus(Duration.ofMillis(500)));
        assertThat(at(paid, 2)).isEqualTo(created.plus(Duration.ofMillis(750)));
        assertThat(bank.get("return/status/" + code).state()).isEqualTo("CustomerIdentityObtained");
        assertThat(real.control().get("/customer").json().path("mode").asText()).isEqualTo("pays");
    }

    @Test
    void customers_act_after_the_restart_where_they_are_due_then() {
        world.control()
                .put("/customer", "{\"mode\":\"declines\",\"scanAfter\":\"PT10S\",\"confirmAfter\":\"PT5S\"}")
                .expect(200);
        long sale = r2.qr(10);
        world.control().put("/customer", "{\"mode\":\"manual\"}").expect(200);
        world.advance("PT10S");
        String next = world.control().get("/clock?next=5").body();

        SANDBOX.restart();

        assertThat(world.control().get("/clock?next=5").body()).isEqualTo(next);
        assertThat(r2.status(sale).state()).isEqualTo("Wait");
        assertThat(world.advance("PT5S").json().path("fired").findValuesAsText("what"))
                .contains("kaspi.customer.decides");
        assertThat(r2.status(sale).state()).isEqualTo("Error");
    }

    private JsonNode payments() {
        return world.control().get("/payments").expect(200).json();
    }

    private static JsonNode shown(TestWorld world, long payment) {
        return world.control().get("/payments/" + payment).expect(200).json();
    }

    private static Instant at(JsonNode payment, int step) {
        return Instant.parse(payment.path("history").path(step).path("at").asText());
    }

    private long invoice(int amount) {
        return r3.invoice(Phones.PAYER, amount).data().path("QrPaymentId").asLong();
    }

    private void cancel(long invoice) {
        r3.post("remote/cancel", Map.of("DeviceToken", Bank.DEVICE, "QrPaymentId", invoice))
                .data();
    }

    private long scannedCode() {
        long code = r2.returnCode();
        world.control().post("/returns/" + code + "/scan", "").expect(200);
        return code;
    }
}
