package kz.paysandbox.adapters.merchant.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
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
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.TestSurroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What became of a refund of ePay, by its key; and refunds that never ended. */
class EpayRefundLookupTest {
    private static final TransactionRef PAID =
            new TransactionRef("af2089fe-43b1-47eb-a61f-c78dd196e18d", InvoiceId.of("205218074"));
    private static final MoneyAnswer<OperationResult> APPLIED =
            MoneyAnswer.applied(new OperationResult(PAID, Optional.empty()));
    private static final MoneyAnswer<OperationResult> REFUSED =
            MoneyAnswer.notApplied(Rejected.of("id", 3141, "the limit"), "the limit is reached");
    private static final MoneyAnswer<OperationResult> LOST =
            MoneyAnswer.unknown(OutcomeUnknown.lost("id", "lost", null), "nothing seen");
    private static final Optional<Tenge> SUM = Optional.of(Tenge.of(50));
    private static final Duration DEADLINE = Duration.ofSeconds(45);

    private final TestSurroundings time = TestSurroundings.create();

    private EpayRefunds refunds(DataSource source, Supplier<MoneyAnswer<OperationResult>> bank) {
        EpayClient client = (EpayClient) Proxy.newProxyInstance(
                EpayClient.class.getClassLoader(),
                new Class<?>[] {EpayClient.class},
                (proxy, method, values) -> bank.get());
        return EpayRefunds.of(client, Database.of(source), time.surroundings().clock());
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_UNPOOLED", "POSTGRES_POOLED"})
    void a_refund_is_found_by_its_key_in_every_state(TestSource kind) {
        DataSource source = kind.open();
        EpayRefunds refusing = refunds(source, () -> REFUSED);
        assertThat(refusing.find("r1")).isEmpty();
        refusing.refund(PAID, SUM, "r1");
        EpayRefundLine refused = refusing.find("r1").orElseThrow();
        assertThat(refused.state()).isEqualTo(LineState.NOT_APPLIED);
        assertThat(refused.finding()).contains("3141", "the limit is reached");

        EpayRefunds losing = refunds(source, () -> {
            assertThat(refusing.find("r1").map(EpayRefundLine::state)).contains(LineState.STARTED);
            return LOST;
        });
        losing.refund(PAID, SUM, "r1");
        EpayRefundLine lost = losing.find("r1").orElseThrow();
        assertThat(lost.id()).isNotEqualTo(refused.id());
        assertThat(lost.state()).isEqualTo(LineState.UNKNOWN);
        losing.settle(lost, Settlement.APPLIED, "the bank, by phone");
        assertThat(losing.find("r1").orElseThrow().state()).isEqualTo(LineState.APPLIED);
        assertThat(losing.find("r1").orElseThrow().finding()).isEqualTo("settled by hand: the bank, by phone");
    }

    @Test
    void of_several_tries_the_one_that_has_the_key_is_found_then_the_last() {
        DataSource source = TestSource.H2_UNPOOLED.open();
        EpayRefunds refunds = refunds(source, () -> LOST);
        refunds.refund(PAID, SUM, "r1");
        EpayRefundLine first = refunds.find("r1").orElseThrow();
        refunds.settle(first, Settlement.NOT_APPLIED, "a guess");
        refunds.refund(PAID, SUM, "r1");
        EpayRefundLine second = refunds.find("r1").orElseThrow();
        refunds.settle(second, Settlement.NOT_APPLIED, "a guess");
        assertThat(refunds.find("r1")).map(EpayRefundLine::id).contains(second.id());
    }

    @Test
    void a_row_that_took_its_key_back_is_found_before_a_later_one() {
        DataSource source = TestSource.H2_UNPOOLED.open();
        EpayRefunds other = refunds(source, () -> REFUSED);
        EpayRefunds refunds = refunds(source, () -> {
            other.settle(other.find("r1").orElseThrow(), Settlement.NOT_APPLIED, "a guess");
            other.refund(PAID, SUM, "r1");
            return APPLIED;
        });
        refunds.refund(PAID, SUM, "r1");
        assertThat(refunds.find("r1").orElseThrow().state()).isEqualTo(LineState.APPLIED);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_UNPOOLED", "POSTGRES_POOLED"})
    void a_refund_that_never_ended_is_nobodys_as_soon_as_the_program_says(TestSource kind) {
        FailingSource failing = new FailingSource(kind.open());
        EpayRefunds refunds = refunds(failing, () -> {
            failing.kill();
            return APPLIED;
        });
        refunds.refund(PAID, SUM, "r1");
        failing.revive();
        assertThat(refunds.unsettled()).isEmpty();
        assertThat(refunds.abandonedAfter(DEADLINE).unsettled()).isEmpty();
        assertThat(refunds.abandonedAfter(Duration.ZERO).unsettled()).hasSize(1);
        assertThat(heldBack(refunds.abandonedAfter(DEADLINE)).passing()).isTrue();
        assertThat(heldBack(refunds.abandonedAfter(Duration.ZERO)).passing()).isFalse();
        time.advance(DEADLINE);
        assertThat(refunds.unsettled()).isEmpty();
        assertThat(refunds.abandonedAfter(DEADLINE).unsettled()).hasSize(1);
        assertThat(heldBack(refunds.abandonedAfter(DEADLINE)).passing()).isFalse();
        assertThatThrownBy(() -> refunds.abandonedAfter(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> refunds.abandonedAfter(Duration.ofDays(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static NotSent heldBack(EpayRefunds refunds) {
        return (NotSent)
                refunds.refund(PAID, SUM, "r2").<Object>fold(yes -> yes, no -> no.reason(), unknown -> unknown);
    }
}
