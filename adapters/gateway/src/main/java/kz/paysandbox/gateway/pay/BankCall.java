package kz.paysandbox.gateway.pay;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.merchant.BinSelection;
import kz.paysandbox.adapters.merchant.store.FaultText;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one call to a bank that an operation makes, and the writing of its answer. */
public final class BankCall {
    private static final Logger LOG = LoggerFactory.getLogger(BankCall.class);

    /** A call that begins later than this after its operation was written is not made: the claim on it may be over. */
    private static final Duration LATEST = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final Identity identity;

    /** By this node. */
    public BankCall(Ledger ledger, Identity identity) {
        this.ledger = ledger;
        this.identity = identity;
    }

    /**
     * How an answer of a bank is read.
     *
     * @param refusals why it was not applied
     * @param bankOperationId the bank's number of what was applied
     * @param effect what it does
     * @param refused which failures are believed to be refusals, though they prove nothing
     * @param <T> what the bank gives
     */
    public record Reading<T>(
            Function<PaymentException, Refusal> refusals,
            Function<T, Optional<String>> bankOperationId,
            Function<T, Ledger.Effect> effect,
            Predicate<PaymentException> refused) {
        /** Proofs alone are believed. */
        public Reading(
                Function<PaymentException, Refusal> refusals,
                Function<T, Optional<String>> bankOperationId,
                Function<T, Ledger.Effect> effect) {
            this(refusals, bankOperationId, effect, failure -> false);
        }
    }

    /**
     * Makes the call and writes what became of it. An answer that cannot be written is unknown to the caller; the
     * operation's job finds it in the bank's books.
     *
     * @param begun what was written before
     */
    public <T> MoneyResult make(MoneyResult begun, Supplier<MoneyAnswer<T>> call, Reading<T> reading) {
        Operation operation = begun.operation().orElseThrow();
        Ended ended = identity.clock().instant().isAfter(operation.createdAt().plus(LATEST))
                ? Ended.of(Operation.Outcome.notApplied(
                        Refusal.of(RefusalCode.BANK_UNAVAILABLE, "the gateway was held up, and sent nothing"),
                        "nothing was sent: the call would have begun too late"))
                : called(operation, call, reading);
        try {
            return ledger.answered(operation, ended.outcome(), ended.effect());
        } catch (StoreFailed e) {
            LOG.error(
                    "operation {} is {}, which could not be written: {}",
                    operation.id(),
                    ended.outcome().state().word(),
                    e.getMessage());
            return MoneyResult.of(
                    begun.payment(),
                    operation.became(
                            Operation.Outcome.unknown("the answer could not be written"),
                            identity.clock().instant()));
        }
    }

    /** What became of a call. */
    private record Ended(Operation.Outcome outcome, Ledger.Effect effect) {
        static Ended of(Operation.Outcome outcome) {
            return new Ended(outcome, Ledger.Effect.NONE);
        }
    }

    private static <T> Ended called(Operation operation, Supplier<MoneyAnswer<T>> call, Reading<T> reading) {
        try {
            return call.get()
                    .fold(
                            applied -> new Ended(
                                    Operation.Outcome.applied(
                                            reading.bankOperationId().apply(applied.value()), ""),
                                    reading.effect().apply(applied.value())),
                            no -> Ended.of(Operation.Outcome.notApplied(
                                    reading.refusals().apply(no.reason()), no.finding())),
                            unknown -> Ended.of(
                                    reading.refused().test(unknown.reason())
                                            ? Operation.Outcome.notApplied(
                                                    reading.refusals().apply(unknown.reason()),
                                                    "by assumption: " + unknown.finding())
                                            : Operation.Outcome.unknown(unknown.finding())));
        } catch (StoreFailed e) {
            return Ended.of(Operation.Outcome.notApplied(
                    Refusal.of(RefusalCode.DATABASE_UNAVAILABLE, "the journal could not be written; nothing was sent"),
                    "nothing was sent: " + e.getMessage()));
        } catch (BinSelection.NoSuchBin e) {
            return Ended.of(Operation.Outcome.notApplied(
                    Refusal.of(RefusalCode.NO_ACTIVE_CONFIGURATION, String.valueOf(e.getMessage())), ""));
        } catch (RuntimeException e) {
            String fault = FaultText.of(e);
            LOG.error("operation {}: the call ended in a fault of the program: {}", operation.id(), fault);
            return Ended.of(Operation.Outcome.unknown("a fault of the program: " + fault));
        }
    }
}
