package kz.paysandbox.features.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.SourceReference;
import io.cucumber.messages.types.StepDefinition;
import io.cucumber.messages.types.StepDefinitionPattern;
import io.cucumber.messages.types.StepDefinitionPatternType;
import io.cucumber.messages.types.TestCase;
import io.cucumber.messages.types.TestRunFinished;
import io.cucumber.messages.types.TestStep;
import io.cucumber.messages.types.Timestamp;
import io.cucumber.plugin.event.EventHandler;
import io.cucumber.plugin.event.EventPublisher;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CompactMessagesTest {

    private final List<Consumer<Envelope>> handlers = new ArrayList<>();

    @Test
    void a_sentence_is_defined_once_and_all_scenarios_refer_to_that() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CompactMessages(out).setEventPublisher(new Publisher());

        publish(definition("id-1", "the bank agrees"), scenario("case-1", "id-1"));
        publish(definition("id-2", "the bank agrees"), definition("id-3", "it rains"), scenario("case-2", "id-2"));
        publish(Envelope.of(new TestRunFinished(null, true, new Timestamp(0L, 0L), null, null)));

        assertThat(out.toString(UTF_8).lines())
                .filteredOn(line -> line.contains("stepDefinition\""))
                .hasSize(2);
        assertThat(out.toString(UTF_8).lines())
                .filteredOn(line -> line.contains("testCase\""))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("\"stepDefinitionIds\":[\"id-1\"]"));
    }

    private void publish(Envelope... envelopes) {
        for (Envelope envelope : envelopes) {
            handlers.forEach(handler -> handler.accept(envelope));
        }
    }

    private static Envelope definition(String id, String sentence) {
        return Envelope.of(new StepDefinition(
                id,
                new StepDefinitionPattern(sentence, StepDefinitionPatternType.CUCUMBER_EXPRESSION),
                new SourceReference(sentence, null, null, new Location(1L, null))));
    }

    private static Envelope scenario(String id, String definition) {
        TestStep step = new TestStep(null, id + "-step", "pickle-step", List.of(definition), List.of());
        return Envelope.of(new TestCase(id, "pickle", List.of(step), null));
    }

    private final class Publisher implements EventPublisher {

        @Override
        public <T> void registerHandlerFor(Class<T> type, EventHandler<T> handler) {
            handlers.add(envelope -> {
                if (type.isInstance(envelope)) {
                    handler.receive(type.cast(envelope));
                }
            });
        }

        @Override
        public <T> void removeHandlerFor(Class<T> type, EventHandler<T> handler) {
            throw new UnsupportedOperationException();
        }
    }
}
