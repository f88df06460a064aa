package kz.paysandbox.adapters.merchant;

import static kz.paysandbox.adapters.merchant.Scene.FIRST;
import static kz.paysandbox.adapters.merchant.Scene.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.adapters.error.NotSent;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of calls that never ended, for a program that knows how long its calls take. */
class AbandonedLinesTest {
    private static final Duration DEADLINE = Duration.ofSeconds(45);

    /** Opens order-1 in a program that dies with the call under way; its line stays started. */
    private static Scene crashed(TestSource kind) {
        Scene scene = Scene.on(kind);
        scene.registered(FIRST, 1, "token");
        FailingSource failing = new FailingSource(scene.source);
        MerchantKaspi dying = scene.merchant(scene.bank, failing);
        scene.bank.answers(Scene.qr(15)).whenAsked(failing::kill);
        assertThat(dying.createQr(SHOP, Optional.empty(), Tenge.of(200), "order-1")
                        .settlement())
                .isEqualTo(Settlement.UNKNOWN);
        scene.bank.whenAsked(() -> {});
        return scene;
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_UNPOOLED", "POSTGRES_POOLED"})
    void a_line_is_nobodys_as_soon_as_the_program_says(TestSource kind) {
        Scene scene = crashed(kind);
        MerchantKaspi hasty = scene.merchant.abandonedAfter(DEADLINE);
        assertThat(hasty.unsettled()).isEmpty();
        LogEntry young = scene.merchant.log().ofOrder(SHOP, "order-1").get(0);
        assertThat(hasty.resolve(young).state()).isEqualTo(LineState.STARTED);
        scene.time.advance(DEADLINE);
        assertThat(scene.merchant.unsettled()).isEmpty();
        assertThat(scene.merchant.resolve(young).state()).isEqualTo(LineState.STARTED);
        LogEntry old = hasty.unsettled().get(0);
        assertThat(hasty.resolve(old).state()).isEqualTo(LineState.NOT_APPLIED);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_UNPOOLED", "POSTGRES_POOLED"})
    void a_program_that_has_the_database_to_itself_settles_at_its_start(TestSource kind) {
        Scene scene = crashed(kind);
        MerchantKaspi alone = scene.merchant.abandonedAfter(Duration.ZERO);
        assertThat(alone.unsettled()).hasSize(1);
        alone.unsettled().forEach(alone::resolve);
        assertThat(alone.unsettled()).isEmpty();
        scene.bank.answers(Scene.qr(16));
        assertThat(scene.merchant
                        .createQr(SHOP, Optional.empty(), Tenge.of(200), "order-1")
                        .orThrow()
                        .id())
                .isEqualTo(16);
    }

    @Test
    void an_open_refund_is_to_be_settled_and_not_waited_for() {
        Scene scene = Scene.on(TestSource.H2_UNPOOLED);
        scene.sold();
        FailingSource failing = new FailingSource(scene.source);
        MerchantKaspi dying = scene.merchant(scene.bank, failing);
        scene.bank.whenAsked(failing::kill).answers(Scene.details(100));
        assertThatThrownBy(() -> dying.refund(SHOP, 15, Tenge.of(50), "refund-1"))
                .isInstanceOf(RuntimeException.class);
        scene.bank.whenAsked(() -> {});
        MerchantKaspi alone = scene.merchant.abandonedAfter(Duration.ZERO);
        assertThat(alone.refund(SHOP, 15, Tenge.of(50), "refund-2")
                        .<Object>fold(yes -> yes, no -> no.reason(), unknown -> unknown))
                .isInstanceOf(NotSent.class)
                .matches(reason -> !((NotSent) reason).passing());
        assertThat(alone.refund(SHOP, 15, Tenge.of(50), "refund-1").toString()).contains("resolve or settle line");
    }

    @Test
    void what_was_assumed_stays_assumed_and_the_other_way_round() {
        Scene scene = crashed(TestSource.H2_UNPOOLED);
        assertThat(scene.merchant.abandonedAfter(Duration.ZERO).assuming().unsettled())
                .hasSize(1);
        assertThat(scene.merchant.assuming().abandonedAfter(Duration.ZERO).unsettled())
                .hasSize(1);
        assertThat(scene.merchant.abandonedAfter(Duration.ofDays(1)).unsettled())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.001S", "P1DT0.001S"})
    void no_call_takes_less_than_nothing_or_more_than_a_day(Duration wrong) {
        Scene scene = Scene.on(TestSource.H2_UNPOOLED);
        assertThatThrownBy(() -> scene.merchant.abandonedAfter(wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_UNPOOLED", "POSTGRES_POOLED"})
    void a_refund_is_found_by_its_key_with_the_banks_number_or_why_it_was_refused(TestSource kind) {
        Scene scene = Scene.on(kind);
        scene.sold();
        scene.bank.answers(Scene.details(100)).answers(Scene.details(100)).answers(Scene.refused(990000028));
        scene.refund("refund-1");
        scene.refundApplied(100, 31);
        scene.refund("refund-1").orThrow();
        assertThat(scene.merchant.log().ofOrder(SHOP, "refund-1"))
                .extracting(LogEntry::state, LogEntry::returnOperationId)
                .containsExactly(
                        tuple(LineState.NOT_APPLIED, Optional.empty()), tuple(LineState.APPLIED, Optional.of(31L)));
        assertThat(scene.merchant.log().ofOrder(SHOP, "refund-1").get(0).error().orElseThrow())
                .contains("990000028");
    }

    @Test
    void an_order_that_is_numbered_as_a_payment_is_not_mixed_up_with_its_states() {
        Scene scene = Scene.on(TestSource.H2_UNPOOLED);
        scene.sold();
        scene.bank.answers(Scene.status("Wait"));
        scene.merchant.status(SHOP, 15);
        scene.bank.answers(Scene.status("RemotePaymentCanceled"));
        scene.merchant.cancelInvoice(SHOP, 15);
        assertThat(scene.merchant.log().ofOrder(SHOP, "15")).isEmpty();
        assertThat(scene.merchant.log().ofPayment(SHOP, 15)).hasSize(3);
    }
}
