package kz.paysandbox.emulator.epay.callbacks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.data.Bytes;

/**
 * A merchant to be told of one event.
 *
 * @param nextAt when it is tried next
 * @param failures tries that were not acknowledged; copies and replays don't count
 * @param attempts the latest ones, oldest first
 */
public record Callback(
        String id,
        Event event,
        String url,
        Bytes body,
        State state,
        Optional<Instant> nextAt,
        int failures,
        List<Attempt> attempts) {

    private static final long OBJECTS = 900;
    private static final long ATTEMPT_BYTES = 150;

    private static final int MOST_SHOWN = 50;

    /** Of so many attempts the answer is kept. */
    private static final int MOST_ANSWERS = 3;

    /** Where it stands. */
    public enum State {
        PENDING,
        DELIVERED,
        /** Nobody acknowledged it, and it is not tried again. */
        FAILED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One try.
     *
     * @param status what the merchant answered; 0 where it did not
     * @param error why it did not answer; empty where it did
     * @param location where the answer redirects to; empty where it does not
     * @param answer beginning of the answer's body; the latest attempts have it
     * @param mayBeCopy whether an earlier try, under way when the process ended, may have arrived
     */
    public record Attempt(Instant at, int status, String error, String location, String answer, boolean mayBeCopy) {

        /** Nothing was answered. */
        public Attempt(Instant at, int status, String error) {
            this(at, status, error, "", "", false);
        }

        private long bytes() {
            return ATTEMPT_BYTES + 2L * (error.length() + location.length() + answer.length());
        }

        private Attempt withoutAnswer() {
            return answer.isEmpty() ? this : new Attempt(at, status, error, location, "", mayBeCopy);
        }
    }

    public Callback {
        attempts = List.copyOf(attempts);
    }

    /** What it takes of the heap, about. */
    long bytes() {
        return OBJECTS
                + body.size()
                + 2L * url.length()
                + attempts.stream().mapToLong(Attempt::bytes).sum();
    }

    public String invoiceId() {
        return event.invoiceId();
    }

    public String paymentId() {
        return event.paymentId();
    }

    /** Journal numbers of the calls that led to it. */
    public List<Long> requests() {
        return event.requests();
    }

    Callback acknowledged(Attempt attempt) {
        return with(State.DELIVERED, Optional.empty(), failures, attempt);
    }

    /** Not acknowledged; what was acknowledged before stays so. */
    Callback missed(Attempt attempt, Optional<Instant> again) {
        if (state == State.DELIVERED) {
            return with(state, Optional.empty(), failures + 1, attempt);
        }
        return with(again.isPresent() ? State.PENDING : State.FAILED, again, failures + 1, attempt);
    }

    /** A copy or a replay was not acknowledged, which changes nothing else. */
    Callback missedAside(Attempt attempt) {
        return with(state, nextAt, failures, attempt);
    }

    private Callback with(State next, Optional<Instant> again, int missed, Attempt attempt) {
        List<Attempt> all = Stream.concat(attempts.stream(), Stream.of(attempt)).toList();
        List<Attempt> shown = new ArrayList<>(all.subList(Math.max(0, all.size() - MOST_SHOWN), all.size()));
        for (int place = 0; place < shown.size() - MOST_ANSWERS; place++) {
            shown.set(place, shown.get(place).withoutAnswer());
        }
        return new Callback(id, event, url, body, next, again, missed, shown);
    }
}
