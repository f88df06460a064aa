package kz.paysandbox.emulator.blackbox.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** r2: the customer scans a return QR code, and then gets the money of any of the own purchases. */
class ReturnCodeTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world("{\"clock\":\"2026-05-01T10:00:00Z\"}");
    private final Bank bank = world.bank("r2");

    @Test
    void a_scanned_code_lists_the_customers_purchases_newest_first_and_serves_one_refund() {
        long older = bank.paid(100);
        world.advance("PT1M");
        long newer = bank.paid(50);
        long code = bank.returnCode();
        assertThat(state(code)).isEqualTo("QrTokenCreated");

        scan(code, "").expect(200);

        assertThat(state(code)).isEqualTo("CustomerIdentityObtained");
        assertThat(operations(code).findValuesAsText("QrPaymentId"))
                .containsExactly(String.valueOf(newer), String.valueOf(older));
        assertThat(operations(code).findValuesAsText("TransactionDate"))
                .containsExactly("2026-05-01T15:01:00.000+05:00", "2026-05-01T15:00:00.000+05:00");
        assertThat(bank.giveBack(older, 30, Map.of("QrReturnId", code)).code()).isZero();
        assertThat(state(code)).isEqualTo("CustomerIdentityObtained");
        assertThat(bank.giveBack(older, 70, Map.of("QrReturnId", code)).code()).isEqualTo(-1601);
        assertThat(bank.giveBack(newer, 50, Map.of("QrReturnId", code)).code()).isEqualTo(-1601);
        assertThat(bank.status(older).state()).isEqualTo("Processed");
    }

    @Test
    void a_till_that_loops_while_the_code_is_scanned_does_not_drain_the_purchase() {
        long payment = bank.paid(100);
        long code = bank.returnCode();
        scan(code, "").expect(200);

        for (int loop = 0; loop < 20; loop++) {
            bank.giveBack(payment, 10, Map.of("QrReturnId", code)).expect(200);
        }

        assertThat(bank.details(payment).data().path("AvailableReturnAmount").asInt())
                .isEqualTo(90);
    }

    @Test
    void a_code_that_nobody_scans_ends_after_180_seconds() {
        long code = bank.returnCode();

        world.advance("PT179S");
        assertThat(state(code)).isEqualTo("QrTokenCreated");

        world.advance("PT1S");
        assertThat(state(code)).isEqualTo("Error");
        assertThat(scan(code, "").expect(409).json().path("state").asText()).isEqualTo("Error");
    }

    @Test
    void money_does_not_go_back_by_a_code_that_is_not_scanned_foreign_or_expired() {
        long payment = bank.paid(100);
        long fresh = bank.returnCode();
        long stranger = bank.returnCode();
        scan(stranger, "{\"phone\":\"87010000002\"}").expect(200);

        assertThat(bank.giveBack(payment, 1, Map.of("QrReturnId", fresh)).code())
                .isEqualTo(-1601);
        assertThat(bank.giveBack(payment, 1, Map.of("QrReturnId", stranger)).code())
                .isEqualTo(-1601);
        assertThat(bank.giveBack(payment, 1, Map.of("QrReturnId", 77)).code()).isEqualTo(-1601);
        assertThat(operations(stranger)).isEmpty();
        world.advance("PT180S");
        assertThat(bank.giveBack(payment, 1, Map.of("QrReturnId", fresh)).code())
                .isEqualTo(-1601);
        assertThat(bank.details(payment).data().path("AvailableReturnAmount").asInt())
                .isEqualTo(100);
    }

    @Test
    void the_customer_scans_a_code_once() {
        long code = bank.returnCode();
        scan(code, "").expect(200);

        assertThat(scan(code, "").status()).isEqualTo(409);
        assertThat(scan(77, "").status()).isEqualTo(404);
        assertThat(scan(code, "{\"phone\":\"112\"}").status()).isEqualTo(400);
    }

    private Answer scan(long code, String body) {
        return world.control().post("/returns/" + code + "/scan", body);
    }

    private String state(long code) {
        return bank.get("return/status/" + code).state();
    }

    private JsonNode operations(long code) {
        return bank.post("return/operations", Map.of("DeviceToken", Bank.DEVICE, "QrReturnId", code, "MaxResult", 10))
                .data();
    }
}
