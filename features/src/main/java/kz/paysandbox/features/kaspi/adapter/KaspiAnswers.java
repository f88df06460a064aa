package kz.paysandbox.features.kaspi.adapter;

import java.util.function.Supplier;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.features.adapter.AdapterAnswers;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.driver.Answer.Outcome;

/** The adapters' answers as Kaspi Pay gives them: it has a code for callers that it does not know (Annex 3). */
final class KaspiAnswers {

    private static final long NO_CERTIFICATE = -10000;

    private KaspiAnswers() {}

    static <T> Answer<T> about(Supplier<T> call) {
        return admitted(AdapterAnswers.about(call));
    }

    static <T> Answer<T> money(Supplier<MoneyAnswer<T>> call) {
        return admitted(AdapterAnswers.money(call));
    }

    static Answer<Boolean> nothing(Runnable call) {
        return about(() -> {
            call.run();
            return true;
        });
    }

    private static <T> Answer<T> admitted(Answer<T> answer) {
        return answer.outcome() == Outcome.NOT_ADMITTED ? Answer.refused(NO_CERTIFICATE, answer.note()) : answer;
    }
}
