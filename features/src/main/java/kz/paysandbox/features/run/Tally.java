package kz.paysandbox.features.run;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import java.util.Comparator;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import kz.paysandbox.features.run.Result.Verdict;

/** Writes down what came of each scenario. */
final class Tally implements ConcurrentEventListener {

    private final Queue<Result> results = new ConcurrentLinkedQueue<>();

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseFinished.class, event -> results.add(result(event)));
    }

    Report report() {
        return new Report(
                results.stream().sorted(Comparator.comparing(Result::where)).toList());
    }

    private static Result result(TestCaseFinished event) {
        TestCase scenario = event.getTestCase();
        Throwable error = event.getResult().getError();
        String reason = error == null ? "" : String.valueOf(error.getMessage());
        Verdict verdict = switch (event.getResult().getStatus()) {
            case PASSED -> Verdict.PASSED;
            case SKIPPED -> Verdict.SKIPPED;
            case PENDING, UNDEFINED, AMBIGUOUS, FAILED, UNUSED -> Verdict.FAILED;
        };
        return new Result(
                String.format(
                        "%s:%04d", scenario.getUri(), scenario.getLocation().getLine()),
                scenario.getName(),
                Set.copyOf(scenario.getTags()),
                verdict,
                reason.isEmpty() && verdict == Verdict.FAILED
                        ? String.valueOf(event.getResult().getStatus())
                        : reason);
    }
}
