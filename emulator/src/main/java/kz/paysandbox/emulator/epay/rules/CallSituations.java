package kz.paysandbox.emulator.epay.rules;

import java.util.Locale;
import java.util.Optional;
import kz.paysandbox.emulator.core.data.LruCache;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.epay.domain.tokens.AccessToken;

/**
 * Counts the situations that one call of a shop alone shows; those that several make are counted by the rules that remember
 * them. What a customer's browser calls has no token, and is none of the shop's.
 */
final class CallSituations implements Rule {

    /** The invoice that a shop had a transaction of first, by client id. */
    private final LruCache<String, String> firstInvoice;

    CallSituations(WorldMemory memory) {
        this.firstInvoice = new LruCache<>(1_000, memory, MemoryKind.RULES, 150);
    }

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
        call.token()
                .ifPresent(token -> call.text("invoiceId")
                        .filter(invoiceId -> isSecond(call, token, invoiceId))
                        .ifPresent(second -> call.exercises(EpaySituation.SECOND_PAYMENT)));
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

    /** Whether the shop had a transaction of another invoice before. */
    private boolean isSecond(AnsweredCall call, AccessToken token, String invoiceId) {
        String shop = token.shop().clientId();
        Optional<String> first = firstInvoice.find(shop);
        if (first.isEmpty() && call.ofInvoice(invoiceId).isPresent()) {
            firstInvoice.put(shop, invoiceId);
        }
        return first.filter(known -> !known.equals(invoiceId)).isPresent();
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
