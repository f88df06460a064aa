package kz.paysandbox.gateway.pay;

import java.time.Duration;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.Payment;

/** The books of one bank, and of the adapters' journal over it: what became of an operation. Nothing is sent again. */
public interface BankBooks {
    /**
     * How slow a bank may be to carry a call out, by assumption: before an operation is so old, books that do not show it
     * are no reason to say that it was not applied, and it must not be made again.
     */
    Duration SLOWEST = Duration.ofMinutes(15);

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
     */
    record Found(Operation.Outcome outcome, Ledger.Effect effect, boolean lookAgain) {
        /** It ended, or may be told later. */
        public static Found of(Operation.Outcome outcome, Ledger.Effect effect) {
            return new Found(outcome, effect, true);
        }

        /** It did not happen, or may be told later. */
        public static Found of(Operation.Outcome outcome) {
            return new Found(outcome, Ledger.Effect.NONE, true);
        }

        /** No later look will tell: a person must. */
        public static Found forPerson(String finding) {
            return new Found(Operation.Outcome.unknown(finding), Ledger.Effect.NONE, false);
        }
    }
}
