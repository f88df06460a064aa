package kz.paysandbox.emulator.epay.domain;

import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.emulator.epay.domain.codes.Reason;

/**
 * The decision about a payment, and its time.
 *
 * @param reason why it was not granted; empty for a grant
 */
public record Verdict(Kind kind, Optional<Reason> reason, Instant at) {

    /** What was decided. */
    public enum Kind {
        GRANTED,
        /** The issuer refuses. */
        REJECTED,
        /** 3-D Secure was not passed. */
        FAILED
    }

    static Verdict granted(Instant at) {
        return new Verdict(Kind.GRANTED, Optional.empty(), at);
    }

    static Verdict rejected(Reason reason, Instant at) {
        return new Verdict(Kind.REJECTED, Optional.of(reason), at);
    }

    static Verdict failed(Reason reason, Instant at) {
        return new Verdict(Kind.FAILED, Optional.of(reason), at);
    }
}
