package kz.paysandbox.adapters.merchant.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.OperationResult;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.error.NotSent;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.merchant.FailingSource;
import kz.paysandbox.adapters.merchant.LineState;
import kz.paysandbox.adapters.merchant.TestSource;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.TestSurroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Refunds of ePay in several processes over one database: one of a payment at a time, and each key once. */
class EpayRefundsTest {
    private static final TransactionRef PAID =
            new TransactionRef("af2089fe-43b1-47eb-a61f-c78dd196e18d", InvoiceId.of("205218074"));
    private static final TransactionRef OTHER =
            new TransactionRef("bf2089fe-43b1-47eb-a61f-c78dd196e18e", InvoiceId.of("205218075"));
    private static final MoneyAnswer<OperationResult> APPLIED =
            MoneyAnswer.applied(new OperationResult(PAID, Optional.empty()));
    private static final MoneyAnswer<OperationResult> LOST =
            MoneyAnswer.unknown(OutcomeUnknown.lost("id", "lost", null), "nothing seen");
    private static final Optional<Tenge> SUM = Optional.of(Tenge.of(50));

    /** Of a refund's transactions the one that marks its leaving, after the question for its key and the first row. */
    private static final int MARKING = 3;

    private final TestSurroundings time = TestSurroundings.create();
    private final List<List<Object>> sent = new CopyOnWriteArrayList<>();

    private EpayRefunds refunds(DataSource source, Supplier<MoneyAnswer<OperationResult>> bank) {
        EpayClient client = (EpayClient) Proxy.newProxyInstance(
                EpayClient.class.getClassLoader(), new Class<?>[] {EpayClient.class}, (proxy, method, values) -> {
                    if (!method.getName().equals("refund")) {
                        throw new AssertionError(method.getName());
                    }
                    sent.add(List.of(values));
                    return bank.get();
                });
        return EpayRefunds.of(client, Database.of(source), time.surroundings().clock());
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_POOLED", "POSTGRES_POOLED"})
    void a_refund_in_another_process_is_not_sent_while_one_of_its_payment_is_open(TestSource kind) {
        DataSource source = kind.open();
        EpayRefunds second = refunds(source, () -> APPLIED);
        EpayRefunds first = refunds(source, () -> {
            MoneyAnswer<OperationResult> held = second.refund(PAID, SUM, "r2");
            assertThat(held.<Object>fold(yes -> yes, no -> no.reason(), unknown -> unknown))
                    .isInstanceOf(NotSent.class)
                    .matches(reason -> ((NotSent) reason).passing());
            assertThat(second.refund(OTHER, SUM, "r3").settlement()).isEqualTo(Settlement.APPLIED);
            assertThat(second.refund(PAID, SUM, "r1").settlement())
                    .as("the same key, under way")
                    .isEqualTo(Settlement.UNKNOWN);
            return LOST;
        });
        assertThat(first.refund(PAID, SUM, "r1").settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(second.refund(PAID, SUM, "r2").<Object>fold(yes -> yes, no -> no.reason(), unknown -> unknown))
                .isInstanceOf(NotSent.class)
                .matches(reason -> !((NotSent) reason).passing());
        assertThat(sent).hasSize(2);
        EpayRefundLine open = second.unsettled().get(0);
        assertThat(open.finding()).contains("nothing seen");
        second.settle(open, Settlement.NOT_APPLIED, "the bank, by phone");
        assertThatThrownBy(() -> second.settle(open, Settlement.APPLIED, "again"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> second.settle(open, Settlement.UNKNOWN, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(second.refund(PAID, SUM, "r2").settlement()).isEqualTo(Settlement.APPLIED);
    }

    @Test
    void a_key_is_sent_once_and_again_after_a_refusal_only() {
        DataSource source = TestSource.H2_POOLED.open();
        EpayRefunds refusing =
                refunds(source, () -> MoneyAnswer.notApplied(Rejected.of("id", 3141, "the limit"), "the limit"));
        assertThat(refusing.refund(PAID, SUM, "r1").settlement()).isEqualTo(Settlement.NOT_APPLIED);
        EpayRefunds working = refunds(source, () -> APPLIED);
        assertThat(working.refund(PAID, SUM, "r1").settlement()).isEqualTo(Settlement.APPLIED);
        assertThat(working.refund(PAID, SUM, "r1").orThrow().ref()).isEqualTo(PAID);
        List<Object> asked = List.of(PAID, SUM, Optional.of("r1"));
        assertThat(sent).containsExactly(asked, asked);
        assertThat(working.refund(OTHER, Optional.empty(), "r2").settlement()).isEqualTo(Settlement.APPLIED);
        assertThat(sent).last().isEqualTo(List.of(OTHER, Optional.empty(), Optional.of("r2")));
        assertThatThrownBy(() -> working.refund(PAID, Optional.empty(), "r1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> working.refund(OTHER, SUM, "r1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> working.refund(PAID, SUM, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> working.refund(PAID, SUM, "x".repeat(101)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(working.unsettled()).isEmpty();
    }

    @Test
    void a_later_look_settles_its_row_and_a_program_that_broke_leaves_an_unknown_one() {
        DataSource source = TestSource.H2_POOLED.open();
        EpayRefunds refunds = refunds(
                source, () -> MoneyAnswer.unknown(OutcomeUnknown.lost("id", "lost", null), "later", () -> APPLIED));
        MoneyAnswer<OperationResult> answer = refunds.refund(PAID, SUM, "r1");
        assertThat(refunds.unsettled()).hasSize(1);
        assertThat(((MoneyAnswer.Unknown<OperationResult>) answer).recheck().settlement())
                .isEqualTo(Settlement.APPLIED);
        assertThat(refunds.unsettled()).isEmpty();
        EpayRefunds broken = refunds(source, () -> {
            throw new IllegalStateException("a mistake");
        });
        assertThatThrownBy(() -> broken.refund(PAID, SUM, "r2")).hasMessage("a mistake");
        assertThat(broken.unsettled()).extracting(EpayRefundLine::state).containsExactly(LineState.UNKNOWN);
    }

    @Test
    void a_row_of_a_program_that_ended_is_listed_after_five_minutes_and_a_late_answer_corrects_it() {
        DataSource source = TestSource.H2_POOLED.open();
        EpayRefunds other = refunds(source, () -> APPLIED);
        EpayRefunds slow = refunds(source, () -> {
            assertThat(other.unsettled()).isEmpty();
            time.advance(Duration.ofMinutes(6));
            List<EpayRefundLine> open = other.unsettled();
            assertThat(open).extracting(EpayRefundLine::state).containsExactly(LineState.STARTED);
            other.settle(open.get(0), Settlement.NOT_APPLIED, "a guess");
            return APPLIED;
        });
        assertThat(slow.refund(PAID, SUM, "r1").settlement()).isEqualTo(Settlement.APPLIED);
        assertThat(slow.refund(PAID, SUM, "r1").settlement())
                .as("the applied refund has its key again")
                .isEqualTo(Settlement.APPLIED);
        assertThat(sent).hasSize(1);
        try (var connection = source.getConnection();
                var rows = connection.createStatement().executeQuery("select status from epay_refund")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("applied");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_POOLED", "POSTGRES_POOLED"})
    void a_late_answer_whose_key_another_row_has_by_now_is_written_all_the_same(TestSource kind) {
        DataSource source = kind.open();
        EpayRefunds other = refunds(source, () -> LOST);
        EpayRefunds slow = refunds(source, () -> {
            time.advance(Duration.ofMinutes(6));
            other.settle(other.unsettled().get(0), Settlement.NOT_APPLIED, "a guess");
            other.refund(PAID, SUM, "r1");
            return APPLIED;
        });
        assertThat(slow.refund(PAID, SUM, "r1").settlement()).isEqualTo(Settlement.APPLIED);
        assertThat(sent).hasSize(2);
        assertThat(other.unsettled()).hasSize(1);
        assertThat(new EpayRefundTable(Database.of(source), time).line(1).orElseThrow())
                .matches(line -> line.state() == LineState.APPLIED)
                .matches(line -> line.finding().contains("settled as not_applied"));
    }

    @Test
    void a_refund_whose_row_was_settled_before_it_left_is_not_sent() {
        DataSource source = TestSource.H2_POOLED.open();
        EpayRefunds other = refunds(source, () -> APPLIED);
        FailingSource slow = new FailingSource(source);
        EpayRefunds stopped = refunds(slow, () -> APPLIED);
        slow.before(MARKING, () -> {
            time.advance(Duration.ofMinutes(6));
            other.settle(other.unsettled().get(0), Settlement.NOT_APPLIED, "the program has ended");
        });
        MoneyAnswer<OperationResult> answer = stopped.refund(PAID, SUM, "r1");
        assertThat(answer.<Object>fold(yes -> yes, no -> no.reason(), unknown -> unknown))
                .isInstanceOf(NotSent.class);
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"APPLIED", "NOT_APPLIED"})
    void a_later_look_does_not_override_what_a_person_settled(Settlement byHand) {
        DataSource source = TestSource.H2_POOLED.open();
        MoneyAnswer<OperationResult> seen = byHand == Settlement.APPLIED
                ? MoneyAnswer.notApplied(OutcomeUnknown.lost("id", "lost", null), "the books show nothing")
                : APPLIED;
        EpayRefunds refunds = refunds(
                source, () -> MoneyAnswer.unknown(OutcomeUnknown.lost("id", "lost", null), "later", () -> seen));
        MoneyAnswer<OperationResult> answer = refunds.refund(PAID, SUM, "r1");
        refunds.settle(refunds.unsettled().get(0), byHand, "the bank, by phone");
        assertThat(((MoneyAnswer.Unknown<OperationResult>) answer).recheck().settlement())
                .isEqualTo(byHand);
        assertThat(new EpayRefundTable(Database.of(source), time)
                        .line(1)
                        .orElseThrow()
                        .finding())
                .contains("the bank, by phone");
    }

    @Test
    void a_refund_whose_leaving_cannot_be_marked_is_not_sent_and_its_key_and_payment_are_free() {
        FailingSource failing = new FailingSource(TestSource.H2_POOLED.open());
        EpayRefunds refunds = refunds(failing, () -> APPLIED);
        failing.before(MARKING, failing::kill);
        failing.before(MARKING + 1, failing::revive);
        assertThatThrownBy(() -> refunds.refund(PAID, SUM, "r1")).isInstanceOf(StoreFailed.class);
        assertThat(sent).isEmpty();
        assertThat(new EpayRefundTable(Database.of(failing), time).line(1).orElseThrow())
                .matches(line -> line.state() == LineState.NOT_APPLIED)
                .matches(line -> line.finding().contains("nothing was sent"));
        assertThat(refunds.refund(PAID, SUM, "r1").settlement()).isEqualTo(Settlement.APPLIED);
    }

    @Test
    void an_answer_whose_row_cannot_be_completed_is_given_and_the_row_stays_open() {
        FailingSource failing = new FailingSource(TestSource.H2_POOLED.open());
        EpayRefunds refunds = refunds(failing, () -> {
            failing.kill();
            return APPLIED;
        });
        assertThat(refunds.refund(PAID, SUM, "r1").settlement()).isEqualTo(Settlement.APPLIED);
        failing.revive();
        assertThat(refunds.refund(PAID, SUM, "r1").settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(refunds.refund(PAID, SUM, "r2").settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThat(sent).hasSize(1);
        time.advance(Duration.ofMinutes(6));
        assertThat(refunds.unsettled()).extracting(EpayRefundLine::state).containsExactly(LineState.STARTED);
    }

    @Test
    void an_answer_whose_transaction_collides_with_another_is_written_at_the_next_attempt() {
        FailingSource failing = new FailingSource(TestSource.H2_POOLED.open());
        EpayRefunds refunds = refunds(failing, () -> {
            failing.collide();
            failing.before(2, failing::revive);
            return APPLIED;
        });
        assertThat(refunds.refund(PAID, SUM, "r1").settlement()).isEqualTo(Settlement.APPLIED);
        assertThat(refunds.refund(PAID, SUM, "r1").settlement())
                .as("the row is applied")
                .isEqualTo(Settlement.APPLIED);
    }

    @Test
    void a_program_that_breaks_off_without_its_database_says_why_it_broke_off() {
        FailingSource failing = new FailingSource(TestSource.H2_POOLED.open());
        EpayRefunds refunds = refunds(failing, () -> {
            failing.kill();
            throw new IllegalStateException("a mistake");
        });
        assertThatThrownBy(() -> refunds.refund(PAID, SUM, "r1")).hasMessage("a mistake");
    }

    @Test
    void a_later_look_is_told_also_where_its_row_cannot_be_settled_and_can_be_taken_again() {
        FailingSource failing = new FailingSource(TestSource.H2_POOLED.open());
        EpayRefunds refunds = refunds(
                failing, () -> MoneyAnswer.unknown(OutcomeUnknown.lost("id", "lost", null), "later", () -> APPLIED));
        MoneyAnswer.Unknown<OperationResult> lost =
                (MoneyAnswer.Unknown<OperationResult>) refunds.refund(PAID, SUM, "r1");
        failing.kill();
        assertThat(lost.recheck().settlement()).isEqualTo(Settlement.APPLIED);
        failing.revive();
        assertThat(refunds.unsettled()).hasSize(1);
        assertThat(lost.recheck().settlement()).isEqualTo(Settlement.APPLIED);
        assertThat(refunds.unsettled()).isEmpty();
    }

    @Test
    void the_five_minutes_of_a_refund_begin_when_it_leaves() {
        FailingSource slow = new FailingSource(TestSource.H2_POOLED.open());
        EpayRefunds other = refunds(slow, () -> APPLIED);
        EpayRefunds refunds = refunds(slow, () -> {
            time.advance(Duration.ofMinutes(4));
            assertThat(other.unsettled()).isEmpty();
            time.advance(Duration.ofMinutes(2));
            assertThat(other.unsettled()).hasSize(1);
            return APPLIED;
        });
        slow.before(MARKING, () -> time.advance(Duration.ofMinutes(4)));
        assertThat(refunds.refund(PAID, SUM, "r1").settlement()).isEqualTo(Settlement.APPLIED);
    }
}
