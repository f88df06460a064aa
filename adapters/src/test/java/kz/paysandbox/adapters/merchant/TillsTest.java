package kz.paysandbox.adapters.merchant;

import static kz.paysandbox.adapters.merchant.Scene.FIRST;
import static kz.paysandbox.adapters.merchant.Scene.SECOND;
import static kz.paysandbox.adapters.merchant.Scene.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.ScriptedBank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tills whose token the bank no longer knows, and the check that can be scheduled. */
class TillsTest {
    private static final String NO_POINTS = "{\"StatusCode\":-14000002,\"Message\":\"none\"}";
    private static final String POINTS =
            "{\"StatusCode\":0,\"Data\":[{\"TradePointId\":1,\"TradePointName\":\"front\"}]}";

    private final Scene scene = Scene.on(TestSource.H2_UNPOOLED);
    private final MerchantKaspi merchant = scene.merchant;
    private final ScriptedBank bank = scene.bank;

    @ParameterizedTest
    @ValueSource(longs = {-1501, -1502})
    void a_dead_token_is_registered_anew_once_and_said(long code) {
        scene.registered(FIRST, 1, "dead");
        bank.answers(Scene.refused(code)).answers(Scene.device("alive")).answers(Scene.qr(15));
        assertThat(qr("order-1").orThrow().id()).isEqualTo(15);
        assertThat(bank.lastBody()).contains("alive");
        assertThat(merchant.configs().of(SHOP).get(0).device()).isEqualTo(DeviceToken.of("alive"));
        assertThat(merchant.log().last(SHOP, 9))
                .extracting(LogEntry::operation, LogEntry::state)
                .containsExactly(
                        tuple(Operation.REGISTER, LineState.APPLIED), tuple(Operation.CREATE, LineState.APPLIED));
        assertThat(merchant.log().last(SHOP, 1).get(0).error().orElseThrow())
                .contains("code " + code)
                .doesNotContain("alive", "dead");
    }

    @Test
    void a_token_that_is_dead_again_is_not_registered_a_second_time() {
        scene.registered(FIRST, 1, "dead");
        bank.answers(Scene.refused(-1501)).answers(Scene.device("also-dead")).answers(Scene.refused(-1501));
        assertThat(qr("order-1").settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThat(bank.posts("device/register")).isEqualTo(2);
    }

    @Test
    void a_till_that_the_bank_has_lost_is_good_with_its_old_token_once_it_is_registered() {
        scene.registered(FIRST, 1, "old");
        bank.answers(Scene.refused(-1501)).answers(Scene.device("old")).answers(Scene.qr(15));
        assertThat(qr("order-1").orThrow().id()).isEqualTo(15);
        assertThat(bank.lastBody()).contains("old");
        assertThat(merchant.log().last(SHOP, 9))
                .extracting(LogEntry::operation)
                .containsExactly(Operation.REGISTER, Operation.CREATE);
    }

    @Test
    void the_same_token_of_a_till_that_is_off_or_a_refused_registration_leave_the_refusal() {
        scene.registered(FIRST, 1, "dead");
        bank.answers(Scene.refused(-1502)).answers(Scene.device("dead"));
        assertThat(qr("order-1").settlement()).isEqualTo(Settlement.NOT_APPLIED);
        bank.answers(Scene.refused(-1501)).answers(Scene.refused(-99000002));
        assertThat(qr("order-1").settlement()).isEqualTo(Settlement.NOT_APPLIED);
        bank.answers(Scene.refused(-99000002));
        assertThat(qr("order-1").settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThat(bank.posts("device/register")).isEqualTo(3);
    }

    @Test
    void a_database_that_fails_while_a_till_is_renewed_leaves_the_refusal() {
        scene.registered(FIRST, 1, "dead");
        FailingSource failing = new FailingSource(scene.source);
        MerchantKaspi cut = scene.merchant(bank, failing);
        bank.answers(Scene.refused(-1501)).whenAsked(failing::kill);
        assertThat(cut.createQr(SHOP, Optional.empty(), Tenge.of(200), "order-1")
                        .settlement())
                .isEqualTo(Settlement.NOT_APPLIED);
        failing.revive();
        bank.whenAsked(() -> {});
        assertThat(cut.unsettled()).isEmpty();
        assertThat(cut.log().ofOrder(SHOP, "order-1").get(0).state()).isEqualTo(LineState.NOT_APPLIED);
    }

    @Test
    void a_token_that_another_process_has_renewed_is_used() {
        ShopConfig config = scene.registered(FIRST, 1, "dead");
        bank.answers(Scene.refused(-1501))
                .answers(Scene.qr(15))
                .whenAsked(() ->
                        merchant.configs().save(SHOP, FIRST, 1, config.deviceId(), DeviceToken.of("renewed"), ""));
        assertThat(qr("order-1").orThrow().id()).isEqualTo(15);
        assertThat(bank.lastBody()).contains("renewed");
        assertThat(bank.posts("device/register")).isEqualTo(1);
    }

    @Test
    void a_switched_off_row_is_renewed_for_a_refund_and_stays_off() {
        ShopConfig config = scene.registered(FIRST, 1, "dead");
        bank.answers(Scene.qr(15));
        qr("order-1").orThrow();
        merchant.configs().setActive(config, false);
        bank.answers(Scene.refused(-1502))
                .answers(Scene.device("alive"))
                .answers(Scene.details(100))
                .answers(Scene.refused(-1502))
                .answers(Scene.details(100))
                .answers(Scene.returned(31));
        merchant.refund(SHOP, 15, Tenge.of(50), "refund-1").orThrow();
        assertThat(bank.lastBody()).contains("alive");
        assertThat(merchant.configs().of(SHOP).get(0).active()).isFalse();
    }

    @Test
    void a_check_that_can_be_scheduled_renews_what_the_bank_still_lists() {
        scene.registered(FIRST, 1, "a");
        scene.registered(FIRST, 2, "b");
        scene.registered(SECOND, 101, "c");
        assertThat(merchant.verifyTills(Duration.ofDays(1))).isEmpty();
        scene.time.advance(Duration.ofDays(2));
        bank.answers(POINTS).answers(NO_POINTS);
        assertThat(merchant.verifyTills(Duration.ofDays(1)))
                .extracting(check -> check.config().tradePointId(), TillCheck::verified)
                .containsExactly(tuple(1L, true), tuple(2L, false), tuple(101L, false));
        assertThat(merchant.configs().of(SHOP))
                .extracting(ShopConfig::verifiedAt)
                .element(0)
                .isEqualTo(Optional.of(scene.time.instant()));
        assertThat(merchant.configs().verifiedBefore(scene.time.instant())).hasSize(2);
        bank.answers(POINTS).answers(NO_POINTS);
        assertThat(merchant.verifyTills(Duration.ofDays(1))).hasSize(2);
    }

    private MoneyAnswer<QrPayment> qr(String order) {
        return merchant.createQr(SHOP, Optional.empty(), Tenge.of(200), order);
    }
}
