package kz.paysandbox.emulator.blackbox.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Phones;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RemoteInvoiceTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world("{\"clock\":\"2026-05-01T10:00:00Z\"}");
    private final Bank bank = world.bank("r3");

    @Test
    void an_invoice_is_paid_by_the_customer_and_given_back() {
        long invoice = invoice(Phones.PAYER);
        assertThat(bank.status(invoice).state()).isEqualTo("RemotePaymentCreated");

        world.customer(invoice, "confirm").expect(200);

        assertThat(bank.status(invoice).state()).isEqualTo("Processed");
        assertThat(bank.giveBack(invoice, 100, Map.of()).code()).isZero();
        assertThat(cancel(invoice).code()).isEqualTo(-99000001);
    }

    @Test
    void an_invoice_that_nobody_pays_ends_after_24_hours() {
        long invoice = invoice(Phones.PAYER);

        world.advance("PT23H59M59S");
        assertThat(bank.status(invoice).state()).isEqualTo("RemotePaymentCreated");

        world.advance("PT1S");
        assertThat(bank.status(invoice).state()).isEqualTo("Error");
        assertThat(world.customer(invoice, "confirm").status()).isEqualTo(409);
    }

    @Test
    void a_cancelled_invoice_is_cancelled_with_one_l_and_stays_so() {
        long invoice = invoice(Phones.PAYER);

        assertThat(cancel(invoice).state()).isEqualTo("RemotePaymentCanceled");
        assertThat(cancel(invoice).state()).isEqualTo("RemotePaymentCanceled");

        assertThat(world.customer(invoice, "confirm").status()).isEqualTo(409);
        world.advance("P2D");
        assertThat(bank.status(invoice).state()).isEqualTo("RemotePaymentCanceled");
    }

    @Test
    void the_hooks_pay_and_reject_an_invoice() {
        long paid = invoice(Phones.PAYER);
        long rejected = invoice(Phones.PAYER);

        assertThat(bank.hook("confirm", paid).code()).isZero();
        assertThat(bank.hook("confirmerror", rejected).code()).isZero();

        assertThat(bank.status(paid).state()).isEqualTo("Processed");
        assertThat(bank.status(rejected).state()).isEqualTo("Error");
    }

    @Test
    void the_phone_decides_what_a_confirmation_leads_to() {
        long declined = invoice(Phones.DECLINER);
        long ignored = invoice("+77010000003");

        world.customer(declined, "confirm").expect(200);
        world.customer(ignored, "confirm").expect(200);

        assertThat(bank.status(declined).state()).isEqualTo("Error");
        assertThat(bank.status(ignored).state()).isEqualTo("RemotePaymentCreated");
    }

    @Test
    void a_device_may_ask_for_50_clients_a_minute_and_another_device_for_50_more() {
        String other = bank.device("KASSA-9", 1);
        for (int call = 0; call < 50; call++) {
            assertThat(lookUp(Bank.DEVICE).data().path("ClientName").asText()).isNotEmpty();
        }

        assertThat(lookUp(Bank.DEVICE).code()).isEqualTo(990000031);
        assertThat(lookUp(other).code()).isZero();
        world.advance("PT59S");
        assertThat(lookUp(Bank.DEVICE).code()).isEqualTo(990000031);
        world.advance("PT1S");
        assertThat(lookUp(Bank.DEVICE).code()).isZero();
    }

    @Test
    void every_lookup_counts_whatever_it_is_answered() {
        for (int call = 0; call < 20; call++) {
            assertThat(lookUp(Bank.DEVICE, "12").code()).isEqualTo(-1404);
            assertThat(lookUp(Bank.DEVICE, Phones.STRANGER).code()).isEqualTo(990000029);
        }
        for (int call = 0; call < 10; call++) {
            lookUp(Bank.DEVICE, "").expect(400);
        }

        assertThat(lookUp(Bank.DEVICE).code()).isEqualTo(990000031);
        assertThat(lookUp(Bank.DEVICE, "12").code()).isEqualTo(990000031);
    }

    private long invoice(String phone) {
        return bank.invoice(phone, 100).data().path("QrPaymentId").asLong();
    }

    private Answer cancel(long invoice) {
        return bank.post("remote/cancel", Map.of("DeviceToken", Bank.DEVICE, "QrPaymentId", invoice));
    }

    private Answer lookUp(String device) {
        return lookUp(device, Phones.PAYER);
    }

    private Answer lookUp(String device, String phone) {
        return bank.get("remote/client-info?phoneNumber=" + phone + "&deviceToken=" + device);
    }
}
