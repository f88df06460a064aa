package kz.paysandbox.adapters.merchant;

import java.util.Optional;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.money.MoneyAnswer;

/**
 * The content of a line after the call.
 *
 * @param state what became of it
 * @param error why not, what was found, or who settled it
 * @param paymentId the payment that a create opened
 * @param returnOperationId {@code ReturnOperationId} of a refund
 * @param answer what a create gave, to be given again
 */
record LineEnd(
        LineState state,
        Optional<String> error,
        Optional<Long> paymentId,
        Optional<Long> returnOperationId,
        Optional<String> answer) {
    static LineEnd of(LineState state, String why) {
        return new LineEnd(state, Optional.of(why), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Of an answer, without what only an applied one gives. */
    static LineEnd of(MoneyAnswer<?> answer) {
        return new LineEnd(
                LineState.of(answer.settlement()),
                answer.fold(
                        yes -> Optional.<String>empty(),
                        no -> Optional.of(why(no.reason(), no.finding())),
                        unknown -> Optional.of(why(unknown.reason(), unknown.finding()))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String why(PaymentException reason, String finding) {
        return reason.getMessage() + "; " + finding;
    }

    LineEnd opened(Optional<Long> payment, Optional<String> given) {
        return new LineEnd(state, error, payment, returnOperationId, given);
    }

    LineEnd explained(String why) {
        return new LineEnd(state, Optional.of(why), paymentId, returnOperationId, answer);
    }

    LineEnd refunded(Optional<Long> operation) {
        return new LineEnd(state, error, paymentId, operation, answer);
    }

    /** Without the answer, which may pay. */
    @Override
    public String toString() {
        return "LineEnd[" + state + ", " + error.orElse("") + "]";
    }
}
