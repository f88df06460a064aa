package kz.paysandbox.emulator.epay.domain;

import static kz.paysandbox.emulator.epay.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import kz.paysandbox.emulator.core.AtOnce;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.domain.tokens.AccessToken;
import kz.paysandbox.emulator.epay.domain.tokens.Binding;
import kz.paysandbox.emulator.epay.domain.tokens.Grant;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Every limit and everything that happens once, asked for by many at the same moment. */
class OnceOnlyTest {

    private static final int CALLERS = 16;
    private static final String THREE_DS_CARD = "4405640000003000";

    private final EpayBank bank = Fixtures.bank();

    @RepeatedTest(20)
    void one_caller_is_told_that_the_token_was_not_used_before() {
        AccessToken token = issue(Grant.CLIENT_CREDENTIALS);
        List<OptionalInt> before = AtOnce.call(CALLERS, n -> bank.tokens().use(token.value()));
        assertThat(before.stream().map(OptionalInt::getAsInt))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, CALLERS).boxed().toList());
        assertThat(bank.tokens().use("unknown")).isEmpty();
    }

    @RepeatedTest(5)
    void a_token_is_renewed_once() {
        AccessToken token = issue(Grant.PASSWORD);
        assertThat(bank.tokens().takeRefresh(token.refresh(), Fixtures.shop(2)))
                .as("another shop's refresh_token stays whole")
                .isEmpty();
        List<Optional<AccessToken>> taken =
                AtOnce.call(CALLERS, n -> bank.tokens().takeRefresh(token.refresh(), Fixtures.shop(1)));
        assertThat(taken.stream().filter(Optional::isPresent)).hasSize(1);
    }

    @RepeatedTest(5)
    void an_invoice_is_paid_once() {
        assertThat(achieved(AtOnce.call(CALLERS, n -> pay(bank, 1, "123456")))).isEqualTo(1);
    }

    @RepeatedTest(5)
    void one_of_several_invoices_with_the_same_end_is_paid_where_ends_are_unique() {
        EpayBank strict = Fixtures.strict();
        assertThat(achieved(AtOnce.call(CALLERS, n -> pay(strict, 1, (10 + n) + "123456"))))
                .isEqualTo(1);
        assertThat(achieved(AtOnce.call(CALLERS, n -> pay(bank, 1, (10 + n) + "123456"))))
                .isEqualTo(CALLERS);
    }

    @RepeatedTest(5)
    void held_money_is_charged_or_released_once() {
        Payment held = pay(bank, 2, "123456").value().orElseThrow();
        assertThat(achieved(AtOnce.call(
                        CALLERS,
                        n -> bank.payments()
                                .change(
                                        held.id(),
                                        open -> n % 2 == 0 ? open.charge(Money.tenge(10), NOON) : open.cancel(NOON)))))
                .isEqualTo(1);
    }

    @RepeatedTest(5)
    void refunds_never_add_up_to_more_than_was_paid() {
        Payment paid = pay(bank, 1, "123456").value().orElseThrow();
        assertThat(achieved(AtOnce.call(
                        CALLERS,
                        n -> new RefundProcess(bank).refund(paid.id(), Optional.of(Money.tenge(30)), "", NOON))))
                .isEqualTo(3);
        assertThat(bank.payments().find(paid.id()).orElseThrow().left()).isEqualTo(Money.tenge(10));
    }

    @RepeatedTest(5)
    void one_external_id_refunds_once() {
        Payment paid = pay(bank, 1, "123456").value().orElseThrow();
        assertThat(achieved(AtOnce.call(
                        CALLERS,
                        n -> new RefundProcess(bank)
                                .refund(paid.id(), Optional.of(Money.tenge(10)), "refund-1", NOON))))
                .isEqualTo(1);
    }

    @RepeatedTest(5)
    void a_card_is_kept_once_for_an_account_and_forgotten_once() {
        AtOnce.call(CALLERS, n -> new PaymentProcess(bank).byCard(keeping("12345" + (10 + n)), Fixtures.good(1), NOON));
        List<SavedCard> kept = bank.cards().of(Fixtures.shop(1), "customer");
        assertThat(kept).hasSize(1);
        String id = kept.get(0).id();
        assertThat(AtOnce.call(CALLERS, n -> bank.cards().deactivate(Fixtures.shop(1), id)).stream()
                        .filter(Optional::isPresent))
                .hasSize(1);
        assertThat(new PaymentProcess(bank)
                        .bySavedCard(keeping("999999"), id, NOON)
                        .refusal())
                .isPresent();
    }

    @Test
    void an_account_whose_only_card_made_room_for_its_next_keeps_the_next() {
        EpayBank small = Fixtures.bank(1);
        Payment first = new PaymentProcess(Fixtures.bank())
                .byCard(keeping("123456"), Fixtures.good(1), NOON)
                .value()
                .orElseThrow();
        Payment second = new PaymentProcess(Fixtures.bank())
                .byCard(keeping("123457"), Fixtures.card(1, "5522042705066736"), NOON)
                .value()
                .orElseThrow();
        small.cards().save(first, "card-1", NOON);
        small.cards().save(second, "card-2", NOON);
        assertThat(small.cards().of(Fixtures.shop(1), "customer"))
                .extracting(SavedCard::id)
                .containsExactly("card-2");
    }

    @RepeatedTest(5)
    void wrong_codes_are_counted_whoever_types_them() {
        ThreeDs issuer = new ThreeDs(bank);
        Payment asked = challenged(1);
        List<ThreeDs.Answer> answers = AtOnce.call(CALLERS, n -> issuer.answer(asked, "wrong", NOON));
        assertThat(answers.stream().filter(answer -> answer == ThreeDs.Answer.WRONG))
                .hasSize(Challenge.MOST_WRONG_CODES - 1);
        assertThat(issuer.answer(asked, issuer.code(asked), NOON))
                .as("the right code after too many wrong ones")
                .isEqualTo(ThreeDs.Answer.GIVEN_UP);
    }

    @RepeatedTest(5)
    void the_issuers_answer_decides_once() {
        ThreeDs issuer = new ThreeDs(bank);
        Payment asked = challenged(1);
        assertThat(achieved(AtOnce.call(CALLERS, n -> issuer.complete(asked, issuer.paRes(asked, n % 2 == 0), NOON))))
                .isGreaterThanOrEqualTo(1);
        Payment decided = bank.payments().find(asked.id()).orElseThrow();
        assertThat(History.of(decided, NOON)).hasSize(3);
    }

    @RepeatedTest(20)
    void a_customer_who_gives_up_does_not_release_what_was_granted_meanwhile() {
        ThreeDs issuer = new ThreeDs(bank);
        Payment asked = challenged(2);
        AtOnce.call(
                2,
                n -> n == 0
                        ? issuer.complete(asked, issuer.paRes(asked, true), NOON)
                        : issuer.giveUp(asked.id(), NOON));
        assertThat(bank.payments().find(asked.id()).orElseThrow().at(NOON))
                .isIn(PaymentStatus.AUTH, PaymentStatus.FAILED);
        assertThat(issuer.giveUp(asked.id(), NOON).refusal()).isPresent();
    }

    @RepeatedTest(5)
    void a_page_knows_its_latest_attempt_in_whatever_order_they_are_answered() {
        bank.checkouts().put("page", Checkout.opened("page", Fixtures.order(1, "123456", Money.tenge(100)), false));
        List<Payment> attempts = IntStream.range(0, CALLERS)
                .mapToObj(n -> pay(bank, 1, String.valueOf(100_000 + n)).value().orElseThrow())
                .toList();
        AtOnce.call(CALLERS, n -> {
            bank.checkouts().change("page", open -> open.tried(attempts.get(n)));
            return n;
        });
        assertThat(bank.checkouts().find("page").map(Checkout::paymentId))
                .contains(attempts.get(CALLERS - 1).id());
    }

    private AccessToken issue(Grant grant) {
        Binding nothing = new Binding("", Optional.empty(), "", "", "", "", "");
        return bank.tokens().issue(Fixtures.shop(1), grant, "payment", nothing, NOON, Duration.ofHours(2));
    }

    private static Outcome<Payment, Refusal> pay(EpayBank bank, int steps, String invoiceId) {
        return new PaymentProcess(bank)
                .byCard(Fixtures.order(steps, invoiceId, Money.tenge(100)), Fixtures.good(steps), NOON);
    }

    private Payment challenged(int steps) {
        return new PaymentProcess(bank)
                .byCard(Fixtures.order(steps, "123456", Money.tenge(100)), Fixtures.card(steps, THREE_DS_CARD), NOON)
                .value()
                .orElseThrow();
    }

    private static Order keeping(String invoiceId) {
        return Fixtures.keeping(Fixtures.order(1, invoiceId, Money.tenge(100)), "customer");
    }

    private static <T, R> long achieved(List<Outcome<T, R>> outcomes) {
        return outcomes.stream().filter(outcome -> outcome.value().isPresent()).count();
    }
}
