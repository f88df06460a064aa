package kz.paysandbox.gateway.pay.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.Language;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.TestClock;
import kz.paysandbox.gateway.pay.Identity;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.PaymentState;
import kz.paysandbox.gateway.payment.TimeOrderedId;
import org.junit.jupiter.api.Test;

class NewCardPaymentTest {
    private static final Duration LIFE = Duration.ofHours(2);

    private final TestClock clock = TestClock.usual();

    private Payment of(boolean saveCard, boolean bySavedCard) {
        Iterator<String> ids =
                List.of("9b1d0000-0000-4000-8000-000000000001", "word-of-ours").iterator();
        CardDemand demand = new CardDemand(
                "5",
                Tenge.of(750),
                bySavedCard ? Optional.of("card-of-ours") : Optional.empty(),
                Optional.of("fine"),
                Optional.of("Order #1"),
                Optional.of("A-1"),
                new CardDemand.Customer(
                        Optional.of("client-9"),
                        saveCard,
                        Optional.of(Language.KAZAKH),
                        Optional.of(URI.create("https://shop.example/ok"))));
        return NewCardPayment.of(
                demand,
                bySavedCard ? Optional.of(CardScene.CARD) : Optional.empty(),
                "300000000001",
                new Identity("node-1", clock, ids::next, Duration.ofSeconds(45), Duration.ofSeconds(150)),
                LIFE);
    }

    @Test
    void a_payment_on_the_banks_page_has_the_shops_wishes_and_a_word_of_ours() {
        Payment payment = of(true, false);
        assertThat(payment.id()).isEqualTo(TimeOrderedId.of("9b1d0000-0000-4000-8000-000000000001", clock.instant()));
        assertThat(payment.shop()).isEqualTo("5");
        assertThat(payment.kind()).isEqualTo(PaymentKind.WIDGET);
        assertThat(payment.state()).isEqualTo(PaymentState.NEW);
        assertThat(payment.amount()).isEqualTo(Tenge.of(750));
        assertThat(payment.bank().invoiceId()).contains("300000000001");
        assertThat(payment.bank().card().mask()).isEmpty();
        assertThat(payment.terms().orderId()).contains("A-1");
        assertThat(payment.terms().paymentType()).contains("fine");
        assertThat(payment.terms().message()).contains("Order #1");
        assertThat(payment.terms().card().accountId()).contains("client-9");
        assertThat(payment.terms().card().saveCard()).isTrue();
        assertThat(payment.terms().card().language()).contains("kaz");
        assertThat(payment.terms().card().backLink()).contains("https://shop.example/ok");
        assertThat(payment.terms().card().secretHash()).contains("wordofours");
        assertThat(payment.dates().expiresAt()).isEqualTo(clock.instant().plus(LIFE));
    }

    @Test
    void a_card_is_kept_only_where_that_is_wished() {
        assertThat(of(false, false).terms().card().saveCard()).isFalse();
    }

    @Test
    void a_saved_card_pays_for_its_own_customer_and_is_not_kept_a_second_time() {
        Payment payment = of(true, true);
        assertThat(payment.kind()).isEqualTo(PaymentKind.SAVED_CARD);
        assertThat(payment.bank().card().mask()).contains("4405...5096");
        assertThat(payment.bank().card().cardId()).contains("card-of-bank");
        assertThat(payment.terms().card().accountId()).contains("client-1");
        assertThat(payment.terms().card().saveCard()).isFalse();
    }
}
