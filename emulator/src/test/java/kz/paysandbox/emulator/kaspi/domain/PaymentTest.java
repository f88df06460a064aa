package kz.paysandbox.emulator.kaspi.domain;

import static kz.paysandbox.emulator.kaspi.domain.PaymentStatus.ERROR;
import static kz.paysandbox.emulator.kaspi.domain.PaymentStatus.PROCESSED;
import static kz.paysandbox.emulator.kaspi.domain.PaymentStatus.QR_TOKEN_CREATED;
import static kz.paysandbox.emulator.kaspi.domain.PaymentStatus.REMOTE_PAYMENT_CANCELED;
import static kz.paysandbox.emulator.kaspi.domain.PaymentStatus.REMOTE_PAYMENT_CREATED;
import static kz.paysandbox.emulator.kaspi.domain.PaymentStatus.WAIT;
import static kz.paysandbox.emulator.kaspi.domain.Sample.NOON;
import static kz.paysandbox.emulator.kaspi.domain.Town.achieved;
import static kz.paysandbox.emulator.kaspi.domain.Town.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import org.junit.jupiter.api.Test;

class PaymentTest {

    private static final Instant LAST_SCAN = NOON.plusSeconds(180).minusMillis(1);
    private static final Instant LAST_CONFIRM = NOON.plusSeconds(165).minusMillis(1);
    private static final Instant LAST_DAY = NOON.plus(Duration.ofHours(24)).minusMillis(1);

    @Test
    void a_code_can_be_scanned_up_to_its_expiry_and_not_at_it() {
        Payment created = Sample.created();
        assertThat(created.at(LAST_SCAN)).isEqualTo(QR_TOKEN_CREATED);
        assertThat(created.at(LAST_SCAN.plusMillis(1))).isEqualTo(ERROR);
        assertThat(achieved(created.scan(LAST_SCAN, Sample.PHONE)).at(LAST_SCAN))
                .isEqualTo(WAIT);
        assertThat(reason(created.scan(LAST_SCAN.plusMillis(1), Sample.PHONE))).isEqualTo(Reason.WRONG_STATE);
    }

    @Test
    void a_scan_keeps_who_scanned_and_begins_the_wait_for_the_confirmation() {
        Payment waiting = Sample.waiting();
        assertThat(waiting.customer()).isEqualTo(Sample.PHONE);
        assertThat(waiting.deadline()).isEqualTo(NOON.plusSeconds(165));
        assertThat(waiting.id()).isEqualTo(15);
    }

    @Test
    void a_scanned_payment_can_be_confirmed_up_to_its_deadline_and_not_at_it() {
        Payment waiting = Sample.waiting();
        assertThat(waiting.at(LAST_CONFIRM)).isEqualTo(WAIT);
        assertThat(waiting.at(LAST_CONFIRM.plusMillis(1))).isEqualTo(ERROR);
        assertThat(achieved(waiting.confirm(LAST_CONFIRM)).at(NOON.plusSeconds(1_000_000)))
                .isEqualTo(PROCESSED);
        assertThat(reason(waiting.confirm(LAST_CONFIRM.plusMillis(1)))).isEqualTo(Reason.WRONG_STATE);
        assertThat(reason(waiting.decline(LAST_CONFIRM.plusMillis(1)))).isEqualTo(Reason.WRONG_STATE);
    }

    @Test
    void a_scanned_payment_can_be_declined_but_not_scanned_again() {
        Payment waiting = Sample.waiting();
        assertThat(achieved(waiting.decline(LAST_CONFIRM)).at(LAST_CONFIRM)).isEqualTo(ERROR);
        assertThat(reason(waiting.scan(LAST_CONFIRM, "87010000002"))).isEqualTo(Reason.WRONG_STATE);
        assertThat(reason(waiting.failScan(LAST_CONFIRM))).isEqualTo(Reason.WRONG_STATE);
        assertThat(reason(waiting.cancel(LAST_CONFIRM))).isEqualTo(Reason.WRONG_STATE);
    }

    @Test
    void a_payment_that_nobody_scanned_can_be_neither_confirmed_nor_declined_nor_canceled() {
        Payment created = Sample.created();
        assertThat(reason(created.confirm(NOON))).isEqualTo(Reason.WRONG_STATE);
        assertThat(reason(created.decline(NOON))).isEqualTo(Reason.WRONG_STATE);
        assertThat(reason(created.cancel(NOON))).isEqualTo(Reason.WRONG_STATE);
    }

    @Test
    void a_scan_that_goes_wrong_ends_the_payment() {
        Payment failed = achieved(Sample.created().failScan(LAST_SCAN));
        assertThat(failed.at(LAST_SCAN)).isEqualTo(ERROR);
        assertThat(failed.ending()).contains(new Ending(Ending.Kind.SCAN_FAILED, LAST_SCAN));
        assertThat(reason(Sample.created().failScan(LAST_SCAN.plusMillis(1)))).isEqualTo(Reason.WRONG_STATE);
    }

    @Test
    void an_invoice_can_be_paid_rejected_or_canceled_for_a_day() {
        Payment invoice = Sample.invoiced();
        assertThat(invoice.at(LAST_DAY)).isEqualTo(REMOTE_PAYMENT_CREATED);
        assertThat(achieved(invoice.confirm(LAST_DAY)).at(LAST_DAY)).isEqualTo(PROCESSED);
        assertThat(achieved(invoice.decline(LAST_DAY)).at(LAST_DAY)).isEqualTo(ERROR);
        assertThat(achieved(invoice.cancel(LAST_DAY)).at(LAST_DAY)).isEqualTo(REMOTE_PAYMENT_CANCELED);
        Instant tooLate = LAST_DAY.plusMillis(1);
        assertThat(invoice.at(tooLate)).isEqualTo(ERROR);
        assertThat(reason(invoice.confirm(tooLate))).isEqualTo(Reason.WRONG_STATE);
        assertThat(reason(invoice.decline(tooLate))).isEqualTo(Reason.WRONG_STATE);
        assertThat(reason(invoice.cancel(tooLate))).isEqualTo(Reason.WRONG_STATE);
    }

    @Test
    void an_invoice_has_no_code_to_scan() {
        assertThat(reason(Sample.invoiced().scan(NOON, Sample.PHONE))).isEqualTo(Reason.WRONG_STATE);
        assertThat(reason(Sample.invoiced().failScan(NOON))).isEqualTo(Reason.WRONG_STATE);
    }

    @Test
    void a_wrong_state_is_told_in_the_bank_s_words() {
        assertThat(Sample.created().confirm(NOON).refusal())
                .contains(new Refusal(
                        Reason.WRONG_STATE, "покупка в статусе QrTokenCreated", "the payment is QrTokenCreated"));
    }

    @Test
    void an_unfinished_payment_can_be_made_to_lapse_and_a_finished_one_cannot() {
        assertThat(achieved(Sample.created().lapse(NOON)).at(NOON)).isEqualTo(ERROR);
        assertThat(achieved(Sample.waiting().lapse(LAST_CONFIRM)).ending())
                .contains(new Ending(Ending.Kind.LAPSED, LAST_CONFIRM));
        assertThat(reason(Sample.paid().lapse(LAST_CONFIRM))).isEqualTo(Reason.WRONG_STATE);
        assertThat(reason(Sample.created().lapse(NOON.plusSeconds(180)))).isEqualTo(Reason.WRONG_STATE);
    }

    @Test
    void settling_turns_a_passed_deadline_into_a_fact_that_survives_a_clock_going_back() {
        Payment settled = Sample.created().settled(NOON.plusSeconds(180));
        assertThat(settled.at(NOON)).isEqualTo(ERROR);
        assertThat(settled.ending()).contains(new Ending(Ending.Kind.LAPSED, NOON.plusSeconds(180)));
        Payment late = Sample.waiting().settled(NOON.plusSeconds(1_000));
        assertThat(late.ending()).contains(new Ending(Ending.Kind.LAPSED, NOON.plusSeconds(165)));
    }

    @Test
    void settling_leaves_alone_what_still_waits_and_what_has_ended() {
        assertThat(Sample.created().settled(LAST_SCAN)).isEqualTo(Sample.created());
        assertThat(Sample.paid().settled(NOON.plusSeconds(1_000))).isEqualTo(Sample.paid());
    }
}
