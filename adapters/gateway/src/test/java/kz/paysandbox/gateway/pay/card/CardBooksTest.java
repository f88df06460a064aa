package kz.paysandbox.gateway.pay.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.merchant.LineState;
import kz.paysandbox.adapters.merchant.refund.EpayRefundLine;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.pay.BankBooks;
import kz.paysandbox.gateway.payment.BankReference;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.ServiceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How operations of ePay end from the bank's books. */
class CardBooksTest {
    private static final Instant LATER = CardSamples.NOON.plus(Duration.ofMinutes(15));
    private static final Set<Assumption> BOTH =
            Set.of(Assumption.SOLE_OPERATOR, Assumption.UNCHANGED_BOOKS_MEAN_NOT_APPLIED);

    @ParameterizedTest
    @CsvSource({
        "AUTH, APPLIED, PROCESSING",
        "CHARGE, APPLIED, COMPLETED",
        "CANCEL, APPLIED, CANCELLED",
        "CANCEL_OLD, APPLIED, CANCELLED",
        "REFUND, APPLIED, REFUNDED",
        "REJECT, NOT_APPLIED, PENDING",
        "FAILED, NOT_APPLIED, PENDING",
        "NEW, UNKNOWN, PENDING",
        "FINGERPRINT, UNKNOWN, PENDING",
        "VERIFIED, UNKNOWN, PENDING",
        "APPROVED, UNKNOWN, PENDING",
        "3D, NOT_APPLIED, PENDING"
    })
    void a_payment_with_a_saved_card_ends_by_the_banks_word(String word, OperationState state, ServiceStatus status) {
        BankBooks.Found found = found(pending(), OperationKind.CREATE, 750, CardSamples.transaction(word, 750), BOTH);
        assertThat(found.outcome().state()).isEqualTo(state);
        assertThat(found.effect().payment().apply(pending()).status()).isEqualTo(status);
        assertThat(found.lookAgain()).isTrue();
        assertThat(found.outcome().finding()).contains("statusName is " + word);
    }

    @Test
    void what_a_payment_with_a_saved_card_showed_is_kept() {
        BankBooks.Found found =
                found(pending(), OperationKind.CREATE, 750, CardSamples.transaction("CHARGE", 750), BOTH);
        Payment after = found.effect().payment().apply(pending());
        assertThat(after.bank().transactionId()).contains(CardSamples.TRANSACTION);
        assertThat(after.bank().card().approvalCode()).contains("170243");
        assertThat(after.dates().paidAt()).contains(LATER);
        assertThat(found.outcome().bankOperationId()).contains(CardSamples.TRANSACTION);
    }

    @Test
    void a_payment_of_another_amount_is_not_this_one() {
        BankBooks.Found found =
                found(pending(), OperationKind.CREATE, 750, CardSamples.transaction("CHARGE", 751), BOTH);
        assertThat(found.outcome().state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(found.outcome().finding()).contains("of 751 and not of 750.00");
    }

    @Test
    void an_order_that_the_bank_does_not_know_was_not_paid_by_assumption() {
        Operation create = CardSamples.operation(OperationKind.CREATE, 750);
        BankBooks.Found assumed = found(pending(), create, Optional.empty(), BOTH, LATER);
        assertThat(assumed.outcome().state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(assumed.outcome().refusal().orElseThrow().code()).isEqualTo(RefusalCode.BANK_UNAVAILABLE);
        assertThat(found(pending(), create, Optional.empty(), Set.of(), LATER)
                        .outcome()
                        .state())
                .isEqualTo(OperationState.UNKNOWN);
        assertThat(found(pending(), OperationKind.CREATE, 750, CardSamples.transaction("3D", 750), Set.of())
                        .outcome()
                        .state())
                .isEqualTo(OperationState.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "CHARGE, 500, CHARGE, 500, APPLIED",
        "CHARGE, 500, CHARGE, 750, NOT_APPLIED",
        "CHARGE, 750, REFUND, 750, APPLIED",
        "CHARGE, 750, AUTH, 750, NOT_APPLIED",
        "CHARGE, 750, CANCEL, 750, NOT_APPLIED",
        "CHARGE, 750, CANCEL_OLD, 750, NOT_APPLIED",
        "CHARGE, 750, REJECT, 750, NOT_APPLIED",
        "CHARGE, 750, FAILED, 750, NOT_APPLIED",
        "CHARGE, 750, NEW, 750, UNKNOWN",
        "CHARGE, 750, SOMETHING, 750, UNKNOWN",
        "CANCEL, 750, CANCEL, 750, APPLIED",
        "CANCEL, 750, CANCEL_OLD, 750, APPLIED",
        "CANCEL, 750, AUTH, 750, NOT_APPLIED",
        "CANCEL, 750, CHARGE, 750, NOT_APPLIED",
        "CANCEL, 750, REFUND, 750, NOT_APPLIED",
        "CANCEL, 750, REJECT, 750, NOT_APPLIED",
        "CANCEL, 750, SOMETHING, 750, UNKNOWN"
    })
    void a_hold_ends_once(OperationKind kind, long asked, String word, long shown, OperationState state) {
        BankBooks.Found found = found(CardSamples.held(), kind, asked, CardSamples.transaction(word, shown), BOTH);
        assertThat(found.outcome().state()).isEqualTo(state);
    }

    @Test
    void a_hold_that_still_stands_was_not_ended_by_assumption_alone() {
        for (OperationKind kind : new OperationKind[] {OperationKind.CHARGE, OperationKind.CANCEL}) {
            assertThat(found(CardSamples.held(), kind, 750, CardSamples.transaction("AUTH", 750), Set.of())
                            .outcome()
                            .state())
                    .isEqualTo(OperationState.UNKNOWN);
        }
    }

    @Test
    void a_charge_of_less_makes_it_a_payment_of_less() {
        Payment after = found(
                        CardSamples.held(), OperationKind.CHARGE, 500, CardSamples.transaction("CHARGE", 500), BOTH)
                .effect()
                .payment()
                .apply(CardSamples.held());
        assertThat(after.status()).isEqualTo(ServiceStatus.COMPLETED);
        assertThat(after.amount()).isEqualTo(Tenge.of(500));
        assertThat(after.state().authorized()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // word, payout, refund, with both assumptions, with none
        "CHARGE, 750, 300, NOT_APPLIED, UNKNOWN",
        "CHARGE, 450, 300, APPLIED, UNKNOWN",
        "REFUND, 0, 750, APPLIED, UNKNOWN",
        "CHARGE, 400, 300, UNKNOWN, UNKNOWN",
        "REFUND, , 750, APPLIED, UNKNOWN",
        "REFUND, , 300, UNKNOWN, UNKNOWN",
        "CHARGE, , 300, UNKNOWN, UNKNOWN",
        "REFUND, 750, 300, UNKNOWN, UNKNOWN",
        "REFUND, 450, 300, APPLIED, UNKNOWN",
        "CANCEL, 750, 300, NOT_APPLIED, NOT_APPLIED",
        "REJECT, , 300, NOT_APPLIED, NOT_APPLIED",
        "AUTH, , 300, UNKNOWN, UNKNOWN",
        "SOMETHING, , 300, UNKNOWN, UNKNOWN"
    })
    void a_refund_shows_as_a_payout_that_has_shrunk_by_it(
            String word, BigDecimal payout, long asked, OperationState both, OperationState none) {
        Transaction seen = CardSamples.transaction(word, 750, Optional.ofNullable(payout));
        BankBooks.Found found = found(CardSamples.paid(), OperationKind.REFUND, asked, seen, BOTH);
        assertThat(found.outcome().state()).isEqualTo(both);
        assertThat(found(CardSamples.paid(), OperationKind.REFUND, asked, seen, Set.of())
                        .outcome()
                        .state())
                .isEqualTo(none);
        if (both == OperationState.APPLIED) {
            assertThat(found.effect().payment().apply(CardSamples.paid()).refunded())
                    .isEqualTo(Tenge.of(asked));
        }
    }

    @Test
    void a_refund_after_another_is_compared_with_what_that_one_left() {
        Payment half = CardSamples.paid().of(Tenge.of(750), Tenge.of(300));
        Transaction moved = CardSamples.transaction("CHARGE", 750, Optional.of(BigDecimal.valueOf(250)));
        Transaction same = CardSamples.transaction("CHARGE", 750, Optional.of(BigDecimal.valueOf(450)));
        assertThat(found(half, OperationKind.REFUND, 200, moved, BOTH).outcome().state())
                .isEqualTo(OperationState.APPLIED);
        assertThat(found(half, OperationKind.REFUND, 200, same, BOTH).outcome().state())
                .isEqualTo(OperationState.NOT_APPLIED);
        assertThat(found(half, OperationKind.REFUND, 500, moved, BOTH).outcome().state())
                .isEqualTo(OperationState.UNKNOWN);
    }

    @Test
    void another_transaction_or_none_tells_nothing_of_a_refund() {
        Payment other = CardSamples.paid().known(BankReference.epay(CardSamples.INVOICE));
        assertThat(found(other, OperationKind.REFUND, 300, CardSamples.transaction("CHARGE", 750), BOTH)
                        .outcome()
                        .finding())
                .isEqualTo("the invoice shows another transaction");
        assertThat(found(
                                CardSamples.paid(),
                                CardSamples.operation(OperationKind.REFUND, 300),
                                Optional.empty(),
                                BOTH,
                                LATER)
                        .outcome()
                        .finding())
                .isEqualTo("the bank knows no such invoice");
    }

    @Test
    void unchanged_books_end_nothing_before_a_quarter_of_an_hour_has_passed() {
        Instant before = LATER.minusMillis(1);
        Operation create = CardSamples.operation(OperationKind.CREATE, 750);
        Operation charge = CardSamples.operation(OperationKind.CHARGE, 750);
        Operation refund = CardSamples.operation(OperationKind.REFUND, 300);
        Optional<Transaction> held = Optional.of(CardSamples.transaction("AUTH", 750));
        Optional<Transaction> whole =
                Optional.of(CardSamples.transaction("CHARGE", 750, Optional.of(BigDecimal.valueOf(750))));
        assertThat(found(pending(), create, Optional.empty(), BOTH, before)
                        .outcome()
                        .state())
                .isEqualTo(OperationState.UNKNOWN);
        assertThat(found(CardSamples.held(), charge, held, BOTH, before)
                        .outcome()
                        .state())
                .isEqualTo(OperationState.UNKNOWN);
        assertThat(found(CardSamples.paid(), refund, whole, BOTH, before)
                        .outcome()
                        .state())
                .isEqualTo(OperationState.UNKNOWN);
        assertThat(found(CardSamples.paid(), refund, whole, BOTH, LATER)
                        .outcome()
                        .state())
                .isEqualTo(OperationState.NOT_APPLIED);
    }

    @Test
    void the_journal_of_refunds_is_asked_before_the_bank() {
        Operation refund = CardSamples.operation(OperationKind.REFUND, 300);
        assertThat(CardBooks.ofJournal(refund, Optional.empty())
                        .orElseThrow()
                        .outcome()
                        .state())
                .isEqualTo(OperationState.NOT_APPLIED);
        BankBooks.Found applied = CardBooks.ofJournal(refund, Optional.of(line(LineState.APPLIED)))
                .orElseThrow();
        assertThat(applied.outcome().state()).isEqualTo(OperationState.APPLIED);
        assertThat(applied.outcome().finding()).contains("row 7 of epay_refund");
        assertThat(applied.effect().payment().apply(CardSamples.paid()).refunded())
                .isEqualTo(Tenge.of(300));
        assertThat(CardBooks.ofJournal(refund, Optional.of(line(LineState.NOT_APPLIED)))
                        .orElseThrow()
                        .outcome()
                        .state())
                .isEqualTo(OperationState.NOT_APPLIED);
        assertThat(CardBooks.ofJournal(refund, Optional.of(line(LineState.STARTED))))
                .isEmpty();
        assertThat(CardBooks.ofJournal(refund, Optional.of(line(LineState.UNKNOWN))))
                .isEmpty();
    }

    private static EpayRefundLine line(LineState state) {
        return new EpayRefundLine(
                7,
                new TransactionRef(CardSamples.TRANSACTION, InvoiceId.of(CardSamples.INVOICE)),
                Optional.of(Tenge.of(300)),
                "key",
                state,
                "found",
                CardSamples.NOON);
    }

    private static Payment pending() {
        return CardSamples.payment(ServiceStatus.PENDING);
    }

    private static BankBooks.Found found(
            Payment payment, OperationKind kind, long tenge, Transaction seen, Set<Assumption> assumptions) {
        return found(payment, CardSamples.operation(kind, tenge), Optional.of(seen), assumptions, LATER);
    }

    private static BankBooks.Found found(
            Payment payment,
            Operation operation,
            Optional<Transaction> seen,
            Set<Assumption> assumptions,
            Instant now) {
        return CardBooks.found(payment, operation, new CardBooks.Books(seen, payment.left(), assumptions, now));
    }
}
