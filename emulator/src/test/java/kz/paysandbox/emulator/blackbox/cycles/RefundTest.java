package kz.paysandbox.emulator.blackbox.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RefundTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world("{\"clock\":\"2026-05-01T10:00:00Z\"}");

    @Test
    void r1_money_goes_back_through_the_cashier_only() {
        Bank bank = world.bank("r1");
        long payment = bank.paid(100);

        assertThat(bank.giveBack(payment, 100, Map.of()).status()).isEqualTo(404);
        Answer refunded = world.control()
                .post("/payments/" + payment + "/refund", "{\"amount\":\"60.50\"}")
                .expect(200);

        assertThat(refunded.json().path("refunded").decimalValue()).isEqualByComparingTo("60.5");
        assertThat(world.control()
                        .post("/payments/" + payment + "/refund", "{\"amount\":39.51}")
                        .status())
                .isEqualTo(400);
        world.control()
                .post("/payments/" + payment + "/refund", "{\"amount\":39.5}")
                .expect(200);
        assertThat(bank.status(payment).state()).isEqualTo("Processed");
    }

    @Test
    void the_cashier_gives_nothing_back_of_what_is_not_paid() {
        long payment = world.bank("r1").qr(100);

        Answer refused = world.control()
                .post("/payments/" + payment + "/refund", "{\"amount\":1}")
                .expect(409);

        assertThat(refused.json().path("state").asText()).isEqualTo("QrTokenCreated");
    }

    @Test
    void r3_money_goes_back_in_parts_up_to_the_total_and_not_a_tiyn_more() {
        Bank bank = world.bank("r3");
        long payment = bank.paid(new BigDecimal("100.10"));

        long first = bank.giveBack(payment, new BigDecimal("100.09"), Map.of())
                .data()
                .path("ReturnOperationId")
                .asLong();
        assertThat(bank.giveBack(payment, new BigDecimal("0.02"), Map.of()).code())
                .isEqualTo(-99000005);
        assertThat(bank.details(payment).data().path("AvailableReturnAmount").decimalValue())
                .isEqualByComparingTo("0.01");
        long second = bank.giveBack(payment, new BigDecimal("0.01"), Map.of())
                .data()
                .path("ReturnOperationId")
                .asLong();

        assertThat(second).isGreaterThan(first).isGreaterThan(payment);
        assertThat(bank.giveBack(payment, new BigDecimal("0.01"), Map.of()).code())
                .isEqualTo(-99000005);
        assertThat(bank.status(payment).state()).isEqualTo("Processed");
    }

    @Test
    void an_organisation_that_forbids_partial_refunds_gives_back_the_whole() {
        world.organization(Bank.BIN, "{\"partialRefunds\":false}");
        Bank bank = world.bank("r3");
        long payment = bank.paid(100);

        assertThat(bank.giveBack(payment, 99, Map.of()).code()).isEqualTo(-99000020);
        assertThat(bank.giveBack(payment, 101, Map.of()).code()).isEqualTo(-99000005);
        assertThat(bank.giveBack(payment, 100, Map.of()).code()).isZero();
    }

    @Test
    void the_details_of_a_payment_name_its_amounts_and_when_it_was_paid() {
        Bank bank = world.bank("r2");
        long payment = bank.paid(new BigDecimal("250.75"));

        assertThat(bank.details(payment).body())
                .isEqualTo("{\"Data\":{\"QrPaymentId\":" + payment + ",\"TotalAmount\":250.75,"
                        + "\"AvailableReturnAmount\":250.75,"
                        + "\"TransactionDate\":\"2026-05-01T15:00:00.000+05:00\"},\"StatusCode\":0}");
    }

    @Test
    void a_refund_names_the_device_of_the_same_trade_point() {
        Bank bank = world.bank("r3");
        long payment = bank.paid(100);
        String elsewhere = bank.device("KASSA-2", 2);
        String beside = bank.device("KASSA-1B", 1);

        assertThat(bank.giveBack(payment, 1, Map.of("DeviceToken", elsewhere)).code())
                .isEqualTo(-99000003);
        assertThat(bank.giveBack(payment, 1, Map.of("DeviceToken", beside)).code())
                .isZero();
    }
}
