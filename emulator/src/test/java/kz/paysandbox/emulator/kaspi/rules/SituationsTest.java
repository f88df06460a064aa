package kz.paysandbox.emulator.kaspi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import org.junit.jupiter.api.Test;

/** What puts a rule to the test is counted, and what comes near it is not. */
class SituationsTest {

    private static final String DEVICE = "2be4cc91-5895-48f8-8bc2-86c7bd419b3b";

    @Test
    void a_call_shows_its_own() {
        RuleTestWorld watched = new RuleTestWorld(new CallSituations())
                .call("r1 qr create", "DeviceToken", DEVICE)
                .call("r1 device delete", "DeviceToken", "nobody's");

        assertThat(watched.exercised(KaspiSituation.CALL)).isEqualTo(2);
        assertThat(watched.exercised(KaspiSituation.POST)).isEqualTo(2);
        assertThat(watched.exercised(KaspiSituation.DEVICE)).isEqualTo(1);
        assertThat(watched.exercised(KaspiSituation.CERTIFICATE)).isZero();
        assertThat(watched.exercised(KaspiSituation.SECOND_ID)).isZero();
        assertThat(watched.exercised(KaspiSituation.DELETED_DEVICE)).isZero();
    }

    @Test
    void what_only_r3_has_is_counted_there() {
        RuleTestWorld watched = new RuleTestWorld(new CallSituations())
                .call("r3 device delete", "DeviceToken", DEVICE)
                .call("r3 remote client-info")
                .call("r3 remote create", "Amount", "5")
                .lost("r3 remote create", "Amount", "5")
                .refused("r3 remote create", Reason.MALFORMED, "Amount", "5");

        assertThat(watched.exercised(KaspiSituation.DELETED_DEVICE)).isEqualTo(1);
        assertThat(watched.exercised(KaspiSituation.LOOKUP)).isEqualTo(1);
        assertThat(watched.exercised(KaspiSituation.INVOICE)).isEqualTo(1);
    }

    @Test
    void a_return_whose_answer_arrived_leaves_no_doubt() {
        RuleTestWorld watched = new RuleTestWorld(new BlindRetries(WorldMemory.unbounded()))
                .call("r3 payment return", "QrPaymentId", "1", "Amount", "5")
                .refused("r3 payment return", Reason.RETURN_ABOVE_PURCHASE, "QrPaymentId", "2", "Amount", "5");
        assertThat(watched.exercised(KaspiSituation.RETURNED_IN_DOUBT)).isZero();

        watched.lost("r3 payment return", "QrPaymentId", "3", "Amount", "5");
        assertThat(watched.exercised(KaspiSituation.RETURNED_IN_DOUBT)).isEqualTo(1);

        watched.call("r3 payment return", "QrPaymentId", "1", "Amount", "7")
                .after("PT10M")
                .call("r3 payment return", "QrPaymentId", "1", "Amount", "7");
        assertThat(watched.exercised(KaspiSituation.RETURNED_IN_DOUBT)).isEqualTo(1);
        assertThat(watched.found()).isEmpty();
    }

    @Test
    void a_creation_is_in_doubt_where_it_has_a_number_and_its_answer_was_lost() {
        RuleTestWorld watched = new RuleTestWorld(new BlindRetries(WorldMemory.unbounded()))
                .lost("r1 qr create", "DeviceToken", DEVICE, "Amount", "5")
                .call("r1 qr create", "DeviceToken", DEVICE, "ExternalId", "1");
        assertThat(watched.exercised(KaspiSituation.CREATED_IN_DOUBT)).isZero();

        watched.lost("r1 qr create", "DeviceToken", DEVICE, "ExternalId", "2");
        assertThat(watched.exercised(KaspiSituation.CREATED_IN_DOUBT)).isEqualTo(1);

        watched.after("PT10M").call("r1 qr create", "DeviceToken", DEVICE, "ExternalId", "1");
        assertThat(watched.exercised(KaspiSituation.CREATED_IN_DOUBT)).isEqualTo(1);
        assertThat(watched.found()).isEmpty();
    }

    @Test
    void a_poll_is_put_to_the_test_by_the_next_one_and_its_end_by_the_answer() {
        RuleTestWorld watched = new RuleTestWorld(new Polling(WorldMemory.unbounded()));
        String id = RulesTest.sale(watched);
        watched.call("r1 payment status", "QrPaymentId", id);
        assertThat(watched.exercised(KaspiSituation.POLLED_AGAIN)).isZero();

        watched.after("PT5S").call("r1 payment status", "QrPaymentId", id);
        assertThat(watched.exercised(KaspiSituation.POLLED_AGAIN)).isEqualTo(1);
        assertThat(watched.exercised(KaspiSituation.ASKED_AFTER_EXPIRY)).isZero();
        assertThat(watched.exercised(KaspiSituation.TOLD_FINAL)).isZero();

        watched.after("PT5M").call("r1 payment status", "QrPaymentId", id);
        watched.after("PT5S").call("r1 payment status", "QrPaymentId", id);
        assertThat(watched.exercised(KaspiSituation.ASKED_AFTER_EXPIRY)).isEqualTo(1);
        assertThat(watched.exercised(KaspiSituation.TOLD_FINAL)).isEqualTo(1);
    }

    @Test
    void a_payment_that_was_scanned_in_time_has_not_expired() {
        RuleTestWorld watched = new RuleTestWorld(new Polling(WorldMemory.unbounded()));
        String id = RulesTest.sale(watched);
        watched.call("r1 payment status", "QrPaymentId", id).after("PT2M59S");
        assertThat(watched.bank()
                        .purchases()
                        .change(Long.parseLong(id), payment -> payment.scan(watched.now(), "87010000001"))
                        .value())
                .isPresent();
        watched.after("PT5S").call("r1 payment status", "QrPaymentId", id);
        assertThat(watched.exercised(KaspiSituation.POLLED_AGAIN)).isEqualTo(1);
        assertThat(watched.exercised(KaspiSituation.ASKED_AFTER_EXPIRY)).isZero();

        watched.after("PT5M").call("r1 payment status", "QrPaymentId", id);
        assertThat(watched.exercised(KaspiSituation.ASKED_AFTER_EXPIRY)).isEqualTo(1);
    }

    @Test
    void a_return_with_the_customer_is_counted_where_it_was_done() {
        RuleTestWorld watched = new RuleTestWorld(new ReturnSteps(WorldMemory.unbounded()))
                .refused("r2 payment return", Reason.RETURN_ABOVE_PURCHASE, "QrPaymentId", "1")
                .call("r2 payment return", "QrPaymentId", "1")
                .call("r3 payment return", "QrPaymentId", "1");

        assertThat(watched.exercised(KaspiSituation.RETURNED_WITH_CUSTOMER)).isEqualTo(1);
    }
}
