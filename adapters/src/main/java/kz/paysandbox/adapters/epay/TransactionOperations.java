package kz.paysandbox.adapters.epay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import kz.paysandbox.adapters.epay.payment.OperationResult;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.Clue;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Reconciliation;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.ApiResponse;
import kz.paysandbox.adapters.transport.Execution;
import kz.paysandbox.adapters.transport.Futures;

/** Charge, cancel and refund, with the books read around them. */
final class TransactionOperations {
    private static final Set<TransactionState.Kind> REFUNDED =
            Set.of(TransactionState.Kind.CHARGE, TransactionState.Kind.REFUND);

    private final EpayCalls calls;
    private final EpayStatus status;

    TransactionOperations(EpayCalls calls, EpayStatus status) {
        this.calls = calls;
        this.status = status;
    }

    CompletableFuture<MoneyAnswer<OperationResult>> charge(
            Execution execution, TransactionRef ref, Optional<Tenge> amount) {
        return onHold(
                execution,
                "charge",
                amount.map(sum -> "?amount=" + sum).orElse(""),
                new MoneyReading.ExpectedEffect(ref, amount, Optional.empty(), Set.of(TransactionState.Kind.CHARGE)),
                (before, found) -> Books.afterCharge(ref, amount, before, found));
    }

    CompletableFuture<MoneyAnswer<OperationResult>> cancel(Execution execution, TransactionRef ref) {
        return onHold(
                execution,
                "cancel",
                "",
                new MoneyReading.ExpectedEffect(
                        ref, Optional.empty(), Optional.empty(), Set.of(TransactionState.Kind.CANCEL)),
                (before, found) -> Books.afterCancel(ref, before, found));
    }

    private CompletableFuture<MoneyAnswer<OperationResult>> onHold(
            Execution execution,
            String name,
            String query,
            MoneyReading.ExpectedEffect asked,
            BiFunction<Books.HoldBefore, Optional<Transaction>, Clue<Transaction>> clue) {
        TransactionRef ref = asked.ref();
        return inTurn(
                execution,
                ref,
                alone -> status.before(execution, ref.invoiceId())
                        .thenApply(read -> read.map(found -> Books.HoldBefore.of(ref, found))
                                .orElse(Books.HoldBefore.UNREAD))
                        .thenCompose(before -> operate(
                                execution,
                                name,
                                query,
                                asked,
                                (by, failure) -> status.of(by, ref.invoiceId())
                                        .thenApply(found ->
                                                clue.apply(before.refused(failure instanceof Rejected), found)))));
    }

    CompletableFuture<MoneyAnswer<OperationResult>> refund(
            Execution execution, TransactionRef ref, Optional<Tenge> amount, Optional<String> externalId) {
        return inTurn(
                execution,
                ref,
                alone -> Futures.recover(
                        Futures.begin(() -> status.of(execution, ref.invoiceId()))
                                .thenCompose(found -> found.isEmpty()
                                        ? unsent("the bank knows no invoice " + ref.invoiceId())
                                        : refund(
                                                execution,
                                                found.get(),
                                                new MoneyReading.ExpectedEffect(ref, amount, externalId, REFUNDED),
                                                alone)),
                        unread -> CompletableFuture.completedFuture(MoneyAnswer.notApplied(
                                unread, "the payment could not be read, so no refund was sent"))));
    }

    /** All failures of the bank are settled here, so that none is taken for one of the reading before. */
    private CompletableFuture<MoneyAnswer<OperationResult>> refund(
            Execution execution, Transaction before, MoneyReading.ExpectedEffect asked, BooleanSupplier alone) {
        TransactionRef ref = asked.ref();
        Tenge sum = asked.amount().orElseGet(() -> Tenge.of(whole(before)));
        Optional<String> objection = calls.settings()
                .refundRules()
                .objection(
                        sum,
                        before.createdAt(),
                        calls.settings().http().surroundings().clock().instant());
        if (objection.isPresent()) {
            return unsent(objection.get());
        }
        return operate(
                execution,
                "refund",
                query(asked.amount(), asked.externalId()),
                asked,
                (by, failure) -> status.of(by, ref.invoiceId())
                        .thenApply(found -> Books.afterRefund(ref, before, found, sum, isSole(alone))));
    }

    private boolean isSole(BooleanSupplier alone) {
        return calls.settings().reconciliation().assumes(Assumption.SOLE_OPERATOR) && alone.getAsBoolean();
    }

    private <T> CompletableFuture<MoneyAnswer<T>> inTurn(
            Execution execution,
            TransactionRef ref,
            Function<BooleanSupplier, CompletableFuture<MoneyAnswer<T>>> attempt) {
        return status.inTurn(execution, ref.invoiceId(), attempt);
    }

    /** What a refund of everything gives back: the payout, unless that is none a payment of this amount can have. */
    private static BigDecimal whole(Transaction payment) {
        return payment.payout()
                .filter(payout -> payout.compareTo(payment.amount()) <= 0)
                .map(payout -> payout.setScale(2, RoundingMode.DOWN))
                .orElse(payment.amount());
    }

    private CompletableFuture<MoneyAnswer<OperationResult>> operate(
            Execution execution,
            String name,
            String query,
            MoneyReading.ExpectedEffect asked,
            Reconciliation.Look<Transaction> look) {
        TransactionRef ref = asked.ref();
        return calls.settings()
                .reconciliation()
                .settle(
                        execution,
                        () -> calls.post(
                                execution,
                                "operation " + name,
                                "/operation/" + ref.id() + "/" + name + query,
                                calls.service(),
                                Optional.empty(),
                                response -> done(response, asked)),
                        (by, failure) -> look.at(by, failure).thenApply(clue -> found(clue, ref)));
    }

    private static OperationResult done(ApiResponse response, MoneyReading.ExpectedEffect asked) {
        MoneyReading.operation(response, asked);
        return new OperationResult(asked.ref(), Optional.empty());
    }

    private static Clue<OperationResult> found(Clue<Transaction> clue, TransactionRef ref) {
        return new Clue<>(
                clue.settlement(),
                clue.unchanged(),
                clue.value().map(seen -> new OperationResult(ref, Optional.of(seen))),
                clue.finding());
    }

    private static String query(Optional<Tenge> amount, Optional<String> externalId) {
        String text = amount.map(sum -> "&amount=" + sum).orElse("")
                + externalId
                        .map(id -> "&externalID=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                        .orElse("");
        return text.isEmpty() ? "" : "?" + text.substring(1);
    }

    private static <T> CompletableFuture<MoneyAnswer<T>> unsent(String why) {
        return CompletableFuture.completedFuture(MoneyAnswer.notApplied(Rejected.of("none, not sent", 0, why), why));
    }
}
