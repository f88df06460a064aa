package kz.paysandbox.gateway.http.route;

import java.util.Optional;
import kz.paysandbox.gateway.pay.MoneyResult;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.IdempotencyKey;

/** What a row does. */
public sealed interface Handler {
    /** Reads, or does what may be done twice. */
    @FunctionalInterface
    non-sealed interface Plain extends Handler {
        /** The answer, or why there is none. */
        Result<Answer> answer(Call call);
    }

    /**
     * Creates or moves money: may be called with an Idempotency-Key. Where the outcome is not known the answer is 202,
     * where it was not applied its refusal; both are made for all families alike ({@link MoneyAnswers}).
     *
     * @param work the use case; a key goes into the transaction that writes the operation
     * @param applied the family's answer once it is applied, or once a payment without operation is written; made of
     *     nothing else, so that a repeated call gets the same
     */
    record Money(Work work, Applied applied) implements Handler {
        /** The use case. */
        @FunctionalInterface
        public interface Work {
            /** Where the money stands, or why nothing was begun. */
            Result<MoneyResult> begin(Call call, Optional<IdempotencyKey> key);
        }

        /** The family's answer. */
        @FunctionalInterface
        public interface Applied {
            /** Of an operation that is applied. */
            Answer answer(MoneyResult result);
        }
    }
}
