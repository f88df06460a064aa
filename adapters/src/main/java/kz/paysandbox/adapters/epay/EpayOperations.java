package kz.paysandbox.adapters.epay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.Clue;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.ApiResponse;

/** Charge, cancel and refund, with the books read around them. */
final class EpayOperations {
    private final EpaySettings settings;
    private final EpayCalls calls;
    private final Function<InvoiceId, Optional<Transaction>> status;

    EpayOperations(EpaySettings settings, EpayCalls calls, Function<InvoiceId, Optional<Transaction>> status) {
        this.settings = settings;
        this.calls = calls;
        this.status = status;
    }

    MoneyAnswer<OperationDone> charge(TransactionRef ref, Optional<Tenge> amount) {
        return onHold(
                ref,
                "charge",
                amount.map(sum -> "?amount=" + sum).orElse(""),
                new MoneyReading.Asked(ref, amount, Optional.empty(), Set.of(TransactionState.Kind.CHARGE)),
                (before, found) -> Books.afterCharge(ref, amount, before, found));
    }

    MoneyAnswer<OperationDone> cancel(TransactionRef ref) {
        return onHold(
                ref,
                "cancel",
                "",
                new MoneyReading.Asked(ref, Optional.empty(), Optional.empty(), Set.of(TransactionState.Kind.CANCEL)),
                (before, found) -> Books.afterCancel(ref, before, found));
    }

    private MoneyAnswer<OperationDone> onHold(
            TransactionRef ref,
            String name,
            String query,
            MoneyReading.Asked asked,
            BiFunction<Books.HoldBefore, Optional<Transaction>, Clue<Transaction>> clue) {
        return inTurn(ref, alone -> {
            Books.HoldBefore before;
            try {
                before = before(ref);
            } catch (ConnectionFailed unreachable) {
                return MoneyAnswer.notApplied(unreachable, "the bank could not be reached, so nothing was sent");
            }
            return operate(
                    name,
                    query,
                    asked,
                    failure -> clue.apply(before.refused(failure instanceof Rejected), status.apply(ref.invoiceId())));
        });
    }

    /** The hold does not wait for books that cannot be read; of a bank that cannot be reached nothing is asked. */
    private Books.HoldBefore before(TransactionRef ref) {
        if (!settings.reconciliation().readsBefore()) {
            return Books.HoldBefore.UNREAD;
        }
        try {
            return Books.HoldBefore.of(ref, status.apply(ref.invoiceId()));
        } catch (ConnectionFailed unreachable) {
            throw unreachable;
        } catch (PaymentException unread) {
            return Books.HoldBefore.UNREAD;
        }
    }

    MoneyAnswer<OperationDone> refund(TransactionRef ref, Optional<Tenge> amount, Optional<String> externalId) {
        return inTurn(ref, alone -> refund(ref, amount, externalId, alone));
    }

    private MoneyAnswer<OperationDone> refund(
            TransactionRef ref, Optional<Tenge> amount, Optional<String> externalId, BooleanSupplier alone) {
        Transaction before;
        try {
            Optional<Transaction> found = status.apply(ref.invoiceId());
            if (found.isEmpty()) {
                return unsent("the bank knows no invoice " + ref.invoiceId());
            }
            before = found.get();
        } catch (PaymentException e) {
            return MoneyAnswer.notApplied(e, "the payment could not be read, so no refund was sent");
        }
        Tenge sum = amount.orElseGet(() -> Tenge.of(whole(before)));
        Optional<String> objection = settings.refundRules()
                .objection(
                        sum,
                        before.createdAt(),
                        settings.http().surroundings().clock().instant());
        if (objection.isPresent()) {
            return unsent(objection.get());
        }
        return operate(
                "refund",
                query(amount, externalId),
                new MoneyReading.Asked(
                        ref, amount, externalId, Set.of(TransactionState.Kind.CHARGE, TransactionState.Kind.REFUND)),
                failure -> Books.afterRefund(
                        ref,
                        before,
                        status.apply(ref.invoiceId()),
                        sum,
                        settings.reconciliation().assumes(Assumption.SOLE_OPERATOR) && alone.getAsBoolean()));
    }

    private <T> MoneyAnswer<T> inTurn(TransactionRef ref, Function<BooleanSupplier, MoneyAnswer<T>> attempt) {
        return settings.reconciliation()
                .turns()
                .take("epay " + ref.invoiceId(), settings.http().deadline(), attempt);
    }

    /** What a refund of everything gives back: the payout, unless that is none a payment of this amount can have. */
    private static BigDecimal whole(Transaction payment) {
        return payment.payout()
                .filter(payout -> payout.compareTo(payment.amount()) <= 0)
                .map(payout -> payout.setScale(2, RoundingMode.DOWN))
                .orElse(payment.amount());
    }

    private MoneyAnswer<OperationDone> operate(
            String name, String query, MoneyReading.Asked asked, Function<PaymentException, Clue<Transaction>> look) {
        TransactionRef ref = asked.ref();
        return settings.reconciliation()
                .settle(
                        () -> calls.post(
                                "operation " + name,
                                "/operation/" + ref.id() + "/" + name + query,
                                TokenRequest.service(settings.credentials().terminal()),
                                Optional.empty(),
                                response -> done(response, asked)),
                        (Function<PaymentException, Clue<OperationDone>>) failure -> found(look.apply(failure), ref));
    }

    private static OperationDone done(ApiResponse response, MoneyReading.Asked asked) {
        MoneyReading.operation(response, asked);
        return new OperationDone(asked.ref(), Optional.empty());
    }

    private static Clue<OperationDone> found(Clue<Transaction> clue, TransactionRef ref) {
        return new Clue<>(
                clue.settlement(),
                clue.unchanged(),
                clue.value().map(seen -> new OperationDone(ref, Optional.of(seen))),
                clue.finding());
    }

    private static String query(Optional<Tenge> amount, Optional<String> externalId) {
        String text = amount.map(sum -> "&amount=" + sum).orElse("")
                + externalId
                        .map(id -> "&externalID=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                        .orElse("");
        return text.isEmpty() ? "" : "?" + text.substring(1);
    }

    private static <T> MoneyAnswer<T> unsent(String why) {
        return MoneyAnswer.notApplied(Rejected.of("none, not sent", 0, why), why);
    }
}
