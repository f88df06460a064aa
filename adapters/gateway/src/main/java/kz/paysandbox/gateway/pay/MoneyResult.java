package kz.paysandbox.gateway.pay;

import java.util.Optional;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.Payment;

/**
 * Where a call that moves money stands. Answers are made of it, first ones and repeated ones alike: an operation that is
 * started or unknown is HTTP 202, one that was not applied is its refusal.
 *
 * @param payment as it is now
 * @param operation what the call began; empty for a card payment that only the customer can begin
 */
public record MoneyResult(Payment payment, Optional<Operation> operation) {
    /** Of an operation. */
    public static MoneyResult of(Payment payment, Operation operation) {
        return new MoneyResult(payment, Optional.of(operation));
    }
}
