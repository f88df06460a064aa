package kz.paysandbox.emulator.epay.rules;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Counts the situations that one call of a shop alone shows; those that several make are counted by the rules that remember
 * them. What a customer's browser calls has no token, and is none of the shop's.
 */
final class CallSituations implements Rule {

    private final AtomicBoolean knowsAPayment = new AtomicBoolean();

    @Override
    public void look(AnsweredCall call) {
        if (call.token().isEmpty()) {
            return;
        }
        call.exercises(EpaySituation.CALL);
        if (!call.body().names().isEmpty()) {
            call.exercises(EpaySituation.BODY);
            if ((call.isPayment() || call.kind() == Operation.CHARGE) && isJson(call)) {
                call.exercises(EpaySituation.JSON_BODY);
            }
        }
        if (call.text("postLink").or(() -> call.text("failurePostLink")).isPresent()) {
            call.exercises(EpaySituation.POST_LINK);
        }
        if (call.isPayment()) {
            payment(call);
        } else if (call.isCheckStatus()) {
            call.exercises(EpaySituation.STATUS);
        }
        call.operation()
                .filter(operation -> call.payment().isPresent())
                .ifPresent(operation -> change(call, operation));
    }

    private void payment(AnsweredCall call) {
        call.exercises(EpaySituation.PAYMENT);
        if (call.token().filter(token -> !token.binding().invoiceId().isEmpty()).isPresent()) {
            call.exercises(EpaySituation.BOUND_PAYMENT);
        }
        if (knowsAPayment.getAndSet(true)) {
            call.exercises(EpaySituation.SECOND_PAYMENT);
        }
        if (call.worldCall().call().path().endsWith("/cryptopay")) {
            call.exercises(EpaySituation.CRYPTOGRAM_PAYMENT);
        }
        if (call.text("description").isPresent()) {
            call.exercises(EpaySituation.DESCRIBED_PAYMENT);
        }
        if (call.text("name").isPresent()) {
            call.exercises(EpaySituation.NAMED_PAYMENT);
        }
    }

    private static void change(AnsweredCall call, Operation operation) {
        call.exercises(EpaySituation.OPERATION);
        if (operation == Operation.CHARGE) {
            call.exercises(EpaySituation.CHARGE);
        } else if (operation == Operation.REFUND) {
            call.exercises(EpaySituation.REFUND);
            if (call.amount().isPresent()) {
                call.exercises(EpaySituation.REFUND_OF_AMOUNT);
            }
        }
    }

    private static boolean isJson(AnsweredCall call) {
        return call.worldCall()
                .call()
                .header("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("application/json"))
                .isPresent();
    }
}
