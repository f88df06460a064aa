package kz.paysandbox.emulator.kaspi.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.data.LruCache;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.kaspi.domain.Payment;
import kz.paysandbox.emulator.kaspi.domain.PaymentKind;
import kz.paysandbox.emulator.kaspi.domain.PaymentStatus;
import kz.paysandbox.emulator.kaspi.domain.QrReturn;
import kz.paysandbox.emulator.kaspi.domain.ReturnStatus;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;
import kz.paysandbox.emulator.kaspi.domain.merchants.Organization;

/**
 * 2.3.3 and 3.4.2: the status is asked for at the announced interval, until it is final or the token's life is over. What
 * never arrived was not said: the client may ask for it again.
 */
final class Polling implements Rule {

    private record Poll(Instant at, boolean wasFinal, long request) {}

    /**
     * What a status is asked of.
     *
     * @param name as {@code payment 15}; payments and returns share one sequence of ids
     * @param isFinal whether it is final now
     * @param lapsed whether it ended because nobody acted in time
     * @param end when the life of its token is over
     * @param interval announced time between two calls; empty where the document forbids calls at intervals
     */
    private record PolledPayment(
            String name, boolean isFinal, boolean lapsed, Instant end, Optional<Duration> interval) {}

    /** Networks jitter: this much sooner than announced is still on time. */
    private static final Duration TOLERANCE = Duration.ofMillis(500);

    /** Who asks so long after the token's life is not finishing a poll that was under way. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private final LruCache<String, Poll> last;

    Polling(WorldMemory memory) {
        this.last = new LruCache<>(100_000, memory, MemoryKind.RULES, 60);
    }

    @Override
    public void look(AnsweredCall call) {
        if (call.refused().isPresent()) {
            return;
        }
        if (call.is(Operation.PAYMENT_STATUS)) {
            call.payment().ifPresent(payment -> poll(call, polled(call, payment)));
        } else if (call.is(Operation.RETURN_STATUS)) {
            call.returnCode().ifPresent(code -> poll(call, polled(call, code)));
        }
    }

    private static PolledPayment polled(AnsweredCall call, Payment payment) {
        boolean remote = payment.terms().kind() == PaymentKind.REMOTE;
        return new PolledPayment(
                "payment " + payment.id(),
                payment.at(call.now()).isFinal(),
                payment.at(call.now()) == PaymentStatus.ERROR && !call.now().isBefore(payment.deadline()),
                payment.terms().expires().plus(payment.terms().confirmWithin()),
                remote
                        ? Optional.empty()
                        : Optional.of(interval(call, payment.terms().device())));
    }

    private static PolledPayment polled(AnsweredCall call, QrReturn code) {
        return new PolledPayment(
                "return " + code.id(),
                code.at(call.now()) != ReturnStatus.QR_TOKEN_CREATED,
                code.at(call.now()) == ReturnStatus.ERROR && !call.now().isBefore(code.expires()),
                code.expires(),
                Optional.of(interval(call, code.terms().device())));
    }

    private static Duration interval(AnsweredCall call, Device device) {
        return Duration.ofSeconds(call.bank()
                .merchants()
                .organization(device.bin())
                .map(Organization::options)
                .map(options -> options.statusPollingInterval())
                .orElse(0));
    }

    private void poll(AnsweredCall call, PolledPayment polled) {
        Optional<Poll> before = call.answerDelivered()
                ? last.put(polled.name(), new Poll(call.now(), polled.isFinal(), call.number()))
                : last.find(polled.name());
        if (before.filter(Poll::wasFinal).isPresent()) {
            call.finding(
                    KaspiClause.POLL_AFTER_FINAL,
                    polled.name() + " had been answered with a final status",
                    requests(before));
        } else if (polled.interval().isPresent()) {
            before.ifPresent(poll -> tooFast(call, polled, polled.interval().get(), poll));
            afterExpiry(call, polled, before);
            situations(call, polled, before);
        }
        if (polled.isFinal()
                && call.answerDelivered()
                && before.filter(Poll::wasFinal).isEmpty()) {
            call.exercises(KaspiSituation.TOLD_FINAL);
        }
    }

    private static void situations(AnsweredCall call, PolledPayment polled, Optional<Poll> before) {
        if (before.isPresent()) {
            call.exercises(KaspiSituation.POLLED_AGAIN);
            if (polled.lapsed()) {
                call.exercises(KaspiSituation.ASKED_AFTER_EXPIRY);
            }
        }
    }

    private static void tooFast(AnsweredCall call, PolledPayment polled, Duration announced, Poll before) {
        Duration waited = Duration.between(before.at(), call.now());
        if (waited.compareTo(announced.minus(TOLERANCE)) < 0) {
            call.recurring(
                    KaspiClause.POLL_TOO_FAST,
                    () -> polled.name() + " was asked for again after " + waited.toMillis() + " ms; announced are "
                            + announced.toMillis(),
                    polled.name(),
                    List.of(before.request()));
        }
    }

    private static void afterExpiry(AnsweredCall call, PolledPayment polled, Optional<Poll> before) {
        if (before.isPresent() && call.now().isAfter(polled.end().plus(LATE))) {
            call.finding(
                    KaspiClause.POLL_AFTER_EXPIRY,
                    "the token of " + polled.name() + " had ended at " + polled.end(),
                    requests(before));
        }
    }

    private static List<Long> requests(Optional<Poll> before) {
        return before.map(Poll::request).stream().toList();
    }
}
