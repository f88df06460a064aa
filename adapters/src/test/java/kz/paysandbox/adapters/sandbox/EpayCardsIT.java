package kz.paysandbox.adapters.sandbox;

import static kz.paysandbox.adapters.sandbox.Stage.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.adapters.Kzpay;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.epay.payment.Challenge;
import kz.paysandbox.adapters.epay.payment.Payer;
import kz.paysandbox.adapters.epay.payment.ReasonCode;
import kz.paysandbox.adapters.epay.payment.SavedCard;
import kz.paysandbox.adapters.epay.payment.TransactionState.Kind;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.RequestOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Halyk: paying with cards, typed in, asked about by their bank, saved, or only verified. */
@ExtendWith(WithSandbox.class)
class EpayCardsIT {
    private final Stage stage;
    private final EpayClient epay;

    EpayCardsIT(Stage stage) throws IOException {
        this.stage = stage;
        this.epay = stage.kzpay().epay();
    }

    @AfterEach
    void close() {
        epay.close();
    }

    @Test
    void a_card_pays_at_once_and_all_three_status_calls_agree() throws Exception {
        CardOrder order = order();
        assertThat(epay.terminal()).isEqualTo(Cards.TERMINAL);
        CardPayment payment = told(epay.pay(order, Cards.cryptogram(stage, epay, Cards.AMEX, epay.terminal())))
                .orThrow();
        assertThat(epay.with(RequestOptions.within(Duration.ofSeconds(20)))
                        .status(order.invoiceId())
                        .orElseThrow()
                        .state()
                        .kind())
                .isEqualTo(Kind.CHARGE);
        assertThat(epay.statusOfTransaction(payment.ref().id()).orElseThrow().invoiceId())
                .isEqualTo(order.invoiceId().value());
        assertThat(epay.olderStatus(order.invoiceId()).orElseThrow().state().kind())
                .isEqualTo(Kind.CHARGE);
        assertThat(epay.status(stage.order())).isEmpty();
        assertThat(epay.olderStatus(stage.order())).isEmpty();
        assertThat(epay.statusOfTransaction("00000000-0000-0000-0000-000000000000"))
                .isEmpty();
        assertThat(epay.async()
                        .status(order.invoiceId())
                        .get(30, TimeUnit.SECONDS)
                        .orElseThrow()
                        .amount())
                .isEqualByComparingTo("200");
    }

    @Test
    void a_poor_card_is_declined_with_its_reason_and_the_books_say_so() {
        CardOrder order = order();
        MoneyAnswer<CardPayment> answer =
                told(epay.pay(order, Cards.cryptogram(stage, epay, Cards.POOR, Cards.TERMINAL)));
        assertThat(answer.<Long>fold(yes -> 0L, no -> ((Rejected) no.reason()).code(), unknown -> 0L))
                .isEqualTo(484);
        assertThat(ReasonCode.of(484).refuses()).isTrue();
        assertThat(epay.status(order.invoiceId()).orElseThrow().state().kind()).isEqualTo(Kind.REJECT);
    }

    @Test
    void the_customers_bank_asks_and_the_answer_is_brought_back() throws Exception {
        CardOrder order = order();
        CardPayment asked = told(epay.pay(order, Cards.cryptogram(stage, epay, Cards.ASKED, Cards.TERMINAL)))
                .orThrow();
        Challenge challenge = asked.challenge().orElseThrow();
        assertThat(epay.status(order.invoiceId()).orElseThrow().state().kind()).isEqualTo(Kind.THREE_D);
        URI shop = URI.create("https://shop.example/3ds");
        String page = stage.submit(challenge.action(), challenge.form(shop)).body();
        String code = Stage.found(page, "id=\"shown-code\">([0-9]+)<");
        HttpResponse<String> answered = stage.submit(
                challenge.action().resolve(Stage.found(page, "action=\"([^\"]+)\"")),
                "TermUrl=https%3A%2F%2Fshop.example%2F3ds&act=confirm&code=" + code);
        String paRes = Stage.found(answered.body(), "name=\"PaRes\" value=\"([^\"]+)\"");
        told(epay.confirm(order, asked.ref(), paRes, challenge.md())).orThrow();
        assertThat(epay.status(order.invoiceId()).orElseThrow().state().kind()).isEqualTo(Kind.CHARGE);
    }

    @Test
    void a_card_is_saved_paid_with_and_forgotten() {
        Payer payer = Payer.account("account-of-EpayCardsIT");
        told(epay.pay(order().by(payer).savingCard(), Cards.cryptogram(stage, epay, Cards.GOOD, Cards.TERMINAL)))
                .orThrow();
        List<SavedCard> cards = epay.savedCards("account-of-EpayCardsIT");
        assertThat(cards).hasSize(1);
        CardOrder again = order().by(payer);
        told(epay.paySavedCard(again, cards.get(0).id(), true)).orThrow();
        assertThat(epay.status(again.invoiceId()).orElseThrow().state().kind()).isEqualTo(Kind.CHARGE);
        epay.forgetCard(cards.get(0).id());
        assertThat(epay.savedCards("account-of-EpayCardsIT"))
                .filteredOn(SavedCard::usable)
                .isEmpty();
        assertThat(epay.savedCards("nobody")).isEmpty();
    }

    @Test
    void a_card_is_verified_for_nothing() throws IOException {
        String secret = stage.secrets().keep("U01gQZVL##lJ$NhJ", "U01gQZVL##lJ$NhJ");
        Kzpay verifying = stage.kzpay(
                "kzpay.epay.client-id",
                "halykfinanceUSD",
                "kzpay.epay.client-secret",
                secret,
                "kzpay.epay.terminal",
                Cards.VERIFYING_TERMINAL);
        try (EpayClient client = verifying.epay()) {
            CardOrder order = CardOrder.verification(stage.order(), "Is this card good?");
            told(client.pay(order, Cards.cryptogram(stage, client, Cards.GOOD, Cards.VERIFYING_TERMINAL)))
                    .orThrow();
            assertThat(client.status(order.invoiceId()).orElseThrow().state().kind())
                    .isEqualTo(Kind.VERIFIED);
        }
    }

    private CardOrder order() {
        return CardOrder.of(stage.order(), Tenge.of(200), "Book");
    }
}
