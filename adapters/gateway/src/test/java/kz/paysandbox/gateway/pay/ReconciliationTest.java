package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.TestRhythms;
import kz.paysandbox.gateway.jobs.DayPlan;
import kz.paysandbox.gateway.jobs.Next;
import kz.paysandbox.gateway.jobs.Reconciliation;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Item;
import kz.paysandbox.gateway.store.AttentionTable.Subject;
import kz.paysandbox.gateway.store.JobTable.Job;
import kz.paysandbox.gateway.store.ReconciliationTable.Report;
import kz.paysandbox.gateway.store.ReconciliationTable.Sums;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Payments that change while the bank's answer about them is under way are no differences. */
class ReconciliationTest {
    private static final String DETAILS = "payment/details";

    private final PayScene scene = new PayScene();
    private final LocalDate day = DayPlan.day(scene.time.instant());

    @AfterEach
    void close() {
        scene.close();
    }

    private Sums compared() {
        Report report = begun(100);
        assertThat(report.done()).isTrue();
        return report.sums();
    }

    private Report begun(int callsPerMinute) {
        Reconciliation reconciliation = reconciliation(callsPerMinute);
        reconciliation.begin(day, Optional.empty());
        reconciliation.handle(job(reconciliation));
        return report(reconciliation);
    }

    private Reconciliation reconciliation(int callsPerMinute) {
        return new Reconciliation(scene.database, scene.merchant, scene.ledger, callsPerMinute);
    }

    private Report report(Reconciliation reconciliation) {
        return reconciliation.reports(day).get(0);
    }

    private Job job(Reconciliation reconciliation) {
        return new Job(1, "reconciliation", Long.toString(report(reconciliation).id()), 0, scene.time.instant());
    }

    private void refunds(Payment payment, long tenge) {
        scene.time.pass(Duration.ofSeconds(1));
        Operation refund = PayScene.ok(scene.refund(payment, tenge)).operation().orElseThrow();
        assertThat(refund.state()).isEqualTo(OperationState.APPLIED);
    }

    private static Sums sums(int payments, long paid, long refunded) {
        return new Sums(payments, Tenge.of(paid), Tenge.of(refunded), Tenge.of(paid), Tenge.of(refunded), 0);
    }

    private Operation lostRefund(Payment payment, long tenge) {
        scene.bank.plan(new MemoryBank.Trouble.LostAfter());
        return PayScene.ok(scene.refund(payment, tenge)).operation().orElseThrow();
    }

    @Test
    void refunds_that_end_before_and_while_the_bank_answers_are_no_difference() {
        Payment first = scene.paid();
        Payment second = scene.paid();
        scene.bank.delays(DETAILS, () -> refunds(second, 30));
        scene.bank.delays(DETAILS, () -> refunds(first, 40));
        scene.bank.delays(DETAILS, () -> refunds(second, 20));
        assertThat(compared()).isEqualTo(sums(2, 200, 30));
        assertThat(scene.attention.open()).isEmpty();
        assertThat(compared()).isEqualTo(sums(2, 200, 90));
    }

    @Test
    void the_bank_is_asked_again_where_its_answer_is_older_than_the_books() {
        Payment payment = scene.paid();
        Operation lost = lostRefund(payment, 30);
        long asked = scene.bank.asked(DETAILS);
        scene.bank.delays(DETAILS, () -> {
            scene.settlement.settle(lost.id(), 0);
            refunds(payment, 20);
        });
        assertThat(compared()).isEqualTo(sums(1, 100, 50));
        assertThat(scene.attention.open()).isEmpty();
        assertThat(scene.bank.asked(DETAILS)).isGreaterThan(asked + 2);
    }

    @Test
    void a_refund_that_nobody_knows_of_is_left_to_the_next_report() {
        Payment payment = scene.paid();
        Operation lost = lostRefund(payment, 30);
        Payment other = scene.paid();
        assertThat(compared()).isEqualTo(sums(1, 100, 0));
        assertThat(scene.attention.open()).isEmpty();
        scene.settlement.settle(lost.id(), 0);
        assertThat(compared()).isEqualTo(sums(2, 200, 30));
        assertThat(scene.now(other).refunded()).isEqualTo(Tenge.ZERO);
    }

    @Test
    void a_difference_of_a_payment_that_changes_all_the_time_is_found_by_the_next_report() {
        Payment payment = scene.paid();
        scene.bank.refundsElsewhere(payment.externalId().orElseThrow(), 7);
        for (int answer = 0; answer < 3; answer++) {
            scene.bank.delays(DETAILS, () -> refunds(payment, 10));
        }
        assertThat(compared()).isEqualTo(Sums.NONE);
        assertThat(scene.attention.open()).isEmpty();
        assertThat(compared()).isEqualTo(new Sums(1, Tenge.of(100), Tenge.of(30), Tenge.of(100), Tenge.of(37), 1));
        assertThat(scene.attention.open())
                .singleElement()
                .satisfies(item -> assertThat(item.what())
                        .isEqualTo("our books: 100.00 tenge paid, 30.00 refunded; the bank's: 100.00 paid, 37.00"
                                + " refunded"));
    }

    @Test
    void a_late_payment_that_is_refunded_while_its_state_is_asked_for_is_no_difference() {
        Payment code = scene.create(PaymentKind.QR).payment();
        scene.time.pass(Duration.ofMinutes(10));
        scene.looks.follow(code.id(), TestRhythms.FOLLOW);
        assertThat(scene.now(code).status()).isEqualTo(ServiceStatus.EXPIRED);
        scene.bank.paid(code.externalId().orElseThrow());
        scene.bank.delays("payment/status", () -> {
            scene.time.pass(Duration.ofMinutes(1));
            refunds(PayScene.ok(scene.looks.look(scene.now(code))), 100);
        });
        assertThat(compared()).isEqualTo(sums(1, 100, 100));
        assertThat(scene.attention.open()).isEmpty();
    }

    @Test
    void asking_again_counts_and_waits_for_the_next_minute() {
        Payment payment = scene.paid();
        Operation lost = lostRefund(payment, 30);
        scene.bank.delays(DETAILS, () -> {
            scene.settlement.settle(lost.id(), 0);
            refunds(payment, 20);
        });
        Report report = begun(1);
        assertThat(report.done()).isFalse();
        assertThat(report.sums()).isEqualTo(Sums.NONE);
        Reconciliation next = reconciliation(1);
        assertThat(next.handle(job(next))).isEqualTo(Next.DONE);
        assertThat(report(next).sums()).isEqualTo(sums(1, 100, 50));
    }

    @Test
    void what_the_bank_does_not_show_is_a_persons_with_the_banks_words_until_it_does() {
        Payment payment = scene.paid();
        scene.create(PaymentKind.QR);
        scene.bank.refuses(DETAILS, -1601);
        assertThat(compared()).isEqualTo(new Sums(2, Tenge.of(100), Tenge.ZERO, Tenge.ZERO, Tenge.ZERO, 1));
        Item item = scene.attention.open().get(0);
        assertThat(item.subject()).isEqualTo(new Subject(AttentionKind.RECONCILIATION, payment.id()));
        assertThat(item.what()).contains("0.00 refunded; the bank says: ", "-1601");
        scene.bank.answers(DETAILS);
        assertThat(compared()).isEqualTo(sums(2, 100, 0));
        assertThat(scene.attention.open()).isEmpty();
    }

    @Test
    void a_refusal_that_passes_accuses_nobody_and_the_report_goes_on_later() {
        scene.paid();
        Reconciliation reconciliation = reconciliation(100);
        reconciliation.begin(day, Optional.empty());
        scene.bank.refuses(DETAILS, -999);
        Job job = job(reconciliation);
        assertThatThrownBy(() -> reconciliation.handle(job)).isInstanceOf(Rejected.class);
        assertThat(report(reconciliation).done()).isFalse();
        assertThat(scene.attention.open()).isEmpty();
        scene.bank.answers(DETAILS);
        assertThat(reconciliation.handle(job)).isEqualTo(Next.DONE);
        assertThat(report(reconciliation).sums()).isEqualTo(sums(1, 100, 0));
    }

    @Test
    void a_payment_that_came_after_it_was_given_up_is_completed() {
        Payment code = scene.create(PaymentKind.QR).payment();
        scene.time.pass(Duration.ofMinutes(10));
        scene.looks.follow(code.id(), TestRhythms.FOLLOW);
        assertThat(compared()).isEqualTo(sums(1, 0, 0));
        scene.bank.paid(code.externalId().orElseThrow());
        assertThat(compared()).isEqualTo(sums(1, 100, 0));
        assertThat(scene.now(code).state().late()).isTrue();
    }

    @Test
    void a_report_has_a_job_that_is_left_over_until_the_report_is_done() {
        scene.paid();
        Reconciliation reconciliation = reconciliation(100);
        assertThat(reconciliation.begin(day, Optional.of(PayScene.OTHER.value())))
                .isZero();
        assertThat(reconciliation.begin(day, Optional.empty())).isEqualTo(1);
        Job job = job(reconciliation);
        assertThat(due()).extracting(Job::ref).containsExactly(job.ref());
        assertThat(leftOver(reconciliation, job)).contains(scene.time.instant());
        assertThat(reconciliation.handle(job)).isEqualTo(Next.DONE);
        assertThat(leftOver(reconciliation, job)).isEmpty();
        long asked = scene.bank.asked(DETAILS);
        assertThat(reconciliation.handle(job)).isEqualTo(Next.DONE);
        assertThat(reconciliation.handle(new Job(2, "reconciliation", "77", 0, scene.time.instant())))
                .isEqualTo(Next.DONE);
        assertThat(scene.bank.asked(DETAILS)).isEqualTo(asked);
    }

    private List<Job> due() {
        return scene.database.transaction(sql ->
                scene.database.tables().jobs().due(sql, List.of(JobKinds.RECONCILIATION), scene.time.instant(), 10));
    }

    private Optional<Instant> leftOver(Reconciliation reconciliation, Job job) {
        return scene.database.transaction(sql -> reconciliation.leftOver(sql, job));
    }

    @Test
    void a_night_begins_the_reports_of_the_two_days_before() {
        scene.paid();
        scene.time.pass(Duration.ofDays(1));
        scene.paid();
        scene.time.pass(Duration.ofDays(1));
        scene.paid();
        Reconciliation reconciliation = reconciliation(100);
        reconciliation.beginLastDays();
        assertThat(reconciliation.reports(day)).hasSize(1);
        assertThat(reconciliation.reports(day.plusDays(1)))
                .singleElement()
                .satisfies(report -> assertThat(report.done()).isFalse());
        assertThat(reconciliation.reports(day.plusDays(2))).isEmpty();
        for (Job job : due()) {
            reconciliation.handle(job);
        }
        assertThat(reconciliation.reports(day.plusDays(1)).get(0).sums()).isEqualTo(sums(1, 100, 0));
    }
}
