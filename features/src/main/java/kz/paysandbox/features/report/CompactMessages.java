package kz.paysandbox.features.report;

import io.cucumber.core.plugin.MessageFormatter;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Hook;
import io.cucumber.messages.types.StepDefinition;
import io.cucumber.messages.types.TestCase;
import io.cucumber.messages.types.TestStep;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventHandler;
import io.cucumber.plugin.event.EventPublisher;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cucumber's messages, each definition once. Cucumber defines all sentences and hooks anew for each scenario, which makes
 * nine tenths of the file; here the first definition stands for those alike, and scenarios refer to it.
 */
public final class CompactMessages implements ConcurrentEventListener {

    private final MessageFormatter formatter;
    private final Map<Object, String> firsts = new HashMap<>();
    private final Map<String, String> standIns = new HashMap<>();

    /**
     * Made by Cucumber.
     *
     * @param out where the messages go, a line each
     */
    public CompactMessages(OutputStream out) {
        this.formatter = new MessageFormatter(out);
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        formatter.setEventPublisher(new EventPublisher() {
            @Override
            public <T> void registerHandlerFor(Class<T> type, EventHandler<T> handler) {
                publisher.registerHandlerFor(
                        type, event -> compact(event).map(type::cast).ifPresent(handler::receive));
            }

            @Override
            public <T> void removeHandlerFor(Class<T> type, EventHandler<T> handler) {
                publisher.removeHandlerFor(type, handler);
            }
        });
    }

    private synchronized Optional<Object> compact(Object event) {
        if (!(event instanceof Envelope envelope)) {
            return Optional.of(event);
        }
        boolean again = envelope.getStepDefinition()
                        .filter(step -> !isFirst(key(step), step.getId()))
                        .isPresent()
                || envelope.getHook()
                        .filter(hook -> !isFirst(key(hook), hook.getId()))
                        .isPresent()
                || envelope.getParameterType()
                        .filter(type -> !isFirst(List.of("parameter", type.getName()), type.getId()))
                        .isPresent();
        return again
                ? Optional.empty()
                : Optional.of(envelope.getTestCase()
                        .map(scenario -> Envelope.of(withStandIns(scenario)))
                        .orElse(envelope));
    }

    private boolean isFirst(Object definition, String id) {
        String first = firsts.computeIfAbsent(definition, unknown -> id);
        standIns.put(id, first);
        return first.equals(id);
    }

    private TestCase withStandIns(TestCase scenario) {
        return new TestCase(
                scenario.getId(),
                scenario.getPickleId(),
                scenario.getTestSteps().stream().map(this::withStandIns).toList(),
                scenario.getTestRunStartedId().orElse(null));
    }

    private TestStep withStandIns(TestStep step) {
        return new TestStep(
                step.getHookId().map(this::standIn).orElse(null),
                step.getId(),
                step.getPickleStepId().orElse(null),
                step.getStepDefinitionIds()
                        .map(ids -> ids.stream().map(this::standIn).toList())
                        .orElse(null),
                step.getStepMatchArgumentsLists().orElse(null));
    }

    private String standIn(String id) {
        return standIns.getOrDefault(id, id);
    }

    private static Object key(StepDefinition step) {
        return List.of("step", step.getPattern(), step.getSourceReference());
    }

    private static Object key(Hook hook) {
        return List.of(
                "hook",
                hook.getSourceReference(),
                hook.getTagExpression().orElse(""),
                hook.getType().map(Enum::name).orElse(""));
    }
}
