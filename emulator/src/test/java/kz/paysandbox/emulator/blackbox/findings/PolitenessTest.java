package kz.paysandbox.emulator.blackbox.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Phones;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that keeps to the document, whatever becomes of its payments, is blamed for nothing. */
class PolitenessTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world().freeze("2026-05-01T10:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"r1", "r2", "r3"})
    void polled_as_announced_until_it_is_final(String scheme) {
        Bank bank = world.bank(scheme);
        bank.tradePoints();
        long payment = sale(bank, "order-1");
        String state = bank.status(payment).state();
        for (int polls = 0; polls < 100 && !state.equals("Error"); polls++) {
            world.advance("PT5S");
            state = bank.status(payment).state();
        }

        assertThat(state).isEqualTo("Error");
        assertThat(world.control().findings()).isEmpty();
    }

    @Test
    void a_sale_is_tried_again_once_the_first_is_known_to_have_failed() {
        Bank bank = world.bank("r1");
        long first = sale(bank, "order-1");
        world.advance("PT4M");
        assertThat(bank.status(first).state()).isEqualTo("Error");
        sale(bank, "order-1");

        assertThat(world.control().findings()).isEmpty();
    }

    @Test
    void what_was_refused_is_tried_again() {
        Bank bank = world.bank("r1");
        world.tradePoint(1, "{\"active\":false}");
        bank.post("qr/create", Map.of("DeviceToken", Bank.DEVICE, "Amount", 100, "ExternalId", "order-1"));
        world.tradePoint(1, "{\"active\":true}");
        sale(bank, "order-1");

        assertThat(world.control().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"r2", "r3"})
    void parts_are_returned_each_after_a_look_at_what_is_left(String scheme) {
        Bank bank = world.bank(scheme);
        long payment = bank.paid(100);
        Map<String, ?> more = Map.of();
        for (int part = 0; part < 2; part++) {
            bank.details(payment).expect(200);
            bank.giveBack(payment, 30, scheme.equals("r2") ? Map.of("QrReturnId", listed(bank)) : more);
        }

        assertThat(world.control().findings()).isEmpty();
    }

    @Test
    void invoices_are_asked_for_by_hand_and_created_anew_after_a_cancel() {
        Bank bank = world.bank("r3");
        for (int customers = 0; customers < 50; customers++) {
            bank.get("remote/client-info?phoneNumber=87010000001&deviceToken=" + Bank.DEVICE);
        }
        long first = bank.invoice(Phones.PAYER, 100).data().path("QrPaymentId").asLong();
        bank.post("remote/cancel", Map.of("DeviceToken", Bank.DEVICE, "QrPaymentId", first));
        long second = bank.invoice(Phones.PAYER, 100).data().path("QrPaymentId").asLong();
        bank.invoice(Phones.DECLINER, 100).expect(200);
        bank.status(second);
        world.advance("PT1M");
        bank.status(second);

        assertThat(world.control().findings()).isEmpty();
    }

    /** A return code that the customer has scanned, their purchases listed. */
    private long listed(Bank bank) {
        long code = bank.returnCode();
        world.control().post("/returns/" + code + "/scan", "{}").expect(200);
        bank.post("return/operations", Map.of("DeviceToken", Bank.DEVICE, "QrReturnId", code))
                .expect(200);
        return code;
    }

    private static long sale(Bank bank, String externalId) {
        return bank.post("qr/create", Map.of("DeviceToken", Bank.DEVICE, "Amount", 100, "ExternalId", externalId))
                .data()
                .path("QrPaymentId")
                .asLong();
    }
}
