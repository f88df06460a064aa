package kz.paysandbox.adapters.epay;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.transport.Execution;
import kz.paysandbox.adapters.transport.Futures;

/** The state of an order at the bank, as it is read around operations, and the turns of operations on one order. */
final class EpayStatus {
    private final EpayCalls calls;

    EpayStatus(EpayCalls calls) {
        this.calls = calls;
    }

    CompletableFuture<Optional<Transaction>> of(Execution execution, InvoiceId invoiceId) {
        return calls.read(
                execution,
                "check-status payment transaction",
                "/check-status/payment/transaction/" + invoiceId.value(),
                calls.service(),
                StatusReading::status);
    }

    /**
     * What the books show before an operation. It does not wait for books that cannot be read; of a bank that cannot be
     * reached nothing is asked.
     *
     * @return empty where they were not read, or could not be; fails with ConnectionFailed alone
     */
    CompletableFuture<Optional<Optional<Transaction>>> before(Execution execution, InvoiceId invoiceId) {
        if (!calls.settings().reconciliation().readsBefore()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return Futures.recover(
                Futures.begin(() -> of(execution, invoiceId)).thenApply(Optional::of),
                failure -> failure instanceof ConnectionFailed
                        ? CompletableFuture.failedFuture(failure)
                        : CompletableFuture.completedFuture(Optional.empty()));
    }

    /** One operation of an order at a time; one that could not reach the bank before it was sent is not applied. */
    <T> CompletableFuture<MoneyAnswer<T>> inTurn(
            Execution execution,
            InvoiceId invoiceId,
            Function<BooleanSupplier, CompletableFuture<MoneyAnswer<T>>> attempt) {
        return calls.settings()
                .reconciliation()
                .turns()
                .inTurn(
                        execution,
                        "epay " + invoiceId,
                        calls.settings().http().deadline(),
                        alone -> Futures.recover(
                                Futures.begin(() -> attempt.apply(alone)),
                                unreachable -> unreachable instanceof ConnectionFailed
                                        ? CompletableFuture.completedFuture(MoneyAnswer.notApplied(
                                                unreachable, "the bank could not be reached, so nothing was sent"))
                                        : CompletableFuture.failedFuture(unreachable)));
    }
}
