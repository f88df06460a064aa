package kz.paysandbox.emulator.blackbox.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
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

/** Codes where the document's lists lack them; each is an assumption with a setting. */
class UnlistedCodesTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world();

    @ParameterizedTest
    @ValueSource(strings = {"r1", "r2", "r3"})
    void deleting_a_device_twice_does_not_find_it(String scheme) {
        Bank bank = world.bank(scheme);
        Map<String, String> device = Map.of("DeviceToken", Bank.DEVICE);

        assertThat(bank.post("device/delete", device).code()).isZero();
        assertThat(bank.post("device/delete", device).code()).isEqualTo(-1501);
    }

    @ParameterizedTest
    @ValueSource(strings = {"r2", "r3"})
    void details_from_an_unknown_or_deleted_device_are_refused(String scheme) {
        Bank bank = world.bank(scheme);
        long payment = bank.paid(1);

        assertThat(bank.get("payment/details?QrPaymentId=" + payment + "&DeviceToken=" + Situation.NO_DEVICE)
                        .code())
                .isEqualTo(-1501);
        world.control().patch("/devices/" + Bank.DEVICE, "{\"active\":false}").expect(200);
        assertThat(bank.details(payment).code()).isEqualTo(-1502);
    }

    @Test
    void remote_calls_without_a_certificate_answer_as_all_others_do() {
        Bank stranger = world.uncertified("r3");

        assertThat(stranger.invoice(Phones.PAYER, 1).code()).isEqualTo(-10000);
        assertThat(stranger.get("remote/client-info").code()).isEqualTo(-10000);
        assertThat(stranger.post("remote/cancel", Map.of()).code()).isEqualTo(-10000);
    }

    @ParameterizedTest
    @CsvSource({"r2, 0", "r2, -5", "r2, 0.001", "r3, 0", "r3, -5", "r3, 0.001"})
    void an_absurd_amount_to_give_back_is_a_wrong_amount(String scheme, String amount) {
        Bank bank = world.bank(scheme);
        long payment = bank.paid(100);

        Answer answer = bank.giveBack(payment, new BigDecimal(amount), code(bank));

        assertThat(answer.code()).isEqualTo(990000028);
        assertThat(bank.details(payment).data().path("AvailableReturnAmount").asInt())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"r1", "r2"})
    void an_organisation_that_is_switched_off_may_not_call(String scheme) {
        Bank bank = world.bank(scheme);
        world.organization(Bank.BIN, "{\"active\":false}");

        assertThat(bank.get("health/ping").code()).isEqualTo(-10000);
    }

    @Test
    void an_organisation_that_is_switched_off_is_unknown_to_r3() {
        Bank bank = world.bank("r3");
        world.organization(Bank.BIN, "{\"active\":false}");

        assertThat(bank.tradePoints().code()).isEqualTo(-1401);
    }

    private Map<String, ?> code(Bank bank) {
        if (bank.scheme().equals("r3")) {
            return Map.of();
        }
        long code = bank.returnCode();
        world.control().post("/returns/" + code + "/scan", "").expect(200);
        return Map.of("QrReturnId", code);
    }
}
