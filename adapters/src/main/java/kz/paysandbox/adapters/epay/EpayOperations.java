package kz.paysandbox.adapters.epay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.Rejected;
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
        String query = amount.map(sum -> "?amount=" + sum).orElse("");
        return operate("charge", ref, query, () -> Books.afterCharge(status.apply(ref.invoiceId())));
    }

    MoneyAnswer<OperationDone> cancel(TransactionRef ref) {
        return operate("cancel", ref, "", () -> Books.afterCancel(status.apply(ref.invoiceId())));
    }

    MoneyAnswer<OperationDone> refund(TransactionRef ref, Optional<Tenge> amount, Optional<String> externalId) {
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
                ref,
                query(amount, externalId),
                () -> Books.afterRefund(before, status.apply(ref.invoiceId()), sum));
    }

    /** What a refund of everything gives back: the payout, unless that is none a payment of this amount can have. */
    private static BigDecimal whole(Transaction payment) {
        return payment.payout()
                .filter(payout -> payout.compareTo(payment.amount()) <= 0)
                .map(payout -> payout.setScale(2, RoundingMode.DOWN))
                .orElse(payment.amount());
    }

    private MoneyAnswer<OperationDone> operate(
            String name, TransactionRef ref, String query, Supplier<Clue<Transaction>> look) {
        return settings.reconciliation()
                .settle(
                        () -> calls.post(
                                "operation " + name,
                                "/operation/" + ref.id() + "/" + name + query,
                                TokenRequest.service(settings.credentials().terminal()),
                                Optional.empty(),
                                response -> done(response, ref)),
                        () -> found(look.get(), ref));
    }

    private static OperationDone done(ApiResponse response, TransactionRef ref) {
        EpayReading.done(response);
        return new OperationDone(ref, Optional.empty());
    }

    private static Clue<OperationDone> found(Clue<Transaction> clue, TransactionRef ref) {
        return new Clue<>(
                clue.settlement(),
                clue.atLast(),
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
