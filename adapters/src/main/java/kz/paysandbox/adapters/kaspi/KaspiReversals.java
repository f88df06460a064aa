package kz.paysandbox.adapters.kaspi;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.Cancellation;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.kaspi.payment.Till;
import kz.paysandbox.adapters.kaspi.wire.Answers;
import kz.paysandbox.adapters.kaspi.wire.Requests;
import kz.paysandbox.adapters.money.Clue;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.Execution;
import kz.paysandbox.adapters.transport.Futures;
import kz.paysandbox.adapters.transport.Repeat;
import kz.paysandbox.adapters.transport.WholeCall;

/** Refunds and cancelled invoices: one operation of a payment at a time, each within one deadline. */
final class KaspiReversals {
    private final KaspiCalls calls;
    private final Execution execution;

    KaspiReversals(KaspiCalls calls, Execution execution) {
        this.calls = calls;
        this.execution = execution;
    }

    /** Looks at what can be refunded before and, if the answer is lost, after; one refund of a payment at a time. */
    CompletableFuture<MoneyAnswer<Refund>> refund(
            Optional<Bin> bin, DeviceToken device, long paymentId, Optional<Long> refundQrId, Tenge amount) {
        if (!amount.positive()) {
            throw new IllegalArgumentException("a refund is for more than nothing");
        }
        Till till = new Till(bin, device);
        Requests.PaymentReturn body = new Requests.PaymentReturn(
                KaspiOperations.text(bin), device.value(), paymentId, refundQrId.orElse(null), amount.amount());
        return whole(whole -> inTurn(
                whole,
                till,
                paymentId,
                alone -> new RefundAttempt(
                                whole.settings().reconciliation(),
                                alone,
                                by -> new KaspiOperations(whole, by).details(paymentId, device),
                                new Refund(Optional.empty(), paymentId, amount, till))
                        .make(
                                execution,
                                () -> whole.post(
                                        execution,
                                        "payment/return",
                                        body,
                                        Repeat.NEVER,
                                        Answers.Returned.class,
                                        data -> new Refund(
                                                Optional.of(AnswerReading.required(
                                                        data.returnOperationId(), "ReturnOperationId")),
                                                paymentId,
                                                amount,
                                                till)))));
    }

    /** One look only: the status of a remote invoice must not be polled (4.6). */
    CompletableFuture<MoneyAnswer<Cancellation>> cancelInvoice(Bin bin, DeviceToken device, long paymentId) {
        Till till = new Till(Optional.of(bin), device);
        return whole(whole -> inTurn(
                whole,
                till,
                paymentId,
                alone -> whole.settings()
                        .reconciliation()
                        .once()
                        .settle(
                                execution,
                                () -> whole.post(
                                        execution,
                                        "remote/cancel",
                                        new Requests.RemoteCancel(bin.value(), paymentId, device.value()),
                                        Repeat.NEVER,
                                        Answers.Status.class,
                                        data -> new Cancellation(paymentId, AnswerReading.cancelled(data), till)),
                                (by, failure) -> new KaspiOperations(whole, by)
                                        .status(paymentId)
                                        .thenApply(now -> cancelled(paymentId, now, till)))));
    }

    /** That it is withdrawn is what was asked for, whoever did it; a final state of another kind excludes it (Annex 4). */
    private static Clue<Cancellation> cancelled(long paymentId, PaymentStatus now, Till till) {
        String finding = "the invoice is " + now.raw();
        return switch (now.kind()) {
            case REMOTE_CANCELED -> Clue.applied(new Cancellation(paymentId, now, till), finding);
            case PROCESSED, ERROR -> Clue.notApplied(finding);
            case REMOTE_CREATED -> Clue.unchanged(finding);
            case CREATED, WAIT, UNKNOWN -> Clue.undecided(finding);
        };
    }

    private <T> CompletableFuture<MoneyAnswer<T>> inTurn(
            KaspiCalls whole,
            Till till,
            long paymentId,
            Function<BooleanSupplier, CompletableFuture<MoneyAnswer<T>>> attempt) {
        return whole.settings()
                .reconciliation()
                .turns()
                .inTurn(execution, "kaspi " + paymentId, whole.settings().http().deadline(), attempt)
                .thenApply(answer -> answer.about(till.text()));
    }

    /** One operation that makes several requests. */
    private <T> CompletableFuture<T> whole(Function<KaspiCalls, CompletableFuture<T>> operation) {
        WholeCall whole = WholeCall.begin(calls.settings().http());
        return Futures.begin(() -> operation.apply(calls.within(whole))).whenComplete((value, failure) -> whole.end());
    }
}
