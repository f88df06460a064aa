package kz.paysandbox.emulator.kaspi.rules;

import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.emulator.core.data.LruCache;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;

/**
 * 3.4: once the customer has scanned the return QR, their purchases are listed, the right one is chosen and its details
 * are asked for; then it is returned. r3 returns without the customer and has no list (4.5).
 */
final class ReturnSteps implements Rule {

    private static final String DETAILS = "payment ";
    private static final String LIST = "return ";

    private final LruCache<String, Long> asked;

    ReturnSteps(WorldMemory memory) {
        this.asked = new LruCache<>(10_000, memory, MemoryKind.RULES, 24);
    }

    @Override
    public void look(AnsweredCall call) {
        if (call.refused().isPresent()) {
            return;
        }
        if (call.is(Operation.PAYMENT_DETAILS) && call.answerDelivered()) {
            asked.put(DETAILS + call.text("QrPaymentId").orElse(""), call.number());
        } else if (call.is(Operation.RETURN_OPERATIONS) && call.answerDelivered()) {
            asked.put(LIST + call.text("QrReturnId").orElse(""), call.number());
        } else if (call.is(Operation.RETURN_WITH_CUSTOMER)) {
            call.exercises(KaspiSituation.RETURNED_WITH_CUSTOMER);
            returned(call);
        }
    }

    private void returned(AnsweredCall call) {
        String payment = call.text("QrPaymentId").orElse("");
        String code = call.text("QrReturnId").orElse("");
        List<String> missing = new ArrayList<>();
        if (asked.find(LIST + code).isEmpty()) {
            missing.add("return/operations of return " + code);
        }
        if (asked.find(DETAILS + payment).isEmpty()) {
            missing.add("payment/details of it");
        }
        if (!missing.isEmpty()) {
            call.finding(
                    KaspiClause.REFUND_UNASKED,
                    "payment " + payment + " was returned without having asked for " + String.join(" and ", missing));
        }
    }
}
