package kz.paysandbox.gateway.pay.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.epay.payment.Challenge;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.Language;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.pay.Ledger;
import kz.paysandbox.gateway.payment.BankReading;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.PaymentTerms;
import kz.paysandbox.gateway.payment.ServiceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our payments as orders of the bank, and what its answers make of them. */
class CardOrdersTest {
    private static final CardOrders ORDERS = new CardOrders(CardSamples.RULES);

    @Test
    void an_order_without_wishes_leads_to_our_own_addresses() {
        Payment payment = CardSamples.payment(ServiceStatus.PENDING);
        CardOrder order = ORDERS.of(payment);
        assertThat(order.invoiceId()).isEqualTo(InvoiceId.of(CardSamples.INVOICE));
        assertThat(order.amount()).isEqualTo(Tenge.of(750));
        assertThat(order.description()).isEqualTo("Payment 300000000001");
        assertThat(order.language()).isEqualTo(Language.RUSSIAN);
        assertThat(order.links().post()).contains(URI.create("https://pay.example/api/v1/payments/callback"));
        assertThat(order.links().failurePost()).isEqualTo(order.links().post());
        assertThat(order.links().back())
                .contains(URI.create("https://pay.example/payment/success?paymentId=" + payment.id()));
        assertThat(order.links().failureBack())
                .contains(URI.create("https://pay.example/payment/failure?paymentId=" + payment.id()));
        assertThat(order.secretHash()).isEmpty();
        assertThat(order.saveCard()).isFalse();
    }

    @Test
    void the_shops_wishes_are_in_the_order() {
        CardOrder order = ORDERS.of(told(new PaymentTerms.CardTerms(
                Optional.of("client-7"),
                true,
                Optional.of("kaz"),
                Optional.of("https://shop.example/ok"),
                Optional.of("word"))));
        assertThat(order.description()).isEqualTo("Order #1");
        assertThat(order.payer().accountId()).contains("client-7");
        assertThat(order.language()).isEqualTo(Language.KAZAKH);
        assertThat(order.links().back()).contains(URI.create("https://shop.example/ok"));
        assertThat(order.links().failureBack()).contains(URI.create("https://shop.example/ok"));
        assertThat(order.secretHash()).contains("word");
        assertThat(order.saveCard()).isTrue();
    }

    @Test
    void settings_lead_elsewhere() {
        CardRules rules = new CardRules(
                () -> URI.create("https://pay.example/base/"),
                Optional.of(URI.create("https://bank-side.example/told")),
                new CardRules.BackLinks(
                        Optional.of(URI.create("https://shop.example/back")),
                        Optional.of(URI.create("https://shop.example/sorry"))),
                Duration.ofHours(2),
                Duration.ofDays(180));
        CardOrder order = new CardOrders(rules).of(CardSamples.payment(ServiceStatus.PENDING));
        assertThat(order.links().post()).contains(URI.create("https://bank-side.example/told"));
        assertThat(order.links().back()).contains(URI.create("https://shop.example/back"));
        assertThat(order.links().failureBack()).contains(URI.create("https://shop.example/sorry"));
        assertThat(rules.ours("/payment")).isEqualTo(URI.create("https://pay.example/base/payment"));
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHORISED, PROCESSING, true",
        "CHARGED, COMPLETED, false",
        "VERIFIED, COMPLETED, false",
        "TAKEN, PROCESSING, false"
    })
    void an_answer_about_a_saved_card_moves_the_payment(CardPayment.Stage stage, ServiceStatus status, boolean held) {
        Payment after = CardEffects.taken(answer(stage, Optional.empty()), CardSamples.NOON)
                .payment()
                .apply(CardSamples.payment(ServiceStatus.PENDING));
        assertThat(after.status()).isEqualTo(status);
        assertThat(after.state().authorized()).isEqualTo(held);
        assertThat(after.bank().card().mask()).contains("4405...5096");
        assertThat(after.bank().transactionId()).contains(CardSamples.TRANSACTION);
    }

    @Test
    void a_question_of_the_customers_bank_is_kept_and_read_again() {
        Challenge asked = new Challenge(URI.create("https://acs.example/ask"), "pa\"req", "md<1>");
        Ledger.Effect effect =
                CardEffects.taken(answer(CardPayment.Stage.CHALLENGE, Optional.of(asked)), CardSamples.NOON);
        Payment after = effect.payment().apply(CardSamples.payment(ServiceStatus.PENDING));
        assertThat(CardChecks.challenged(after)).isTrue();
        assertThat(after.status()).isEqualTo(ServiceStatus.PROCESSING);
        assertThat(CardEffects.challenge(effect.handedOut().orElseThrow())).isEqualTo(asked);
    }

    @Test
    void a_released_hold_is_cancelled() {
        Payment after = Ledger.Effect.reading(BankReading.cancelled(PaymentKind.WIDGET), CardSamples.NOON)
                .payment()
                .apply(CardSamples.held());
        assertThat(after.status()).isEqualTo(ServiceStatus.CANCELLED);
        assertThat(after.state().authorized()).isFalse();
        assertThat(after.state().bankWord()).contains("CANCEL");
    }

    @Test
    void a_charge_of_less_completes_with_less() {
        Payment after =
                Ledger.Effect.charged(Tenge.of(500), CardSamples.NOON).payment().apply(CardSamples.held());
        assertThat(after.status()).isEqualTo(ServiceStatus.COMPLETED);
        assertThat(after.amount()).isEqualTo(Tenge.of(500));
        assertThat(after.dates().paidAt()).contains(CardSamples.NOON);
    }

    private static CardPayment answer(CardPayment.Stage stage, Optional<Challenge> challenge) {
        return new CardPayment(
                new TransactionRef(CardSamples.TRANSACTION, InvoiceId.of(CardSamples.INVOICE)),
                stage,
                challenge,
                Optional.of("500000000001"),
                Optional.of("4405...5096"),
                Optional.empty());
    }

    private static Payment told(PaymentTerms.CardTerms card) {
        Payment plain = CardSamples.payment(ServiceStatus.PENDING);
        return new Payment(
                plain.id(),
                plain.shop(),
                plain.kind(),
                plain.state(),
                plain.amount(),
                plain.refunded(),
                plain.bank(),
                new PaymentTerms(Optional.empty(), Optional.empty(), Optional.of("Order #1"), Optional.empty(), card),
                plain.dates());
    }
}
