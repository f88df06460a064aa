package kz.paysandbox.emulator.kaspi.manners;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.emulator.core.data.Recent;
import kz.paysandbox.emulator.core.journal.Finding.Severity;
import kz.paysandbox.emulator.kaspi.domain.Organization;
import kz.paysandbox.emulator.kaspi.domain.Payment;
import kz.paysandbox.emulator.kaspi.domain.PaymentKind;

/** 2.3.3: the status is asked for at the announced interval, until it is final or the token's life is over. */
final class Polling implements Rule {

    private record Poll(Instant at, boolean wasFinal) {}

    /** Networks jitter: this much sooner than announced is still on time. */
    private static final Duration TOLERANCE = Duration.ofMillis(500);

    private final Recent<Long, Poll> last = new Recent<>(100_000);

    @Override
    public void look(Observed call) {
        if (call.refused().isEmpty() && (call.is("payment status") || call.is("payment status v02"))) {
            call.payment().ifPresent(payment -> poll(call, payment));
        }
    }

    private void poll(Observed call, Payment payment) {
        boolean isFinal = payment.at(call.now()).isFinal();
        Optional<Poll> before = last.put(payment.id(), new Poll(call.now(), isFinal));
        if (before.filter(Poll::wasFinal).isPresent()) {
            finding(
                    call,
                    "kaspi.poll.after-final",
                    Severity.NOTE,
                    "2.3.3: the status is asked for until it is final",
                    "payment " + payment.id() + " had been answered with a final status");
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
            finding(
                    call,
                    "kaspi.poll.too-fast",
                    Severity.WARNING,
                    "2.3.3: the status is asked for every n seconds as given in StatusPollingInterval",
                    "payment " + payment.id() + " was asked for again after " + waited.toMillis()
                            + " ms; announced are " + announced.toMillis());
        }
    }

    private static void afterExpiry(Observed call, Payment payment, Optional<Poll> before) {
        Instant end = payment.terms().expires().plus(payment.terms().confirmWithin());
        boolean knew = before.filter(poll -> !poll.at().isBefore(end)).isPresent();
        if (knew || (before.isPresent() && call.now().isAfter(end.plusSeconds(60)))) {
            finding(
                    call,
                    "kaspi.poll.after-expiry",
                    Severity.NOTE,
                    "2.3.3: the status is asked for until the token's life is over",
                    "the token of payment " + payment.id() + " had ended at " + end);
        }
    }

    private static void finding(Observed call, String rule, Severity severity, String clause, String evidence) {
        call.visit().finding(rule, clause, severity, evidence);
    }
}
