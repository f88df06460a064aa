package kz.paysandbox.adapters.epay;

import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.epay.wire.Answers;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.transport.ApiResponse;

/** The two forms of a status, as transactions. */
final class StatusReading {
    private StatusReading() {}

    /**
     * Empty when the bank knows no such invoice; HTTP 400 may carry the same JSON. Where a transaction is shown, its
     * statusName tells, whatever the resultCode (101 and 107 go with one as well).
     */
    static Optional<Transaction> status(ApiResponse response) {
        Answers.Status status = EpayReading.parsed(response, Answers.Status.class);
        String code = status.resultCode();
        if (code == null) {
            throw response.successful()
                    ? EpayReading.violation(response, "resultCode is missing")
                    : EpayReading.refusal(response);
        }
        if (status.transaction() != null) {
            return Optional.of(transaction(response, status.transaction()));
        }
        String said = String.valueOf(status.resultMessage());
        return switch (code) {
            case "100" -> throw EpayReading.violation(response, "transaction is missing");
            case "102" -> Optional.empty();
            case "103", "107" -> throw Rejected.forNow(response.requestId(), Long.parseLong(code), said);
            default ->
                throw Rejected.unexplained(
                        response.requestId(), code.matches("[0-9]{1,9}") ? Long.parseLong(code) : 0, said);
        };
    }

    /** The older page's form: flat, and {@code code} in place of {@code statusName}. */
    static Optional<Transaction> olderStatus(ApiResponse response) {
        if (!response.successful()) {
            PaymentException refused = EpayReading.refusal(response);
            if (response.status() == 404 && refused instanceof Rejected) {
                return Optional.empty();
            }
            throw refused;
        }
        Answers.OlderStatus flat = EpayReading.parsed(response, Answers.OlderStatus.class);
        return Optional.of(new Transaction(
                EpayReading.id(response, flat.id()),
                EpayReading.required(response, flat.invoiceId(), "invoiceId"),
                EpayReading.amount(response, flat.amount(), "amount"),
                Optional.empty(),
                Optional.empty(),
                EpayReading.required(response, flat.currency(), "currency"),
                TransactionState.of(EpayReading.required(response, flat.code(), "code")),
                Optional.ofNullable(flat.terminal()),
                Optional.empty(),
                Optional.ofNullable(flat.reasonCode()),
                Optional.ofNullable(flat.reference()),
                Optional.empty(),
                Optional.ofNullable(flat.cardMask()),
                Optional.ofNullable(flat.cardId()),
                EpayReading.date(flat.dateTime())));
    }

    private static Transaction transaction(ApiResponse response, Answers.Transaction row) {
        return new Transaction(
                EpayReading.id(response, row.id()),
                EpayReading.required(response, row.invoiceId(), "invoiceID"),
                EpayReading.amount(response, row.amount(), "amount"),
                EpayReading.sum(row.payoutAmount()),
                EpayReading.sum(row.orgAmount()),
                EpayReading.required(response, row.currency(), "currency"),
                TransactionState.of(EpayReading.required(response, row.statusName(), "statusName")),
                Optional.ofNullable(row.terminal()),
                Optional.ofNullable(row.terminalId()),
                Optional.ofNullable(row.reasonCode()),
                Optional.ofNullable(row.reference()),
                Optional.ofNullable(row.approvalCode()),
                Optional.ofNullable(row.cardMask()),
                Optional.ofNullable(row.cardId()),
                EpayReading.date(row.createdDate()));
    }
}
