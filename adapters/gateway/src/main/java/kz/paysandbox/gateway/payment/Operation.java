package kz.paysandbox.gateway.payment;

import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;

/**
 * Something that moves money, written before the bank is asked.
 *
 * @param id ours, a UUID; it is the key under which the adapters' journal knows it too
 * @param paymentId the payment
 * @param kind what was asked
 * @param amount in tenge
 * @param outcome what became of it
 * @param createdAt when it was written
 * @param updatedAt when it last changed
 */
public record Operation(
        String id,
        String paymentId,
        OperationKind kind,
        Tenge amount,
        Outcome outcome,
        Instant createdAt,
        Instant updatedAt) {
    /**
     * What became of an operation.
     *
     * @param state started, applied, not applied or unknown
     * @param bankOperationId the bank's number of a refund (ReturnOperationId) or transaction, if it gave one
     * @param refusal why it was not applied, for the answer
     * @param finding what was seen, for a person
     */
    public record Outcome(
            OperationState state, Optional<String> bankOperationId, Optional<Refusal> refusal, String finding) {
        /** Written, and the bank not yet asked. */
        public static final Outcome STARTED =
                new Outcome(OperationState.STARTED, Optional.empty(), Optional.empty(), "");

        /** Carried out. */
        public static Outcome applied(Optional<String> bankOperationId, String finding) {
            return new Outcome(OperationState.APPLIED, bankOperationId, Optional.empty(), finding);
        }

        /** Certainly not carried out. */
        public static Outcome notApplied(Refusal refusal, String finding) {
            return new Outcome(OperationState.NOT_APPLIED, Optional.empty(), Optional.of(refusal), finding);
        }

        /** Nobody knows. */
        public static Outcome unknown(String finding) {
            return new Outcome(OperationState.UNKNOWN, Optional.empty(), Optional.empty(), finding);
        }
    }

    /** What is known of it. */
    public OperationState state() {
        return outcome.state();
    }

    /** The same operation with another outcome. */
    public Operation became(Outcome other, Instant now) {
        return new Operation(id, paymentId, kind, amount, other, createdAt, now);
    }
}
