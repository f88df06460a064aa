package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.TestRhythms;
import kz.paysandbox.gateway.payment.BankReading;
import kz.paysandbox.gateway.payment.BankReference.CardFacts;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentDates;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.PaymentState;
import kz.paysandbox.gateway.payment.PaymentTerms;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.payment.TestPayments;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Item;
import kz.paysandbox.gateway.store.AttentionTable.Subject;
import kz.paysandbox.gateway.store.CardTable.SavedCard;
import kz.paysandbox.gateway.store.JobTable.Job;
import kz.paysandbox.gateway.store.ReceiptTable.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes with a new state of a payment: saved cards, receipts, jobs, orders, and a person's list. */
class PaymentChangesTest {
    private static final CardFacts FACTS =
            new CardFacts(Optional.of("4405...5096"), Optional.of("card-of-bank"), Optional.empty(), Optional.empty());

    private final PayScene scene = new PayScene();

    @AfterEach
    void close() {
        scene.close();
    }

    /** A new payment by card of 100 tenge. */
    private Payment opened(boolean saveCard, Optional<String> account) {
        Payment card = TestPayments.of(PaymentKind.WIDGET, ServiceStatus.PENDING);
        Payment payment = new Payment(
                card.id(),
                card.shop(),
                card.kind(),
                PaymentState.NEW,
                card.amount(),
                card.refunded(),
                card.bank(),
                new PaymentTerms(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("Order #1"),
                        Optional.empty(),
                        new PaymentTerms.CardTerms(
                                account, saveCard, Optional.empty(), Optional.empty(), Optional.empty())),
                PaymentDates.from(scene.time.instant(), Duration.ofHours(2), Duration.ofSeconds(5)));
        PayScene.ok(scene.ledger.open(payment, Optional.empty(), Optional.empty()));
        return payment;
    }

    private Payment says(Payment payment, String word, CardFacts facts) {
        return scene.ledger.read(
                payment.id(),
                BankReading.of(TransactionState.of(word)),
                now -> now.known(now.bank().with(facts)));
    }

    private List<Receipt> receipts(Payment payment) {
        return scene.database.transaction(
                sql -> scene.database.tables().documents().receipts().of(sql, payment.id()));
    }

    @ParameterizedTest
    @CsvSource({
        "true, client-1, card-of-bank, true",
        "false, client-1, card-of-bank, false",
        "true, '', card-of-bank, false",
        "true, client-1, '', false"
    })
    void a_card_is_kept_once_it_has_paid_where_the_customer_is_known_and_wants_it(
            boolean wanted, String account, String cardId, boolean kept) {
        Payment payment = opened(wanted, given(account));
        CardFacts facts = new CardFacts(FACTS.mask(), given(cardId), Optional.empty(), Optional.empty());
        says(payment, "AUTH", facts);
        assertThat(cards()).isEmpty();
        says(payment, "CHARGE", facts);
        assertThat(cards())
                .extracting(card -> card.bankCardId() + " " + card.mask())
                .isEqualTo(kept ? List.of("card-of-bank 4405...5096") : List.of());
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    private List<SavedCard> cards() {
        return scene.database.transaction(
                sql -> scene.database.tables().documents().cards().of(sql, PayScene.SHOP, "client-1"));
    }

    @Test
    void a_receipt_shows_the_payment_as_it_was_with_the_masked_card_and_the_shops_words() {
        Payment payment = opened(false, Optional.empty());
        says(payment, "CHARGE", FACTS);
        Receipt sale = receipts(payment).get(0);
        assertThat(sale.amount()).isEqualTo(Tenge.of(100));
        assertThat(sale.snapshot())
                .contains("\"card_mask\":\"4405...5096\"", "\"message\":\"Order #1\"", "\"status\":\"completed\"")
                .doesNotContain("card-of-bank");
    }

    @Test
    void a_receipt_is_of_the_year_in_which_it_is_issued_in_the_shops_country() {
        scene.time.pass(Duration.ofDays(34).plusHours(9));
        assertThat(scene.time.instant()).isEqualTo("2026-12-31T19:00:00Z");
        Payment payment = opened(false, Optional.empty());
        says(payment, "CHARGE", FACTS);
        assertThat(receipts(payment)).extracting(Receipt::number).containsExactly("5-2027-000001");
    }

    @Test
    void what_was_paid_and_given_back_before_anybody_looked_has_its_sales_receipt() {
        Payment payment = opened(true, Optional.of("client-1"));
        assertThat(says(payment, "REFUND", FACTS).status()).isEqualTo(ServiceStatus.REFUNDED);
        assertThat(receipts(payment)).extracting(Receipt::amount).containsExactly(Tenge.of(100));
        assertThat(cards()).isEmpty();
    }

    @Test
    void a_paid_payment_is_followed_no_more_and_leaves_a_persons_list() {
        Payment payment = opened(false, Optional.empty());
        unreachable(payment);
        says(payment, "3D", FACTS);
        assertThat(followed()).hasSize(1);
        assertThat(scene.attention.open()).hasSize(1);
        says(payment, "CHARGE", FACTS);
        assertThat(followed()).isEmpty();
        assertThat(scene.attention.open()).isEmpty();
    }

    @Test
    void a_declined_card_is_followed_on_for_another_may_pay() {
        Payment payment = opened(false, Optional.empty());
        unreachable(payment);
        assertThat(says(payment, "REJECT", FACTS).status()).isEqualTo(ServiceStatus.FAILED);
        assertThat(followed()).hasSize(1);
        assertThat(scene.attention.open()).hasSize(1);
    }

    private List<Job> followed() {
        return scene.database.transaction(sql -> scene.database
                .tables()
                .jobs()
                .due(sql, List.of(JobKinds.FOLLOW_CARD), scene.time.instant().plus(Duration.ofDays(1)), 10));
    }

    private void unreachable(Payment payment) {
        scene.database.transaction(sql -> {
            scene.database
                    .tables()
                    .attention()
                    .raise(
                            sql,
                            new Subject(AttentionKind.FOLLOW, payment.id()),
                            Optional.of(PayScene.SHOP),
                            Optional.of(payment.id()),
                            "the bank cannot be asked");
            return true;
        });
    }

    @Test
    void an_order_that_has_another_payment_by_now_is_a_persons_when_the_first_is_paid_late() {
        Payment first = ordered();
        scene.time.pass(Duration.ofMinutes(10));
        scene.looks.follow(first.id(), TestRhythms.FOLLOW);
        Payment second = ordered();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(scene.attention.open()).isEmpty();
        scene.bank.paid(first.externalId().orElseThrow());
        scene.time.pass(Duration.ofMinutes(1));
        assertThat(PayScene.ok(scene.looks.look(scene.now(first))).status()).isEqualTo(ServiceStatus.COMPLETED);
        Item item = scene.attention.open().get(0);
        assertThat(item.subject()).isEqualTo(new Subject(AttentionKind.ORDER, first.id()));
        assertThat(item.shop()).contains(PayScene.SHOP);
        assertThat(item.what()).contains("its order A-1 has another payment by now");
        assertThat(ordered().id()).isEqualTo(second.id());
    }

    private Payment ordered() {
        return PayScene.ok(scene.payments.create(scene.demand(PaymentKind.QR, Optional.of("A-1")), Optional.empty()))
                .payment();
    }

    @Test
    void a_late_payment_that_is_given_back_already_does_not_take_its_order_again() {
        Payment first = ordered();
        scene.time.pass(Duration.ofMinutes(10));
        scene.looks.follow(first.id(), TestRhythms.FOLLOW);
        Payment refunded = scene.ledger.read(
                first.id(),
                new BankReading(Optional.of(ServiceStatus.REFUNDED), "Returned", false, true),
                UnaryOperator.identity());
        assertThat(refunded.status()).isEqualTo(ServiceStatus.REFUNDED);
        assertThat(ordered().id()).isNotEqualTo(first.id());
    }
}
