package kz.paysandbox.emulator.epay.domain;

import static kz.paysandbox.emulator.epay.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentProcessTest {

    private final EpayBank bank = Fixtures.bank();

    @ParameterizedTest
    @CsvSource({
        "KZT, 100, '', OK",
        "USD, 100, '', OK",
        "USD, 0, '', OK",
        "EUR, 100, '', AMOUNT",
        "KZT, -1, '', AMOUNT",
        "KZT, 0, '', ZERO_AMOUNT"
    })
    void an_order_is_checked_first(String currency, long tenge, String description, String expected) {
        Order order = order("123456", Money.tenge(tenge), currency, description, "", false);
        String verdict = PaymentProcess.check(order)
                .fold(fine -> "OK", refusal -> refusal.reason().name());
        assertThat(verdict).isEqualTo(expected);
    }

    @Test
    void a_description_has_at_most125_bytes() {
        assertThat(PaymentProcess.check(order("1", Money.tenge(1), "KZT", "a".repeat(125), "", false))
                        .value())
                .isPresent();
        assertThat(PaymentProcess.check(order("1", Money.tenge(1), "KZT", "ы".repeat(63), "", false))
                        .refusal())
                .contains(Refusal.of(Reason.DESCRIPTION_TOO_LONG));
    }

    @Test
    void another_terminals_cryptogram_leaves_no_trace() {
        Outcome<Payment, Refusal> paid =
                new PaymentProcess(bank).byCard(Fixtures.order(1, "123456", Money.tenge(10)), Fixtures.good(2), NOON);
        assertThat(paid.refusal().map(Refusal::reason)).contains(Reason.TERMINAL);
        assertThat(bank.payments().stream()).isEmpty();
    }

    @Test
    void a_verification_moves_no_money_and_keeps_the_card_once() {
        Payment first = saved("100001");
        Payment second = saved("100002");
        assertThat(first.at(NOON)).isEqualTo(PaymentStatus.VERIFIED);
        assertThat(first.at(NOON.plus(Duration.ofDays(30)))).isEqualTo(PaymentStatus.VERIFIED);
        assertThat(first.left()).isEqualTo(Money.ZERO);
        assertThat(first.cardId()).isNotEmpty().isEqualTo(second.cardId());
        assertThat(bank.cards().of(Fixtures.shop(1), "customer")).hasSize(1);
        assertThat(bank.cards().of(Fixtures.shop(2), "customer")).isEmpty();
        assertThat(bank.payments().find(first.id()).map(Payment::cardId)).contains(first.cardId());
    }

    @Test
    void a_forgotten_card_pays_nothing_and_a_saved_one_does() {
        String card = saved("100001").cardId();
        Order order = Fixtures.order(1, "100003", Money.tenge(10));
        assertThat(new PaymentProcess(bank)
                        .bySavedCard(order, card, NOON)
                        .value()
                        .map(paid -> paid.at(NOON)))
                .contains(PaymentStatus.CHARGE);
        assertThat(bank.cards().deactivate(Fixtures.shop(2), card)).isEmpty();
        assertThat(bank.cards().deactivate(Fixtures.shop(1), card)).isPresent();
        assertThat(bank.cards().of(Fixtures.shop(1), "customer")).isEmpty();
        assertThat(new PaymentProcess(bank)
                        .bySavedCard(Fixtures.order(1, "100004", Money.tenge(10)), card, NOON)
                        .refusal()
                        .map(Refusal::reason))
                .contains(Reason.CARD_UNKNOWN);
        assertThat(saved("100005").cardId()).isNotEqualTo(card);
    }

    @Test
    void the_oldest_cards_go_first() {
        EpayBank small = Fixtures.bank(1);
        new PaymentProcess(small).byCard(keeping("100001", "a"), Fixtures.good(1), NOON);
        small.payments().newestFirst();
        new PaymentProcess(small).byCard(keeping("100002", "b"), Fixtures.good(1), NOON);
        assertThat(small.cards().of(Fixtures.shop(1), "a")).isEmpty();
        assertThat(small.cards().of(Fixtures.shop(1), "b")).hasSize(1);
    }

    @Test
    void a_refused_card_is_remembered_as_rejected_and_its_invoice_stays_payable() {
        Payment rejected = new PaymentProcess(bank)
                .byCard(Fixtures.order(1, "123456", Money.tenge(10)), Fixtures.card(1, "4405640000004842"), NOON)
                .value()
                .orElseThrow();
        assertThat(rejected.at(NOON)).isEqualTo(PaymentStatus.REJECT);
        assertThat(rejected.refusal(NOON)).contains(Reason.INSUFFICIENT_FUNDS);
        assertThat(new PaymentProcess(bank)
                        .byCard(Fixtures.order(1, "123456", Money.tenge(10)), Fixtures.good(1), NOON)
                        .value())
                .isPresent();
        assertThat(bank.payments().ofInvoice(Fixtures.shop(1), "123456").map(one -> one.at(NOON)))
                .contains(PaymentStatus.CHARGE);
        assertThat(bank.payments().ofInvoice(Fixtures.shop(2), "123456")).isEmpty();
    }

    @Test
    void the_last_six_digits_are_the_shops_own() {
        new PaymentProcess(bank).byCard(Fixtures.order(1, "77123456", Money.tenge(10)), Fixtures.good(1), NOON);
        assertThat(bank.payments().sameTail(Fixtures.shop(1), "88123456")).contains("77123456");
        assertThat(bank.payments().sameTail(Fixtures.shop(1), "123456")).contains("77123456");
        assertThat(bank.payments().sameTail(Fixtures.shop(1), "77123456")).isEmpty();
        assertThat(bank.payments().sameTail(Fixtures.shop(2), "88123456")).isEmpty();
        assertThat(bank.payments().sameTail(Fixtures.shop(1), "88123457")).isEmpty();
    }

    @Test
    void an_attempt_that_is_forgotten_leaves_the_digits_of_a_later_one_of_its_invoice() {
        EpayBank small = Fixtures.bank(2);
        PaymentProcess process = new PaymentProcess(small);
        process.byCard(Fixtures.order(1, "77123456", Money.tenge(10)), Fixtures.card(1, "4405640000004842"), NOON);
        process.byCard(Fixtures.order(1, "77123456", Money.tenge(10)), Fixtures.good(1), NOON);
        process.byCard(Fixtures.order(1, "77000001", Money.tenge(10)), Fixtures.good(1), NOON);

        assertThat(small.payments().ofInvoice(Fixtures.shop(1), "77123456")).isPresent();
        assertThat(small.payments().sameTail(Fixtures.shop(1), "88123456")).contains("77123456");
    }

    private Payment saved(String invoice) {
        return new PaymentProcess(bank)
                .byCard(keeping(invoice, "customer"), Fixtures.good(1), NOON)
                .value()
                .orElseThrow();
    }

    private static Order keeping(String invoice, String account) {
        return order(invoice, Money.ZERO, "USD", "", account, true);
    }

    private static Order order(
            String invoice, Money amount, String currency, String description, String account, boolean keep) {
        return new Order(
                Fixtures.shop(1),
                new Order.Invoice(invoice, "", amount, currency),
                new Order.Words(description, "rus", "", ""),
                new Payer(account, "", "", ""),
                Links.NONE,
                keep,
                false);
    }
}
