package kz.paysandbox.emulator.kaspi.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.data.LruCache;
import kz.paysandbox.emulator.core.data.ShortKey;
import kz.paysandbox.emulator.core.journal.Finding.Severity;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.kaspi.domain.Payment;
import kz.paysandbox.emulator.kaspi.domain.PaymentKind;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;

/**
 * 3.4: what can still be returned is asked for before a return. The same return sent again without asking is how money
 * goes back twice; the same payment created again is how a customer pays twice. What was refused may be tried again. A
 * code or a link whose answer never arrived is only noted: nobody has seen it, and there is no id to ask for.
 */
final class BlindRetries implements Rule {

    private static final Duration SOON = Duration.ofMinutes(10);

    /**
     * A call that may be sent again.
     *
     * @param gravity of sending it again unasked
     */
    private record Attempt(String what, Instant at, long request, Severity gravity) {
        private Attempt {
            what = ShortKey.of(what);
        }

        boolean isOf(String other) {
            return what.equals(ShortKey.of(other));
        }
    }

    private final LruCache<String, Attempt> returns;
    private final LruCache<String, Attempt> creations;

    BlindRetries(WorldMemory memory) {
        this.returns = new LruCache<>(10_000, memory, MemoryKind.RULES, 400);
        this.creations = new LruCache<>(10_000, memory, MemoryKind.RULES, 400);
    }

    @Override
    public void look(AnsweredCall call) {
        if (call.operation().isReturn()) {
            giveBack(call);
        } else if (call.is(Operation.PAYMENT_DETAILS) && call.answerDelivered()) {
            returns.forget(call.text("QrPaymentId").orElse(""));
        } else if (call.is(Operation.CREATE_CODE) || isInvoice(call)) {
            create(call);
        } else if ((call.is(Operation.PAYMENT_STATUS) && call.answerDelivered()) || call.is(Operation.CANCEL_INVOICE)) {
            call.payment().flatMap(BlindRetries::sale).ifPresent(creations::forget);
        }
    }

    private void giveBack(AnsweredCall call) {
        String payment = call.text("QrPaymentId").orElse("");
        String amount = call.amount().or(() -> call.text("Amount")).orElse("");
        Optional<Attempt> last = call.refused().isEmpty()
                ? returns.put(payment, new Attempt(amount, call.now(), call.number(), Severity.ERROR))
                : returns.find(payment);
        if (isInDoubt(call)) {
            call.exercises(KaspiSituation.RETURNED_IN_DOUBT);
        }
        last.filter(before -> before.isOf(amount) && isSoon(before, call))
                .ifPresent(before -> call.finding(
                        KaspiClause.REFUND_BLIND_RETRY,
                        call.refused().isPresent() ? Severity.WARNING : Severity.ERROR,
                        "the same amount of payment " + payment
                                + again(call, " was returned again")
                                + " without asking for its details in between",
                        List.of(before.request())));
    }

    private void create(AnsweredCall call) {
        Optional<String> sale = sale(call);
        String words = isInvoice(call) ? words(call) : "";
        String what = isInvoice(call)
                ? "an invoice of the same amount to the same phone"
                : "a payment with the same ExternalId";
        Severity gravity = call.answerDelivered() || isInvoice(call) ? Severity.WARNING : Severity.NOTE;
        Attempt attempt = new Attempt(words, call.now(), call.number(), gravity);
        Optional<Attempt> last =
                sale.flatMap(key -> call.refused().isEmpty() ? creations.put(key, attempt) : creations.find(key));
        if (sale.isPresent() && isInDoubt(call)) {
            call.exercises(KaspiSituation.CREATED_IN_DOUBT);
        }
        last.filter(before -> before.isOf(words) && isSoon(before, call))
                .ifPresent(before -> call.finding(
                        KaspiClause.CREATE_BLIND_RETRY,
                        before.gravity(),
                        what + again(call, " was created again") + ", and its status was not asked for in between",
                        List.of(before.request())));
    }

    /** What a merchant knows a sale by: its own number for it at one till, or whom it invoiced there for how much. */
    private static Optional<String> sale(AnsweredCall call) {
        return isInvoice(call)
                ? call.phone().flatMap(phone -> call.amount().map(amount -> key(till(call), "invoice", phone, amount)))
                : call.text("ExternalId").filter(id -> !id.isEmpty()).map(id -> key(till(call), "code", id));
    }

    private static Optional<String> sale(Payment payment) {
        String till = till(payment.terms().device());
        return payment.terms().kind() == PaymentKind.REMOTE
                ? Optional.of(key(
                        till,
                        "invoice",
                        payment.customer(),
                        payment.terms().amount().toString()))
                : Optional.of(payment.terms().externalId())
                        .filter(id -> !id.isEmpty())
                        .map(id -> key(till, "code", id));
    }

    /** What was refused was asked for, and not done. */
    private static String again(AnsweredCall call, String done) {
        return call.refused().isPresent() ? " was asked for again, and refused" : done;
    }

    /** What the merchant wrote on an invoice; two that differ in it are two. */
    private static String words(AnsweredCall call) {
        return key(call.text("ExternalId").orElse(""), call.text("Comment").orElse(""));
    }

    private static String till(AnsweredCall call) {
        return call.text("DeviceToken")
                .flatMap(call.bank().devices()::find)
                .map(BlindRetries::till)
                .orElse("");
    }

    private static String till(Device device) {
        return key(device.bin(), device.token());
    }

    private static String key(String... parts) {
        return String.join("\n", parts);
    }

    private static boolean isInvoice(AnsweredCall call) {
        return call.is(Operation.CREATE_INVOICE);
    }

    /** It was done, and the client does not know. */
    private static boolean isInDoubt(AnsweredCall call) {
        return call.refused().isEmpty() && !call.answerDelivered();
    }

    private static boolean isSoon(Attempt before, AnsweredCall call) {
        return before.at().isAfter(call.now().minus(SOON));
    }
}
