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

class PayingTest {

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
    void anOrderIsCheckedFirst(String currency, long tenge, String description, String expected) {
        Order order = order("123456", Money.tenge(tenge), currency, description, "", false);
        String verdict = Paying.check(order)
                .fold(fine -> "OK", refusal -> refusal.reason().name());
        assertThat(verdict).isEqualTo(expected);
    }

    @Test
    void aDescriptionHasAtMost125Bytes() {
        assertThat(Paying.check(order("1", Money.tenge(1), "KZT", "a".repeat(125), "", false))
                        .achieved())
                .isPresent();
        assertThat(Paying.check(order("1", Money.tenge(1), "KZT", "ы".repeat(63), "", false))
                        .refusal())
                .contains(Refusal.of(Reason.DESCRIPTION_TOO_LONG));
    }

    @Test
    void anotherTerminalsCryptogramLeavesNoTrace() {
        Outcome<Payment, Refusal> paid =
                new Paying(bank).byCard(Fixtures.order(1, "123456", Money.tenge(10)), Fixtures.good(2), NOON);
        assertThat(paid.refusal().map(Refusal::reason)).contains(Reason.TERMINAL);
        assertThat(bank.payments().stream()).isEmpty();
    }

    @Test
    void aVerificationMovesNoMoneyAndKeepsTheCardOnce() {
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
    void aForgottenCardPaysNothingAndASavedOneDoes() {
        String card = saved("100001").cardId();
        Order order = Fixtures.order(1, "100003", Money.tenge(10));
        assertThat(new Paying(bank).bySavedCard(order, card, NOON).achieved().map(paid -> paid.at(NOON)))
                .contains(PaymentStatus.CHARGE);
        assertThat(bank.cards().deactivate(Fixtures.shop(2), card)).isEmpty();
        assertThat(bank.cards().deactivate(Fixtures.shop(1), card)).isPresent();
        assertThat(bank.cards().of(Fixtures.shop(1), "customer")).isEmpty();
        assertThat(new Paying(bank)
                        .bySavedCard(Fixtures.order(1, "100004", Money.tenge(10)), card, NOON)
                        .refusal()
                        .map(Refusal::reason))
                .contains(Reason.CARD_UNKNOWN);
        assertThat(saved("100005").cardId()).isNotEqualTo(card);
    }

    @Test
    void theOldestCardsGoFirst() {
        EpayBank small = Fixtures.bank(1);
        new Paying(small).byCard(keeping("100001", "a"), Fixtures.good(1), NOON);
        small.payments().newestFirst();
        new Paying(small).byCard(keeping("100002", "b"), Fixtures.good(1), NOON);
        assertThat(small.cards().of(Fixtures.shop(1), "a")).isEmpty();
        assertThat(small.cards().of(Fixtures.shop(1), "b")).hasSize(1);
    }

    @Test
    void aRefusedCardIsRememberedAsRejectedAndItsInvoiceStaysPayable() {
        Payment rejected = new Paying(bank)
                .byCard(Fixtures.order(1, "123456", Money.tenge(10)), Fixtures.card(1, "4405640000004842"), NOON)
                .achieved()
                .orElseThrow();
        assertThat(rejected.at(NOON)).isEqualTo(PaymentStatus.REJECT);
        assertThat(rejected.refusal(NOON)).contains(Reason.INSUFFICIENT_FUNDS);
        assertThat(new Paying(bank)
                        .byCard(Fixtures.order(1, "123456", Money.tenge(10)), Fixtures.good(1), NOON)
                        .achieved())
                .isPresent();
        assertThat(bank.payments().ofInvoice(Fixtures.shop(1), "123456").map(one -> one.at(NOON)))
                .contains(PaymentStatus.CHARGE);
        assertThat(bank.payments().ofInvoice(Fixtures.shop(2), "123456")).isEmpty();
    }

    @Test
    void theLastSixDigitsAreTheShopsOwn() {
        new Paying(bank).byCard(Fixtures.order(1, "77123456", Money.tenge(10)), Fixtures.good(1), NOON);
        assertThat(bank.payments().sameTail(Fixtures.shop(1), "88123456")).contains("77123456");
        assertThat(bank.payments().sameTail(Fixtures.shop(1), "123456")).contains("77123456");
        assertThat(bank.payments().sameTail(Fixtures.shop(1), "77123456")).isEmpty();
        assertThat(bank.payments().sameTail(Fixtures.shop(2), "88123456")).isEmpty();
        assertThat(bank.payments().sameTail(Fixtures.shop(1), "88123457")).isEmpty();
    }

    private Payment saved(String invoice) {
        return new Paying(bank)
                .byCard(keeping(invoice, "customer"), Fixtures.good(1), NOON)
                .achieved()
                .orElseThrow();
    }

    private static Order keeping(String invoice, String account) {
        return order(invoice, Money.ZERO, "USD", "", account, true);
    }

    private static Order order(
            String invoice, Money amount, String currency, String description, String account, boolean keep) {
        return new Order(
                Fixtures.shop(1),
                invoice,
                "",
                amount,
                currency,
                description,
                "rus",
                new Payer(account, "", "", ""),
                Links.NONE,
                "",
                "",
                keep,
                false);
    }
}
