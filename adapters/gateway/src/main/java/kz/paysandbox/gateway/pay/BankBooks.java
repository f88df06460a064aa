package kz.paysandbox.gateway.pay;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.gateway.payment.BankReading;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;

/** The books of one bank, and of the adapters' journal over it: what became of an operation. Nothing is sent again. */
public interface BankBooks {
    /**
     * How slow a bank may be to carry a call out, by assumption: before an operation is so old, books that do not show it
     * are no reason to say that it was not applied, and it must not be made again.
     */
    Duration SLOWEST = Duration.ofMinutes(15);

    /** Of an operation that neither the books nor the journal show as carried out. */
    Refusal LOST = Refusal.of(RefusalCode.BANK_UNAVAILABLE, "the answer was lost, and nothing was carried out");

    /** Whether books that do not show an operation of that age mean that it was not applied. */
    static boolean unchangedMeansNot(Set<Assumption> assumptions, Operation operation, Instant now) {
        return assumptions.contains(Assumption.UNCHANGED_BOOKS_MEAN_NOT_APPLIED)
                && !now.isBefore(operation.createdAt().plus(SLOWEST));
    }

    /**
     * What the books show of an open operation that nobody is at work on.
     *
     * @throws PaymentException when the bank could not be asked
     */
    Found look(Payment payment, Operation operation);

    /**
     * What was found.
     *
     * @param outcome applied, not applied, or unknown with what was seen
     * @param effect what an applied operation does
     * @param lookAgain whether an unknown one may be told by a later look
     * @param seen what the books say of the payment itself, whatever became of the operation
     */
    record Found(Operation.Outcome outcome, Ledger.Effect effect, boolean lookAgain, Optional<BankReading> seen) {
        /** The payment itself was not asked for. */
        public Found(Operation.Outcome outcome, Ledger.Effect effect, boolean lookAgain) {
            this(outcome, effect, lookAgain, Optional.empty());
        }

        /** It ended, or may be told later. */
        public static Found of(Operation.Outcome outcome, Ledger.Effect effect) {
            return new Found(outcome, effect, true);
        }

        /** It did not happen, or may be told later. */
        public static Found of(Operation.Outcome outcome) {
            return new Found(outcome, Ledger.Effect.NONE, true);
        }

        /** The same, and this of the payment. */
        public Found seeing(BankReading reading) {
            return new Found(outcome, effect, lookAgain, Optional.of(reading));
        }

        /** The journal has a line before the bank is called: without one nothing left. */
        public static Found notSent() {
            return of(Operation.Outcome.notApplied(
                    Refusal.of(
                            RefusalCode.BANK_UNAVAILABLE,
                            "the gateway ended before it asked the bank; nothing was sent"),
                    "the journal has no line, so nothing was sent"));
        }

        /** As before, and taken for not applied where unchanged books mean that. */
        public static Found unchanged(String finding, boolean meansNot) {
            return of(
                    meansNot
                            ? Operation.Outcome.notApplied(
                                    LOST, finding + "; unchanged, taken for not applied by assumption")
                            : Operation.Outcome.unknown(finding + ", as before"));
        }

        /** No later look will tell: a person must. */
        public static Found forPerson(String finding) {
            return new Found(Operation.Outcome.unknown(finding), Ledger.Effect.NONE, false);
        }
    }
}
