package kz.paysandbox.adapters.merchant;

import static kz.paysandbox.adapters.merchant.Scene.FIRST;
import static kz.paysandbox.adapters.merchant.Scene.SECOND;
import static kz.paysandbox.adapters.merchant.Scene.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.error.NotSent;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.ScriptedBank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A refund's key refunds once, and of one payment refunds are made one after the other, in all processes. */
class RefundsTest {
    private final Scene scene = Scene.on(TestSource.H2_POOLED);
    private final MerchantKaspi merchant = scene.merchant;
    private final ScriptedBank bank = scene.bank;

    @Test
    void a_repeated_key_gives_the_first_ones_answer_and_sends_nothing() {
        scene.sold();
        scene.refundApplied(100, 31);
        Refund first = scene.refund("refund-1").orThrow();
        assertThat(scene.refund("refund-1").orThrow()).isEqualTo(first);
        assertThat(first.operationId()).contains(31L);
        assertThat(bank.posts("payment/return")).isEqualTo(1);
        assertThatThrownBy(() -> merchant.refund(SHOP, 15, Tenge.of(60), "refund-1"))
                .isInstanceOf(OrderConflict.class);
        scene.refundApplied(50, 32);
        assertThat(scene.refund("refund-2").orThrow().operationId()).contains(32L);
    }

    @Test
    void a_refused_refund_may_be_tried_again_under_its_key() {
        scene.sold();
        bank.answers(Scene.details(100)).answers(Scene.details(100)).answers(Scene.refused(-99000011));
        assertThat(scene.refund("refund-1").settlement()).isEqualTo(Settlement.NOT_APPLIED);
        scene.refundApplied(100, 31);
        assertThat(scene.refund("refund-1").settlement()).isEqualTo(Settlement.APPLIED);
    }

    @Test
    void a_purchase_that_cannot_be_read_is_not_refunded() {
        scene.sold();
        bank.answers(Scene.refused(-1601));
        assertThat(scene.refund("refund-1").settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThat(bank.posts("payment/return")).isZero();
        assertThat(merchant.log().last(SHOP, 1).get(0).state()).isEqualTo(LineState.NOT_APPLIED);
    }

    @Test
    void a_refund_that_somebody_settled_meanwhile_does_not_leave() {
        scene.sold();
        bank.answers(Scene.details(100)).whenAsked(() -> {
            scene.time.advance(LineState.LONGEST_CALL);
            merchant.unsettled().forEach(merchant::resolve);
        });
        assertThat(scene.refund("refund-1").settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThat(bank.posts("payment/return")).isZero();
    }

    @Test
    void a_refund_whose_answer_came_after_its_line_was_settled_has_its_key_and_is_not_sent_again() {
        scene.sold();
        bank.answers(Scene.details(100)).answers(Scene.details(100)).answers(Scene.returned(31));
        MerchantKaspi other = scene.merchant(new ScriptedBank(), scene.source);
        bank.whenAsked(() -> {
            if (bank.posts("payment/return") == 1) {
                scene.time.advance(LineState.LONGEST_CALL);
                other.settle(other.unsettled().get(0), Settlement.NOT_APPLIED, Optional.empty(), "a guess");
            }
        });
        assertThat(scene.refund("refund-1").settlement()).isEqualTo(Settlement.APPLIED);
        bank.whenAsked(() -> {});
        assertThat(scene.refund("refund-1").orThrow().operationId()).contains(31L);
        assertThat(bank.posts("payment/return")).isEqualTo(1);
    }

    @Test
    void the_payments_own_till_refunds_also_when_it_has_been_switched_off() {
        scene.registered(FIRST, 1, "default-till");
        ShopConfig till = scene.registered(SECOND, 102, "own-till");
        bank.answers(Scene.qr(15));
        merchant.createQr(SHOP, Optional.of(SECOND), Tenge.of(100), "order-1").orThrow();
        merchant.configs().setActive(till, false);
        scene.refundApplied(100, 31);
        scene.refund("refund-1").orThrow();
        assertThat(bank.lastBody()).contains("own-till", SECOND.value());
        bank.answers(Scene.details(50));
        assertThat(merchant.details(SHOP, 15).refundable()).isEqualTo(Tenge.of(50));
        assertThat(bank.lastLine()).contains("own-till");
        bank.answers(Scene.status("RemotePaymentCanceled"));
        merchant.cancelInvoice(SHOP, 15).orThrow();
        assertThat(bank.lastBody()).contains("own-till", SECOND.value());
    }

    @Test
    void of_two_tills_of_one_organisation_the_payments_own_refunds() {
        scene.registered(FIRST, 1, "till-a");
        ShopConfig second = scene.registered(FIRST, 2, "till-b");
        merchant.configs().makeDefault(second);
        bank.answers(Scene.qr(15));
        merchant.createQr(SHOP, Optional.empty(), Tenge.of(100), "order-1").orThrow();
        merchant.configs().makeDefault(merchant.configs().of(SHOP).get(0));
        scene.refundApplied(100, 31);
        scene.refund("refund-1").orThrow();
        assertThat(bank.lastBody()).contains("till-b");
    }

    @Test
    void a_shop_has_its_own_payments_only_and_may_adopt_one_that_was_opened_elsewhere() {
        ShopConfig config = scene.registered(FIRST, 1, "token");
        assertThatThrownBy(() -> scene.refund("refund-1")).isInstanceOf(NoSuchPayment.class);
        assertThatThrownBy(() -> merchant.status(SHOP, 15)).isInstanceOf(NoSuchPayment.class);
        assertThatThrownBy(() -> merchant.details("shoes", 15)).isInstanceOf(NoSuchPayment.class);
        assertThatThrownBy(() -> merchant.cancelInvoice(SHOP, 15)).isInstanceOf(NoSuchPayment.class);
        merchant.adopt(config, 15, "old-order");
        merchant.adopt(config, 15, "old-order");
        scene.refundApplied(100, 31);
        scene.refund("refund-1").orThrow();
        assertThat(merchant.log().ofPayment(SHOP, 15)).hasSize(2);
        bank.answers(Scene.status("Processed"));
        assertThat(merchant.createQr(SHOP, Optional.empty(), Tenge.of(100), "old-order")
                        .settlement())
                .isEqualTo(Settlement.UNKNOWN);
        merchant.adopt(config, 16, "old-order");
        assertThat(merchant.log().ofOrder(SHOP, "old-order")).hasSize(2);
    }

    @Test
    void details_of_another_payment_are_compared_with_nothing() {
        scene.sold();
        String another = Scene.details(60).replace("\"QrPaymentId\":15", "\"QrPaymentId\":16");
        bank.answers(another);
        assertThat(scene.refund("refund-1").settlement()).isEqualTo(Settlement.NOT_APPLIED);
        bank.answers(Scene.details(60)).answers(Scene.details(60));
        scene.crashes("refund-1");
        bank.answers(another.replace(":60", ":40"));
        assertThat(merchant.resolve(merchant.unsettled().get(0)).state()).isEqualTo(LineState.UNKNOWN);
    }

    @Test
    @Timeout(60)
    void a_refund_of_version_0_1_0_that_is_open_holds_others_back_whatever_their_key() {
        scene.sold();
        Database.of(scene.source)
                .transaction(sql -> sql.insert("insert into payment_log (shop, config_id, operation, external_id,"
                        + " payment_id, open_payment, organization_bin, amount_tiyn, status, started_at)"
                        + " select shop, config_id, 'refund', '15', 15, 15, organization_bin, 5000, 'unknown', started_at"
                        + " from payment_log where operation = 'create'"));
        MoneyAnswer<Refund> answer = scene.refund("15");
        assertThat(answer.settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThatThrownBy(answer::orThrow).isInstanceOf(NotSent.class);
        assertThat(bank.posts("payment/return")).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_POOLED", "POSTGRES_POOLED"})
    void refunds_of_one_payment_never_overlap_in_two_processes(TestSource kind) throws Exception {
        Scene many = Scene.on(kind);
        many.registered(FIRST, 1, "token");
        many.bank.answers(Scene.qr(15));
        many.merchant.createQr(SHOP, Optional.empty(), Tenge.of(100), "order-1").orThrow();
        CountingBank books = new CountingBank(100);
        MerchantKaspi one = many.patient(books);
        MerchantKaspi two = many.patient(books);
        List<MoneyAnswer<Refund>> answers =
                Scene.atOnce(16, i -> (i % 2 == 0 ? one : two).refund(SHOP, 15, Tenge.of(30), "refund-" + i / 2));
        assertThat(books.overlaps()).isZero();
        assertThat(books.refunded()).isEqualTo(90);
        assertThat(answers.stream().filter(answer -> answer.settlement() == Settlement.APPLIED))
                .hasSize(6);
        assertThat(answers).noneMatch(answer -> answer.settlement() == Settlement.UNKNOWN);
    }
}
