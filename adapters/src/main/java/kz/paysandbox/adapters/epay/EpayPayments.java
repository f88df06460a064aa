package kz.paysandbox.adapters.epay;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.epay.payment.Cryptogram;
import kz.paysandbox.adapters.epay.payment.InvoiceLink;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.epay.wire.Requests;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Reconciliation;
import kz.paysandbox.adapters.transport.Execution;
import org.jspecify.annotations.Nullable;

/** Payments by card and the links to them, with the order's state read around them. */
final class EpayPayments {
    private final EpayCalls calls;
    private final EpayStatus status;

    EpayPayments(EpayCalls calls, EpayStatus status) {
        this.calls = calls;
        this.status = status;
    }

    CompletableFuture<MoneyAnswer<CardPayment>> pay(Execution execution, CardOrder order, Cryptogram cryptogram) {
        Requests.Payment body = body(order, cryptogram.value(), null, null);
        return pay(execution, "payment cryptopay", "/payment/cryptopay", order, body);
    }

    CompletableFuture<MoneyAnswer<CardPayment>> paySavedCard(
            Execution execution, CardOrder order, String cardId, boolean recurrent) {
        forMoney(order);
        Requests.Payment body = body(order, null, new Requests.CardId(cardId), recurrent ? true : null);
        return pay(execution, "payments cards auth", "/payments/cards/auth", order, body);
    }

    /** An order may have had other tries: what they left in the books is subtracted. */
    private CompletableFuture<MoneyAnswer<CardPayment>> pay(
            Execution execution, String operation, String path, CardOrder order, Requests.Payment body) {
        return status.inTurn(
                execution,
                order.invoiceId(),
                alone -> status.before(execution, order.invoiceId())
                        .thenApply(read -> read.map(Books.Before::of).orElse(Books.Before.UNREAD))
                        .thenCompose(before -> reconciliation()
                                .settle(
                                        execution,
                                        () -> calls.post(
                                                execution,
                                                operation,
                                                path,
                                                token(order),
                                                Optional.of(body),
                                                response -> MoneyReading.payment(response, order)),
                                        (by, failure) -> status.of(by, order.invoiceId())
                                                .thenApply(found ->
                                                        Books.afterPayment(order, before, found, isSole(alone))))));
    }

    private boolean isSole(BooleanSupplier alone) {
        return reconciliation().assumes(Assumption.SOLE_OPERATOR) && alone.getAsBoolean();
    }

    private Reconciliation reconciliation() {
        return calls.settings().reconciliation();
    }

    /** The contract of the confirmation is unpublished: whatever it answers, the books are looked at. */
    CompletableFuture<MoneyAnswer<CardPayment>> confirm(
            Execution execution, CardOrder order, TransactionRef ref, String paRes, String md) {
        return status.inTurn(
                execution,
                order.invoiceId(),
                alone -> reconciliation()
                        .settle(
                                execution,
                                () -> calls.post(
                                                execution,
                                                "payment confirm",
                                                "/payment/confirm",
                                                token(order),
                                                Optional.of(new Requests.Confirm(ref.id(), paRes, md)),
                                                MoneyReading::nothing)
                                        .thenCompose(nothing -> unproved(order)),
                                (by, failure) -> status.of(by, order.invoiceId())
                                        .thenApply(found -> Books.afterChallenge(order, ref, found))));
    }

    private static CompletableFuture<CardPayment> unproved(CardOrder order) {
        String said = "the confirmation of invoice " + order.invoiceId() + " proves nothing";
        return CompletableFuture.failedFuture(OutcomeUnknown.lost("see the log", said, null));
    }

    CompletableFuture<MoneyAnswer<InvoiceLink>> createLink(
            Execution execution, CardOrder order, String shopId, int days) {
        forMoney(order);
        if (days < 1 || days > 30) {
            throw new IllegalArgumentException("a link lives from 1 to 30 days, not " + days);
        }
        Requests.InvoiceLink body = new Requests.InvoiceLink(
                shopId,
                order.payer().accountId().orElse(null),
                order.invoiceId().value(),
                order.amount().amount(),
                order.language().word(),
                order.description(),
                days + "d",
                "KZT",
                order.payer().email().orElse(null),
                order.payer().phone().orElse(null),
                text(order.links().post()),
                text(order.links().failurePost()),
                text(order.links().back()),
                text(order.links().failureBack()));
        return reconciliation()
                .without(
                        () -> calls.post(
                                execution,
                                "invoice",
                                "/invoice",
                                token(order),
                                Optional.of(body),
                                response -> MoneyReading.link(response, order)),
                        order.payer().email().isPresent()
                                        || order.payer().phone().isPresent()
                                ? "the bank may have sent the link to the customer: two links can be paid twice, so ask"
                                        + " for the status of this invoiceId before making another"
                                : "nobody holds the link of a lost answer: make another with a new invoiceId");
    }

    private static void forMoney(CardOrder order) {
        if (!order.amount().positive()) {
            throw new IllegalArgumentException("a verification is made with a card that is typed in, not by this call");
        }
    }

    private TokenRequest token(CardOrder order) {
        return TokenRequest.invoice(order, calls.settings().credentials().terminal());
    }

    private Requests.Payment body(
            CardOrder order,
            @Nullable String cryptogram,
            Requests.@Nullable CardId cardId,
            @Nullable Boolean recurrent) {
        return new Requests.Payment(
                order.amount().amount(),
                order.currency(),
                order.payer().name().orElse(null),
                cryptogram,
                calls.settings().credentials().terminal(),
                order.invoiceId().value(),
                order.description(),
                order.payer().accountId().orElse(null),
                order.payer().email().orElse(null),
                order.payer().phone().orElse(null),
                text(order.links().post()),
                text(order.links().failurePost()),
                text(order.links().back()),
                text(order.links().failureBack()),
                order.language().word(),
                order.saveCard() ? true : null,
                order.data().orElse(null),
                cardId == null ? null : "cardId",
                cardId,
                recurrent);
    }

    private static @Nullable String text(Optional<URI> link) {
        return link.map(URI::toString).orElse(null);
    }
}
