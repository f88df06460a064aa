package kz.paysandbox.emulator.kaspi.manners;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.data.Recent;
import kz.paysandbox.emulator.kaspi.domain.Payment;
import kz.paysandbox.emulator.kaspi.domain.PaymentKind;

/**
 * 3.4: what can still be returned is asked for before a return. The same return sent again without asking is how money
 * goes back twice; the same payment created again is how a customer pays twice. What was refused may be tried again.
 */
final class BlindRetries implements Rule {

    private static final Duration SOON = Duration.ofMinutes(10);

    private record Attempt(String what, Instant at, long request) {}

    private final Recent<String, Attempt> returns = new Recent<>(10_000);
    private final Recent<String, Attempt> creations = new Recent<>(10_000);

    @Override
    public void look(Observed call) {
        if (call.is("payment return")) {
            giveBack(call);
        } else if (call.is("payment details")) {
            returns.forget(call.text("QrPaymentId").orElse(""));
        } else if (call.is("qr create") || call.is("qr create-link") || call.is("remote create")) {
            create(call);
        } else if (call.is("payment status") || call.is("payment status v02") || call.is("remote cancel")) {
            call.payment().flatMap(BlindRetries::sale).ifPresent(creations::forget);
        }
    }

    private void giveBack(Observed call) {
        String payment = call.text("QrPaymentId").orElse("");
        String amount = call.text("Amount").orElse("");
        returns.find(payment)
                .filter(before -> before.what().equals(amount) && isSoon(before, call))
                .ifPresent(before -> call.finding(
                        KaspiClause.REFUND_BLIND_RETRY,
                        "the same amount of payment " + payment
                                + " was returned again without asking for its details in between",
                        List.of(before.request())));
        if (call.refused().isEmpty()) {
            returns.put(payment, new Attempt(amount, call.now(), call.number()));
        }
    }

    private void create(Observed call) {
        Optional<String> sale = sale(call);
        sale.flatMap(creations::find)
                .filter(before -> isSoon(before, call))
                .ifPresent(before -> call.finding(
                        KaspiClause.CREATE_BLIND_RETRY,
                        before.what() + " was created again, and its status was not asked for in between",
                        List.of(before.request())));
        if (call.refused().isEmpty()) {
            String what = call.is("remote create")
                    ? "an invoice of the same amount to the same phone"
                    : "a payment with the same ExternalId";
            sale.ifPresent(key -> creations.put(key, new Attempt(what, call.now(), call.number())));
        }
    }

    /** What a merchant knows a sale by: its own number for it, or whom it invoiced for how much. */
    private static Optional<String> sale(Observed call) {
        return call.is("remote create")
                ? call.phone().flatMap(phone -> call.amount().map(amount -> invoice(phone, amount)))
                : call.text("ExternalId").filter(id -> !id.isEmpty());
    }

    private static Optional<String> sale(Payment payment) {
        return payment.terms().kind() == PaymentKind.REMOTE
                ? Optional.of(
                        invoice(payment.customer(), payment.terms().amount().toString()))
                : Optional.of(payment.terms().externalId()).filter(id -> !id.isEmpty());
    }

    private static String invoice(String phone, String amount) {
        return phone + "\n" + amount;
    }

    private static boolean isSoon(Attempt before, Observed call) {
        return before.at().isAfter(call.now().minus(SOON));
    }
}
