package kz.paysandbox.features.run;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.StepDefinedEvent;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestStepFinished;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import kz.paysandbox.features.run.Result.Verdict;

/** Writes down what came of each scenario, and at which sentence it stopped. */
final class ResultCollector implements ConcurrentEventListener {

    private static final List<String> OUTLINES =
            List.of("Scenario Outline", "Scenario Template", "Структура сценария", "Шаблон сценария");

    private final Queue<Result> results = new ConcurrentLinkedQueue<>();
    private final Set<String> sentences = ConcurrentHashMap.newKeySet();
    private final Map<UUID, String> stopped = new ConcurrentHashMap<>();

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(
                StepDefinedEvent.class,
                event -> sentences.add(event.getStepDefinition().getPattern()));
        publisher.registerHandlerFor(TestStepFinished.class, this::stepped);
        publisher.registerHandlerFor(TestCaseFinished.class, event -> results.add(result(event)));
    }

    Report report() {
        return new Report(
                results.stream().sorted(Comparator.comparing(Result::where)).toList());
    }

    private void stepped(TestStepFinished event) {
        Status status = event.getResult().getStatus();
        if (event.getTestStep() instanceof PickleStepTestStep step
                && status != Status.PASSED
                && status != Status.SKIPPED) {
            stopped.putIfAbsent(event.getTestCase().getId(), step.getStep().getText());
        }
    }

    private Result result(TestCaseFinished event) {
        TestCase scenario = event.getTestCase();
        Verdict verdict = switch (event.getResult().getStatus()) {
            case PASSED -> isEmpty(scenario) ? Verdict.FAILED : Verdict.PASSED;
            case SKIPPED -> Verdict.SKIPPED;
            case PENDING, UNDEFINED, AMBIGUOUS, FAILED, UNUSED -> Verdict.FAILED;
        };
        return new Result(
                String.format(
                        "%s:%04d", scenario.getUri(), scenario.getLocation().getLine()),
                scenario.getName(),
                Set.copyOf(scenario.getTags()),
                verdict,
                reason(event));
    }

    private String reason(TestCaseFinished event) {
        Throwable error = event.getResult().getError();
        String said = error == null ? "" : String.valueOf(error.getMessage());
        Status status = event.getResult().getStatus();
        if (status == Status.PASSED && isEmpty(event.getTestCase())) {
            return "the scenario has no step of its own, so nothing was tried";
        }
        if (status == Status.PASSED || status == Status.SKIPPED) {
            return said;
        }
        String sentence = stopped.getOrDefault(event.getTestCase().getId(), "");
        if (status == Status.UNDEFINED) {
            return "there is no sentence \"" + sentence + "\"; the nearest is: " + nearest(sentence);
        }
        String why = said.isEmpty() ? String.valueOf(status) : said;
        return sentence.isEmpty() ? why : "at \"" + sentence + "\": " + why;
    }

    /** Steps of a background stand before the scenario; those of an outline stand before its examples' rows. */
    private static boolean isEmpty(TestCase scenario) {
        int line = scenario.getLocation().getLine();
        List<Integer> steps = scenario.getTestSteps().stream()
                .filter(PickleStepTestStep.class::isInstance)
                .map(step -> ((PickleStepTestStep) step).getStep().getLine())
                .toList();
        boolean outlined = OUTLINES.stream().anyMatch(scenario.getKeyword()::equalsIgnoreCase);
        return steps.isEmpty() || (!outlined && steps.stream().allMatch(step -> step < line));
    }

    private String nearest(String sentence) {
        return sentences.stream()
                .min(Comparator.<String>comparingInt(
                                known -> EditDistance.distance(known.replaceAll("\\{\\w+}", ""), sentence))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }
}
