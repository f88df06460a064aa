package kz.paysandbox.features.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EmbedEvent;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.Node;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.StepDefinedEvent;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestRunFinished;
import io.cucumber.plugin.event.TestSourceParsed;
import io.cucumber.plugin.event.TestStep;
import io.cucumber.plugin.event.TestStepFinished;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import kz.paysandbox.features.bank.Redaction;
import kz.paysandbox.features.bank.SuiteBank;
import kz.paysandbox.features.bank.SuiteBanks;
import kz.paysandbox.features.run.Result.Verdict;
import kz.paysandbox.features.run.ScenarioDetails.Step;
import kz.paysandbox.features.wire.Exchange;

/** Writes down what came of each scenario, and at which sentence it stopped. */
final class ResultCollector implements ConcurrentEventListener {

    private static final List<String> OUTLINES =
            List.of("Scenario Outline", "Scenario Template", "Структура сценария", "Шаблон сценария");

    private final SuiteBanks banks;
    private final Redaction redaction;
    private final Queue<Result> results = new ConcurrentLinkedQueue<>();
    private final Set<String> sentences = ConcurrentHashMap.newKeySet();
    private final Map<URI, String> features = new ConcurrentHashMap<>();
    private final Map<UUID, List<Step>> steps = new ConcurrentHashMap<>();
    private final Map<UUID, List<Exchange>> exchanges = new ConcurrentHashMap<>();
    private Optional<Instant> finished = Optional.empty();

    ResultCollector(SuiteBanks banks) {
        this.banks = banks;
        this.redaction = banks.redaction();
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(
                StepDefinedEvent.class,
                event -> sentences.add(event.getStepDefinition().getPattern()));
        publisher.registerHandlerFor(
                TestSourceParsed.class,
                event -> event.getNodes().stream()
                        .map(Node::getName)
                        .flatMap(Optional::stream)
                        .forEach(name -> features.putIfAbsent(event.getUri(), name)));
        publisher.registerHandlerFor(TestStepFinished.class, this::stepped);
        publisher.registerHandlerFor(EmbedEvent.class, this::attached);
        publisher.registerHandlerFor(TestCaseFinished.class, event -> results.add(result(event)));
        publisher.registerHandlerFor(TestRunFinished.class, event -> finished = Optional.of(event.getInstant()));
    }

    Report report() {
        return new Report(
                results.stream().sorted(Comparator.comparing(Result::where)).toList(), finished);
    }

    private void stepped(TestStepFinished event) {
        if (event.getTestStep() instanceof PickleStepTestStep step) {
            steps.computeIfAbsent(event.getTestCase().getId(), scenario -> new ArrayList<>())
                    .add(new Step(
                            step.getStep().getKeyword().strip(),
                            step.getStep().getText(),
                            event.getResult().getStatus().name().toLowerCase(Locale.ROOT)));
        }
    }

    private void attached(EmbedEvent event) {
        if (event.getMediaType().equals(Exchange.MEDIA_TYPE)) {
            exchanges.put(
                    event.getTestCase().getId(),
                    Exchange.read(new String(event.getData(), UTF_8)).stream()
                            .map(exchange -> exchange.map(redaction::text))
                            .toList());
        }
    }

    private Result result(TestCaseFinished event) {
        TestCase scenario = event.getTestCase();
        Verdict verdict = switch (event.getResult().getStatus()) {
            case PASSED -> isEmpty(scenario) ? Verdict.FAILED : Verdict.PASSED;
            case SKIPPED -> Verdict.SKIPPED;
            case PENDING, UNDEFINED, AMBIGUOUS, FAILED, UNUSED -> Verdict.FAILED;
        };
        List<Step> tried = steps(scenario);
        return new Result(
                String.format(
                        "%s:%04d", scenario.getUri(), scenario.getLocation().getLine()),
                scenario.getName(),
                Set.copyOf(scenario.getTags()),
                verdict,
                redaction.text(reason(event, tried)),
                new ScenarioDetails(
                        features.getOrDefault(scenario.getUri(), ""),
                        bank(scenario),
                        event.getResult().getDuration(),
                        tried,
                        Optional.ofNullable(exchanges.remove(scenario.getId())).orElseGet(List::of)));
    }

    private List<Step> steps(TestCase scenario) {
        return Optional.ofNullable(steps.remove(scenario.getId())).orElseGet(List::of);
    }

    /** The bank whose sentences the scenario has; its code is in the bank's package. */
    private String bank(TestCase scenario) {
        return banks.all().stream()
                .filter(bank -> scenario.getTestSteps().stream()
                        .filter(PickleStepTestStep.class::isInstance)
                        .map(TestStep::getCodeLocation)
                        .flatMap(Stream::ofNullable)
                        .anyMatch(code -> code.startsWith(bank.glue() + ".")))
                .map(SuiteBank::title)
                .findFirst()
                .orElse("");
    }

    private String reason(TestCaseFinished event, List<Step> tried) {
        Throwable error = event.getResult().getError();
        String said = error == null ? "" : String.valueOf(error.getMessage());
        Status status = event.getResult().getStatus();
        if (status == Status.PASSED && isEmpty(event.getTestCase())) {
            return "the scenario has no step of its own, so nothing was tried";
        }
        if (status == Status.PASSED || status == Status.SKIPPED) {
            return said;
        }
        String sentence = tried.stream()
                .filter(step ->
                        !step.outcome().equals("passed") && !step.outcome().equals("skipped"))
                .map(Step::text)
                .findFirst()
                .orElse("");
        if (status == Status.UNDEFINED) {
            return "there is no sentence \"" + sentence + "\"; the nearest is: " + nearest(sentence);
        }
        String why = said.isEmpty() ? String.valueOf(status) : said;
        return sentence.isEmpty() ? why : "at \"" + sentence + "\": " + why;
    }

    /** Steps of a background stand before the scenario; those of an outline stand before its examples' rows. */
    private static boolean isEmpty(TestCase scenario) {
        int line = scenario.getLocation().getLine();
        List<Integer> lines = scenario.getTestSteps().stream()
                .filter(PickleStepTestStep.class::isInstance)
                .map(step -> ((PickleStepTestStep) step).getStep().getLine())
                .toList();
        boolean outlined = OUTLINES.stream().anyMatch(scenario.getKeyword()::equalsIgnoreCase);
        return lines.isEmpty() || (!outlined && lines.stream().allMatch(step -> step < line));
    }

    private String nearest(String sentence) {
        return sentences.stream()
                .min(Comparator.<String>comparingInt(
                                known -> EditDistance.distance(known.replaceAll("\\{\\w+}", ""), sentence))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }
}
