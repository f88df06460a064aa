package kz.paysandbox.features.adapter;

import java.util.function.Supplier;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.driver.Answer.Outcome;

/** Folds the adapters' answers into those of the scenarios. */
public final class AdapterAnswers {

    private AdapterAnswers() {}

    /** What came of a call that moves no money. */
    public static <T> Answer<T> about(Supplier<T> call) {
        try {
            return Answer.agreed(call.get());
        } catch (PaymentException failure) {
            return failed(failure);
        } catch (IllegalArgumentException refusedHere) {
            return Answer.failed(Outcome.NOT_CONNECTED, String.valueOf(refusedHere.getMessage()));
        }
    }

    /** What came of a call that moves money, or of what had to be asked before it, as the key for a card. */
    public static <T> Answer<T> money(Supplier<MoneyAnswer<T>> call) {
        try {
            return call.get()
                    .fold(
                            applied -> Answer.agreed(applied.value()),
                            not -> failed(not.reason()),
                            unknown -> failed(unknown.reason()));
        } catch (PaymentException beforehand) {
            return failed(beforehand);
        } catch (IllegalArgumentException refusedHere) {
            return Answer.failed(Outcome.NOT_CONNECTED, String.valueOf(refusedHere.getMessage()));
        }
    }

    private static <T> Answer<T> failed(PaymentException failure) {
        String note = String.valueOf(failure.getMessage());
        return failure.fold(new PaymentException.Cases<Answer<T>>(
                connection -> Answer.failed(Outcome.NOT_CONNECTED, note),
                unknown -> Answer.failed(Outcome.UNKNOWN, note),
                rejected -> Answer.refused(rejected.code(), note),
                unauthenticated -> Answer.failed(Outcome.NOT_ADMITTED, note),
                limited -> Answer.failed(Outcome.NOT_UNDERSTOOD, note),
                violation -> Answer.failed(Outcome.NOT_UNDERSTOOD, note),
                notCarriedOut -> Answer.failed(Outcome.NOT_CONNECTED, note),
                notSent -> Answer.failed(Outcome.NOT_CONNECTED, note)));
    }
}
