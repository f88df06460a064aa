package kz.paysandbox.emulator.blackbox.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world("{\"clock\":\"2026-05-01T10:00:00Z\"}");

    @ParameterizedTest
    @ValueSource(strings = {"r1", "r2", "r3"})
    void a_payment_that_nobody_scans_ends_after_180_seconds(String scheme) {
        Bank bank = world.bank(scheme);
        long qr = bank.qr(200);
        long link = bank.link(200);

        world.advance("PT179S");
        assertThat(bank.status(qr).state()).isEqualTo("QrTokenCreated");
        assertThat(bank.status(link).state()).isEqualTo("QrTokenCreated");

        world.advance("PT1S");
        assertThat(bank.status(qr).state()).isEqualTo("Error");
        assertThat(bank.status(link).state()).isEqualTo("Error");
        assertThat(bank.hook("scan", qr).code()).isEqualTo(-1601);
    }

    @ParameterizedTest
    @ValueSource(strings = {"r1", "r2", "r3"})
    void a_payment_that_nobody_confirms_ends_65_seconds_after_its_scan(String scheme) {
        Bank bank = world.bank(scheme);
        long payment = bank.qr(200);
        world.advance("PT179S");
        bank.hook("scan", payment).data();

        world.advance("PT64S");
        assertThat(bank.status(payment).state()).isEqualTo("Wait");

        world.advance("PT1S");
        assertThat(bank.status(payment).state()).isEqualTo("Error");
        assertThat(bank.hook("confirm", payment).code()).isEqualTo(-1601);
    }

    @Test
    void the_sandbox_keeps_to_the_time_outs_that_it_sends() {
        world.organization(
                Bank.BIN,
                "{\"behaviorOptions\":{\"qrCodeScanWaitTimeout\":20,\"linkActivationWaitTimeout\":30,"
                        + "\"paymentConfirmationTimeout\":40,\"statusPollingInterval\":3}}");
        Bank bank = world.bank("r1");
        JsonNode created = bank.create(Bank.DEVICE, 200).data();
        long qr = created.path("QrPaymentId").asLong();
        long link = bank.link(200);

        assertThat(created.path("QrPaymentBehaviorOptions").toString())
                .isEqualTo("{\"PaymentConfirmationTimeout\":40,\"QrCodeScanWaitTimeout\":20,"
                        + "\"StatusPollingInterval\":3}");
        assertThat(created.path("ExpireDate").asText()).isEqualTo("2026-05-01T15:00:20.000+05:00");
        world.advance("PT20S");
        assertThat(bank.status(qr).state()).isEqualTo("Error");
        assertThat(bank.status(link).state()).isEqualTo("QrTokenCreated");
        bank.hook("scan", link).data();
        world.advance("PT39S");
        assertThat(bank.status(link).state()).isEqualTo("Wait");
        world.advance("PT1S");
        assertThat(bank.status(link).state()).isEqualTo("Error");
    }

    @Test
    void advancing_lists_what_lapsed_in_order() {
        Bank bank = world.bank("r1");
        long first = bank.qr(1);
        world.advance("PT1S");
        long second = bank.qr(1);

        JsonNode fired = world.advance("PT5M").json().path("fired");

        assertThat(fired.findValuesAsText("id")).containsExactly(String.valueOf(first), String.valueOf(second));
        assertThat(fired.findValuesAsText("at")).containsExactly("2026-05-01T10:03:00Z", "2026-05-01T10:03:01Z");
        assertThat(world.advance("PT5M").json().path("fired")).isEmpty();
    }

    @Test
    void going_back_in_time_does_not_undo_what_has_happened() {
        Bank bank = world.bank("r1");
        long payment = bank.qr(1);
        world.advance("PT5M");

        world.freeze("2026-05-01T10:00:01Z");

        assertThat(bank.status(payment).state()).isEqualTo("Error");
        assertThat(bank.hook("scan", payment).code()).isEqualTo(-1601);
    }
}
