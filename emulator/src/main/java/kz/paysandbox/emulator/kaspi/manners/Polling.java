package kz.paysandbox.emulator.kaspi.manners;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.data.Recent;
import kz.paysandbox.emulator.kaspi.domain.Organization;
import kz.paysandbox.emulator.kaspi.domain.Payment;
import kz.paysandbox.emulator.kaspi.domain.PaymentKind;

/**
 * 2.3.3: the status is asked for at the announced interval, until it is final or the token's life is over. What never arrived was
 * not said: the client may ask for it again.
 */
final class Polling implements Rule {

    private record Poll(Instant at, boolean wasFinal, long request) {}

    /** Networks jitter: this much sooner than announced is still on time. */
    private static final Duration TOLERANCE = Duration.ofMillis(500);

    /** Who asks so long after the token's life is not finishing a poll that was under way. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private final Recent<Long, Poll> last = new Recent<>(100_000);

    @Override
    public void look(Observed call) {
        if (call.refused().isEmpty() && (call.is("payment status") || call.is("payment status v02"))) {
            call.payment().ifPresent(payment -> poll(call, payment));
        }
    }

    private void poll(Observed call, Payment payment) {
        boolean isFinal = payment.at(call.now()).isFinal();
        Optional<Poll> before = call.isHeard()
                ? last.put(payment.id(), new Poll(call.now(), isFinal, call.number()))
                : last.find(payment.id());
        if (before.filter(Poll::wasFinal).isPresent()) {
            call.finding(
                    KaspiClause.POLL_AFTER_FINAL,
                    "payment " + payment.id() + " had been answered with a final status",
                    requests(before));
        } else if (payment.terms().kind() != PaymentKind.REMOTE) {
            before.ifPresent(poll -> tooFast(call, payment, poll));
            afterExpiry(call, payment, before);
        }
    }

    private static void tooFast(Observed call, Payment payment, Poll before) {
        Duration announced = Duration.ofSeconds(call.bank()
                .merchants()
                .organization(payment.terms().device().bin())
                .map(Organization::options)
                .map(options -> options.statusPollingInterval())
                .orElse(0));
        Duration waited = Duration.between(before.at(), call.now());
        if (waited.compareTo(announced.minus(TOLERANCE)) < 0) {
            call.recurring(
                    KaspiClause.POLL_TOO_FAST,
                    "payment " + payment.id() + " was asked for again after " + waited.toMillis()
                            + " ms; announced are " + announced.toMillis(),
                    "payment " + payment.id(),
                    List.of(before.request()));
        }
    }

    private static void afterExpiry(Observed call, Payment payment, Optional<Poll> before) {
        Instant end = payment.terms().expires().plus(payment.terms().confirmWithin());
        if (before.isPresent() && call.now().isAfter(end.plus(LATE))) {
            call.finding(
                    KaspiClause.POLL_AFTER_EXPIRY,
                    "the token of payment " + payment.id() + " had ended at " + end,
                    requests(before));
        }
    }

    private static List<Long> requests(Optional<Poll> before) {
        return before.map(Poll::request).stream().toList();
    }
}
