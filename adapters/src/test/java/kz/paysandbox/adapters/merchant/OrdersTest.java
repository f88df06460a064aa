package kz.paysandbox.adapters.merchant;

import static kz.paysandbox.adapters.merchant.Scene.FIRST;
import static kz.paysandbox.adapters.merchant.Scene.SECOND;
import static kz.paysandbox.adapters.merchant.Scene.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.error.NotCarriedOut;
import kz.paysandbox.adapters.kaspi.payment.LinkPayment;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.ScriptedBank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An order of a shop is a key: it opens one payment. */
class OrdersTest {
    private static final Phone PHONE = Phone.parse("87010000001");
    private static final Tenge PRICE = Tenge.of(200);

    private final Scene scene = Scene.on(TestSource.H2_POOLED);
    private final MerchantKaspi merchant = scene.merchant;
    private final ScriptedBank bank = scene.bank;

    @Test
    void a_repeated_order_gives_the_first_ones_answer() {
        scene.registered(FIRST, 1, "token");
        bank.answers(Scene.qr(15)).answers(Scene.status("QrTokenCreated"));
        QrPayment first = qr("order-1").orThrow();
        assertThat(qr("order-1")).isEqualTo(MoneyAnswer.applied(first));
        assertThat(bank.posts("qr/create")).isEqualTo(1);
        bank.answers("{\"StatusCode\":0,\"Data\":{\"PaymentLink\":\"https://pay.example/5\",\"PaymentId\":16,"
                        + "\"ExpireDate\":\"2026-11-21T14:03:00.000+05:00\",\"PaymentMethods\":[\"Gold\",\"Red\"]}}")
                .answers(Scene.status("Wait"));
        LinkPayment link =
                merchant.createLink(SHOP, Optional.empty(), PRICE, "order-2").orThrow();
        assertThat(merchant.createLink(SHOP, Optional.empty(), PRICE, "order-2").orThrow())
                .isEqualTo(link);
        assertThat(link.methods()).hasSize(2);
        bank.answers(Scene.invoice(17)).answers(Scene.status("RemotePaymentCreated"));
        assertThat(invoice("order-3").orThrow()).isEqualTo(invoice("order-3").orThrow());
        assertThat(bank.posts("remote/create")).isEqualTo(1);
    }

    @Test
    void the_first_ones_answer_is_given_also_when_its_state_cannot_be_asked() {
        scene.registered(FIRST, 1, "token");
        bank.answers(Scene.qr(15)).answers(Scene.refused(-1601));
        QrPayment first = qr("order-1").orThrow();
        assertThat(qr("order-1").orThrow()).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Error", "RemotePaymentCanceled"})
    void an_order_that_ended_unpaid_is_opened_again(String ended) {
        scene.registered(FIRST, 1, "token");
        bank.answers(Scene.qr(15)).answers(Scene.status(ended)).answers(Scene.qr(16));
        qr("order-1").orThrow();
        assertThat(qr("order-1").orThrow().id()).isEqualTo(16);
        assertThat(merchant.log().ofOrder(SHOP, "order-1"))
                .extracting(LogEntry::paymentId)
                .containsExactly(Optional.of(15L), Optional.of(16L));
    }

    @Test
    void a_paid_order_is_never_opened_again() {
        scene.registered(FIRST, 1, "token");
        bank.answers(Scene.qr(15)).answers(Scene.status("Processed"));
        qr("order-1").orThrow();
        assertThat(qr("order-1").orThrow().id()).isEqualTo(15);
    }

    @Test
    void a_refused_order_may_be_tried_again() {
        scene.registered(FIRST, 1, "token");
        bank.answers(Scene.refused(990000028)).answers(Scene.qr(15));
        assertThat(qr("order-1").settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThat(qr("order-1").orThrow().id()).isEqualTo(15);
    }

    @Test
    void an_unknown_order_stays_so_until_somebody_looks_and_a_code_of_nobody_is_not_applied() {
        scene.registered(FIRST, 1, "token");
        bank.losesTheAnswer();
        assertThat(qr("order-1").settlement()).isEqualTo(Settlement.UNKNOWN);
        MoneyAnswer<QrPayment> again = qr("order-1");
        assertThat(again.settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(bank.posts("qr/create")).isEqualTo(1);
        LogEntry line = merchant.unsettled().get(0);
        assertThat(again.toString()).contains("line " + line.id());
        assertThat(merchant.resolve(line).state()).isEqualTo(LineState.NOT_APPLIED);
        assertThat(merchant.unsettled()).isEmpty();
        bank.answers(Scene.qr(16));
        assertThat(qr("order-1").orThrow().id()).isEqualTo(16);
    }

    @Test
    void an_unknown_invoice_is_settled_by_a_person_only_and_then_known_by_its_number() {
        scene.registered(FIRST, 1, "token");
        bank.losesTheAnswer();
        assertThat(invoice("order-1").settlement()).isEqualTo(Settlement.UNKNOWN);
        LogEntry line = merchant.resolve(merchant.unsettled().get(0));
        assertThat(line.state()).isEqualTo(LineState.UNKNOWN);
        assertThat(line.error().orElseThrow()).contains("ask the customer");
        assertThat(merchant.settle(line, Settlement.APPLIED, Optional.of(17L), "the bank, by phone")
                        .error())
                .contains("settled by hand: the bank, by phone");
        assertThatThrownBy(() -> merchant.settle(line, Settlement.NOT_APPLIED, Optional.empty(), "again"))
                .isInstanceOf(IllegalStateException.class);
        bank.answers(Scene.status("RemotePaymentCreated"));
        assertThat(invoice("order-1").orThrow().id()).isEqualTo(17);
        bank.answers(Scene.status("Processed"));
        assertThat(merchant.status(SHOP, 17).paid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_invoice_whose_answer_comes_after_its_line_was_settled_is_in_the_journal(boolean byHand) {
        scene.registered(FIRST, 1, "token");
        MerchantKaspi other = scene.merchant(new ScriptedBank(), scene.source);
        bank.answers(Scene.invoice(17)).whenAsked(() -> {
            scene.time.advance(Duration.ofMinutes(6));
            LogEntry line = other.resolve(other.unsettled().get(0));
            if (byHand) {
                other.settle(line, Settlement.NOT_APPLIED, Optional.empty(), "the customer sees none");
            }
        });
        assertThat(invoice("order-1").orThrow().id()).isEqualTo(17);
        bank.whenAsked(() -> {});
        LogEntry line = merchant.log().ofOrder(SHOP, "order-1").get(0);
        assertThat(line.state()).isEqualTo(LineState.APPLIED);
        assertThat(line.paymentId()).contains(17L);
        assertThat(line.error().isPresent()).isEqualTo(byHand);
        assertThat(merchant.unsettled()).isEmpty();
        bank.answers(Scene.status("RemotePaymentCreated"));
        assertThat(merchant.status(SHOP, 17).raw()).isEqualTo("RemotePaymentCreated");
        bank.answers(Scene.status("RemotePaymentCreated"));
        assertThat(invoice("order-1").orThrow().id())
                .as("the order is the first invoice's")
                .isEqualTo(17);
        assertThat(bank.posts("remote/create")).isEqualTo(1);
    }

    @Test
    void an_invoice_that_was_settled_as_applied_without_its_number_is_completed_by_the_late_answer() {
        scene.registered(FIRST, 1, "token");
        MerchantKaspi other = scene.merchant(new ScriptedBank(), scene.source);
        bank.answers(Scene.invoice(17)).whenAsked(() -> {
            scene.time.advance(Duration.ofMinutes(6));
            other.settle(other.unsettled().get(0), Settlement.APPLIED, Optional.empty(), "the customer sees it");
        });
        assertThat(invoice("order-1").orThrow().id()).isEqualTo(17);
        bank.whenAsked(() -> {});
        LogEntry line = merchant.log().ofOrder(SHOP, "order-1").get(0);
        assertThat(line.paymentId()).contains(17L);
        assertThat(line.error()).contains("settled by hand: the customer sees it");
        bank.answers(Scene.status("RemotePaymentCreated"));
        assertThat(invoice("order-1").orThrow().id()).isEqualTo(17);
        assertThat(bank.posts("remote/create")).isEqualTo(1);
    }

    @Test
    void a_late_answer_whose_order_another_line_has_by_now_is_written_without_it() {
        scene.registered(FIRST, 1, "token");
        ScriptedBank second = new ScriptedBank().answers(Scene.invoice(18));
        MerchantKaspi other = scene.merchant(second, scene.source);
        bank.answers(Scene.invoice(17)).whenAsked(() -> {
            scene.time.advance(Duration.ofMinutes(6));
            other.settle(other.unsettled().get(0), Settlement.NOT_APPLIED, Optional.empty(), "the customer sees none");
            other.invoice(SHOP, Optional.empty(), PHONE, PRICE, "order-1", Optional.empty());
        });
        assertThat(invoice("order-1").orThrow().id()).isEqualTo(17);
        bank.whenAsked(() -> {});
        assertThat(merchant.log().ofOrder(SHOP, "order-1"))
                .extracting(LogEntry::state)
                .containsOnly(LineState.APPLIED)
                .hasSize(2);
        bank.answers(Scene.status("RemotePaymentCreated"));
        assertThat(invoice("order-1").orThrow().id()).isEqualTo(18);
    }

    @Test
    void an_order_is_for_one_amount_one_organisation_and_one_way_of_paying() {
        scene.registered(FIRST, 1, "token");
        scene.registered(SECOND, 101, "other");
        bank.answers(Scene.qr(15))
                .answers(Scene.status("Wait"))
                .answers(Scene.status("Wait"))
                .answers(Scene.status("Processed"));
        qr("order-1").orThrow();
        assertThatThrownBy(() -> merchant.createQr(SHOP, Optional.empty(), Tenge.of(300), "order-1"))
                .isInstanceOf(OrderConflict.class)
                .hasMessageContaining("200.00 tenge, not 300.00");
        assertThatThrownBy(() -> merchant.createQr(SHOP, Optional.of(SECOND), PRICE, "order-1"))
                .isInstanceOf(OrderConflict.class);
        assertThatThrownBy(() -> invoice("order-1")).isInstanceOf(OrderConflict.class);
        assertThatThrownBy(() -> qr(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> qr("x".repeat(101))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> qr("a\u0000b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_order_that_ended_unpaid_may_have_another_price_and_way_of_paying() {
        scene.registered(FIRST, 1, "token");
        bank.answers(Scene.qr(15)).answers(Scene.status("Error")).answers(Scene.invoice(16));
        qr("order-1").orThrow();
        assertThat(merchant.invoice(SHOP, Optional.empty(), PHONE, Tenge.of(300), "order-1", Optional.empty())
                        .orThrow()
                        .id())
                .isEqualTo(16);
    }

    @Test
    void an_unknown_answer_can_be_looked_into_again_and_its_line_knows_it() {
        scene.registered(FIRST, 1, "token");
        bank.losesTheAnswer();
        MoneyAnswer<QrPayment> lost = qr("order-1");
        MoneyAnswer<QrPayment> looked = ((MoneyAnswer.Unknown<QrPayment>) lost).recheck();
        assertThat(looked.settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThatThrownBy(looked::orThrow)
                .isInstanceOf(NotCarriedOut.class)
                .hasMessageContaining("nobody was given the code");
        assertThat(merchant.unsettled()).isEmpty();
        bank.losesTheAnswer();
        invoice("order-2");
        MoneyAnswer<RemoteInvoice> again = ((MoneyAnswer.Unknown<RemoteInvoice>) invoice("order-2")).recheck();
        assertThat(again.settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(again.toString()).contains("ask the customer");
    }

    @Test
    void the_customer_reads_the_message_and_not_the_orders_number() {
        scene.registered(FIRST, 1, "token");
        bank.answers(Scene.invoice(17)).answers(Scene.invoice(18));
        merchant.invoice(SHOP, Optional.empty(), PHONE, PRICE, "order-1", Optional.of("Two books"));
        assertThat(bank.lastBody()).contains("Two books").doesNotContain("order-1");
        invoice("order-2");
        assertThat(bank.lastBody()).doesNotContain("Comment", "order-2");
    }

    @Test
    void a_program_that_breaks_in_a_call_leaves_an_unknown_line() {
        scene.registered(FIRST, 1, "token");
        assertThatThrownBy(() -> qr("order-1")).isInstanceOf(AssertionError.class);
        assertThat(merchant.log().last(SHOP, 1).get(0).state()).isEqualTo(LineState.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_POOLED", "POSTGRES_POOLED"})
    void thirty_two_callers_in_two_processes_open_one_code(TestSource kind) throws Exception {
        Scene many = Scene.on(kind);
        many.registered(FIRST, 1, "token");
        many.bank.answers(Scene.qr(15));
        for (int i = 0; i < 64; i++) {
            many.bank.answers(Scene.status("QrTokenCreated"));
        }
        MerchantKaspi first = many.patient(many.bank);
        MerchantKaspi second = many.patient(many.bank);
        List<MoneyAnswer<QrPayment>> answers =
                Scene.atOnce(32, i -> (i % 2 == 0 ? first : second).createQr(SHOP, Optional.empty(), PRICE, "order-1"));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.orThrow().id()).isEqualTo(15));
        assertThat(many.bank.posts("qr/create")).isEqualTo(1);
    }

    private MoneyAnswer<QrPayment> qr(String order) {
        return merchant.createQr(SHOP, Optional.empty(), PRICE, order);
    }

    private MoneyAnswer<RemoteInvoice> invoice(String order) {
        return merchant.invoice(SHOP, Optional.empty(), PHONE, PRICE, order, Optional.empty());
    }
}
