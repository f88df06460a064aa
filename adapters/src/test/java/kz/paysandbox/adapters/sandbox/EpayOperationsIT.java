package kz.paysandbox.adapters.sandbox;

import static kz.paysandbox.adapters.sandbox.Stage.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.epay.payment.InvoiceLink;
import kz.paysandbox.adapters.epay.payment.OperationResult;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.TransactionState.Kind;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Halyk: what a shop does with a payment of its own, and links to pay by. */
@ExtendWith(WithSandbox.class)
class EpayOperationsIT {
    private static final String SHOP = "04f25a4b-d2bd-4dd8-b3a7-9390be4774c4";

    private final Stage stage;

    EpayOperationsIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void a_held_amount_is_charged_in_part_and_given_back() throws IOException {
        try (EpayClient epay = stage.holding().epay()) {
            CardPayment held = pay(epay, Cards.HOLD_TERMINAL, order());
            assertThat(state(epay, held)).isEqualTo(Kind.AUTH);
            told(epay.charge(held.ref(), Optional.of(Tenge.of(150)))).orThrow();
            assertThat(state(epay, held)).isEqualTo(Kind.CHARGE);
            told(epay.refund(held.ref(), Optional.of(Tenge.of(50)), Optional.of("back-1")))
                    .orThrow();
            told(epay.refund(held.ref(), Optional.empty(), Optional.of("back-2")))
                    .orThrow();
            assertThat(state(epay, held)).isEqualTo(Kind.REFUND);
        }
    }

    @Test
    void a_held_amount_is_let_go_and_then_cannot_be_charged() throws IOException {
        try (EpayClient epay = stage.holding().epay()) {
            CardPayment held = pay(epay, Cards.HOLD_TERMINAL, order());
            told(epay.cancel(held.ref())).orThrow();
            assertThat(state(epay, held)).isEqualTo(Kind.CANCEL);
            assertThat(told(epay.charge(held.ref(), Optional.empty())).settlement())
                    .isEqualTo(Settlement.NOT_APPLIED);
        }
    }

    @Test
    void too_little_is_not_even_asked_for() throws IOException {
        try (EpayClient epay = stage.kzpay().epay()) {
            CardPayment paid = pay(epay, Cards.TERMINAL, order());
            stage.sandbox().forgetRequests();
            MoneyAnswer<OperationResult> answer =
                    told(epay.refund(paid.ref(), Optional.of(Tenge.of(9)), Optional.empty()));
            assertThat(answer.settlement()).isEqualTo(Settlement.NOT_APPLIED);
            assertThat(stage.sandbox().arrived("epay operation refund")).isZero();
        }
    }

    @Test
    void a_link_opens_a_page() throws Exception {
        try (EpayClient epay = stage.kzpay().epay()) {
            InvoiceLink link = told(epay.createLink(order(), SHOP, 2)).orThrow();
            HttpResponse<String> page = stage.browser()
                    .send(HttpRequest.newBuilder(link.url()).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("200");
        }
    }

    private CardOrder order() {
        return CardOrder.of(stage.order(), Tenge.of(200), "Book").withData("{\"shelf\":7}");
    }

    private CardPayment pay(EpayClient epay, String terminal, CardOrder order) {
        return told(epay.pay(order, Cards.cryptogram(stage, epay, Cards.GOOD, terminal)))
                .orThrow();
    }

    private static Kind state(EpayClient epay, CardPayment payment) {
        Transaction found = epay.status(payment.ref().invoiceId()).orElseThrow();
        return found.state().kind();
    }
}
