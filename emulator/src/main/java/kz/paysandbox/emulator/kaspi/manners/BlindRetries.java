package kz.paysandbox.emulator.kaspi.manners;

import java.time.Duration;
import java.time.Instant;
import kz.paysandbox.emulator.core.data.Recent;
import kz.paysandbox.emulator.core.journal.Finding.Severity;

/**
 * 3.4: what can still be returned is asked for before a return. The same return sent again without asking is how money
 * goes back twice; the same payment created again is how a customer pays twice.
 */
final class BlindRetries implements Rule {

    private static final Duration SOON = Duration.ofMinutes(10);

    private record Attempt(String amount, Instant at) {}

    private final Recent<String, Attempt> returns = new Recent<>(10_000);
    private final Recent<String, Instant> creations = new Recent<>(10_000);

    @Override
    public void look(Observed call) {
        String payment = call.text("QrPaymentId").orElse("");
        if (call.is("payment return")) {
            Attempt attempt = new Attempt(call.text("Amount").orElse(""), call.now());
            boolean again = returns.put(payment, attempt)
                    .filter(before -> before.amount().equals(attempt.amount()))
                    .filter(before -> isSoon(before.at(), call.now()))
                    .isPresent();
            if (again) {
                call.visit()
                        .finding(
                                "kaspi.refund.blind-retry",
                                "3.4: AvailableReturnAmount of payment/details is to be considered for a return",
                                Severity.ERROR,
                                "the same amount of payment " + payment
                                        + " was returned again without asking for its details in between");
            }
        } else if (call.is("payment details")) {
            returns.forget(payment);
        } else if (call.is("qr create") || call.is("qr create-link") || call.is("remote create")) {
            creation(call);
        } else if (call.is("payment status") || call.is("payment status v02")) {
            call.payment()
                    .map(found -> found.terms().externalId())
                    .filter(id -> !id.isEmpty())
                    .ifPresent(creations::forget);
        }
    }

    private void creation(Observed call) {
        String externalId =
                call.text("ExternalId").or(() -> call.text("Comment")).orElse("");
        if (!externalId.isEmpty()
                && isSoon(creations.put(externalId, call.now()).orElse(Instant.MIN), call.now())) {
            call.visit()
                    .finding(
                            "kaspi.create.blind-retry",
                            "2.3: a purchase is created with its QR token or link, and its status asked for",
                            Severity.WARNING,
                            "a payment with the same number was created again, and no status asked for in between");
        }
    }

    private static boolean isSoon(Instant before, Instant now) {
        return before.isAfter(now.minus(SOON));
    }
}
