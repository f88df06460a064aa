package kz.paysandbox.gateway.pay;

import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.WidgetParameters;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.Payment;

/**
 * Where a call that moves money stands. Answers are made of it, first ones and repeated ones alike: an operation that is
 * started or unknown is HTTP 202, one that was not applied is its refusal.
 *
 * @param payment as it is now
 * @param operation what the call began; empty for a card payment that only the customer can begin
 * @param widget what the bank's page needs, where this very call has asked for its token
 */
public record MoneyResult(Payment payment, Optional<Operation> operation, Optional<WidgetParameters> widget) {
    /** Where nothing was asked of the bank for the customer's page. */
    public MoneyResult(Payment payment, Optional<Operation> operation) {
        this(payment, operation, Optional.empty());
    }

    /** Of an operation. */
    public static MoneyResult of(Payment payment, Operation operation) {
        return new MoneyResult(payment, Optional.of(operation));
    }

    /** The same, with what the bank's page needs. */
    public MoneyResult with(WidgetParameters parameters) {
        return new MoneyResult(payment, operation, Optional.of(parameters));
    }
}
