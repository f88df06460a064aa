package kz.paysandbox.adapters.epay;

import java.net.URI;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import kz.paysandbox.adapters.epay.wire.Requests;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.MoneyAnswer;
import org.jspecify.annotations.Nullable;

/** What takes a customer's money, and the looking after lost answers. */
final class EpayPayments {
    private final EpaySettings settings;
    private final EpayCalls calls;
    private final Function<InvoiceId, Optional<Transaction>> status;

    EpayPayments(EpaySettings settings, EpayCalls calls, Function<InvoiceId, Optional<Transaction>> status) {
        this.settings = settings;
        this.calls = calls;
        this.status = status;
    }

    MoneyAnswer<CardPayment> pay(CardOrder order, Cryptogram cryptogram) {
        return pay("payment cryptopay", "/payment/cryptopay", order, body(order, cryptogram.value(), null, null));
    }

    MoneyAnswer<CardPayment> paySavedCard(CardOrder order, String cardId, boolean recurrent) {
        forMoney(order);
        return pay(
                "payments cards auth",
                "/payments/cards/auth",
                order,
                body(order, null, new Requests.CardId(cardId), recurrent ? true : null));
    }

    private MoneyAnswer<CardPayment> pay(String operation, String path, CardOrder order, Requests.Payment body) {
        return inTurn(order.invoiceId(), alone -> {
            try {
                return pay(operation, path, order, body, before(order.invoiceId()), alone);
            } catch (ConnectionFailed unreachable) {
                return MoneyAnswer.notApplied(unreachable, "the bank could not be reached, so no payment was sent");
            }
        });
    }

    private MoneyAnswer<CardPayment> pay(
            String operation,
            String path,
            CardOrder order,
            Requests.Payment body,
            Books.Before before,
            BooleanSupplier alone) {
        return settings.reconciliation()
                .settle(
                        () -> calls.post(
                                operation,
                                path,
                                token(order),
                                Optional.of(body),
                                response -> MoneyReading.payment(response, order)),
                        () -> Books.afterPayment(order, before, status.apply(order.invoiceId()), isSole(alone)));
    }

    /**
     * An order may have had other tries: what they left in the books is subtracted. A payment does not wait for books that
     * cannot be read; of a bank that cannot be reached nothing is asked.
     */
    private Books.Before before(InvoiceId invoiceId) {
        if (!settings.reconciliation().readsBefore()) {
            return Books.Before.UNREAD;
        }
        try {
            return Books.Before.of(status.apply(invoiceId));
        } catch (ConnectionFailed unreachable) {
            throw unreachable;
        } catch (PaymentException unread) {
            return Books.Before.UNREAD;
        }
    }

    private boolean isSole(BooleanSupplier alone) {
        return settings.reconciliation().assumes(Assumption.SOLE_OPERATOR) && alone.getAsBoolean();
    }

    private <T> MoneyAnswer<T> inTurn(InvoiceId invoiceId, Function<BooleanSupplier, MoneyAnswer<T>> attempt) {
        return settings.reconciliation()
                .turns()
                .take("epay " + invoiceId, settings.http().deadline(), attempt);
    }

    /** Whatever the confirmation answers, the books are looked at before anything is said. */
    MoneyAnswer<CardPayment> confirm(CardOrder order, TransactionRef ref, String paRes, String md) {
        return inTurn(
                order.invoiceId(),
                alone -> settings.reconciliation()
                        .settle(
                                () -> {
                                    calls.post(
                                            "payment confirm",
                                            "/payment/confirm",
                                            token(order),
                                            Optional.of(new Requests.Confirm(ref.id(), paRes, md)),
                                            MoneyReading::nothing);
                                    throw Unbelieved.answer(order.invoiceId());
                                },
                                () -> Books.afterChallenge(order, ref, status.apply(order.invoiceId()))));
    }

    MoneyAnswer<InvoiceLink> createLink(CardOrder order, String shopId, int days) {
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
        return settings.reconciliation()
                .without(
                        () -> calls.post(
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
        return TokenRequest.invoice(order, settings.credentials().terminal());
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
                settings.credentials().terminal(),
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
