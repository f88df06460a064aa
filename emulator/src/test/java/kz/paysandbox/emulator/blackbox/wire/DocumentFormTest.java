package kz.paysandbox.emulator.blackbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers written as the document prints them, each by its switch. */
class DocumentFormTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with(
            "kaspi.envelope", "document",
            "kaspi.expire-date", "document",
            "kaspi.transaction-date", "document",
            "kaspi.bad-api-key", "http-401",
            "kaspi.foreign-ip", "status-code",
            "kaspi.malformed", "http-200",
            "kaspi.unknown-route", "envelope",
            "kaspi.wrong-method", "http-404");

    private final TestWorld world = SANDBOX.world("{\"clock\":\"2026-05-01T10:00:00.1234567Z\"}");
    private final Bank bank = world.bank("r2");

    @Test
    void the_envelope_begins_with_the_status_code_and_has_a_message() {
        assertThat(bank.get("health/ping").body()).isEqualTo("""
                {"StatusCode":0,"Message":"OK"}""");
        assertThat(bank.status(77).body()).isEqualTo("""
                {"StatusCode":-1601,"Message":"Покупка не найдена"}""");
        assertThat(bank.status(bank.qr(1)).body()).isEqualTo("""
                        {"StatusCode":0,"Message":"OK","Data":{"Status":"QrTokenCreated"}}""");
    }

    @Test
    void an_expire_date_has_a_short_offset_and_no_fraction() {
        assertThat(bank.create(Bank.DEVICE, 1).data().path("ExpireDate").asText())
                .isEqualTo("2026-05-01T15:03:00+05");
    }

    @Test
    void a_transaction_date_in_operations_has_seven_digits_and_no_offset() {
        bank.paid(1);
        long code = bank.returnCode();
        world.control().post("/returns/" + code + "/scan", "").expect(200);

        assertThat(bank.post("return/operations", Map.of("DeviceToken", Bank.DEVICE, "QrReturnId", code))
                        .data()
                        .path(0)
                        .path("TransactionDate")
                        .asText())
                .matches("2026-05-01T15:00:00\\.123\\d{4}");
    }

    @Test
    void a_transaction_date_in_details_has_a_day_of_one_digit_as_printed() {
        assertThat(bank.details(bank.paid(1)).data().path("TransactionDate").asText())
                .isEqualTo("2026-05-1T15:00:00.123+05:00");
    }

    @Test
    void what_nobody_has_recorded_is_answered_as_set() {
        assertThat(world.keyed("wrong").get("health/ping").status()).isEqualTo(401);
        assertThat(bank.post("qr/create", "{").expect(200).code()).isEqualTo(-400);
        assertThat(bank.get("no/such").expect(404).code()).isEqualTo(-400);
        assertThat(bank.get("qr/create").status()).isEqualTo(404);
        world.organization(Bank.BIN, "{\"allowedAddresses\":[\"10.0.0.1\"]}");
        assertThat(world.bank("r3").get("health/ping").expect(200).code()).isEqualTo(-10000);
    }
}
