package kz.paysandbox.features.run;

import io.cucumber.core.eventbus.EventBus;
import io.cucumber.messages.types.Attachment;
import io.cucumber.messages.types.AttachmentContentEncoding;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Exception;
import io.cucumber.messages.types.TestRunFinished;
import io.cucumber.messages.types.TestRunHookFinished;
import io.cucumber.messages.types.TestStepFinished;
import io.cucumber.messages.types.TestStepResult;
import io.cucumber.plugin.event.EventHandler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.paysandbox.features.bank.Redaction;

/**
 * Cucumber's events, with no secrets in the messages that reports are made of: a failure's message and its stack trace,
 * whoever threw it, and attached texts.
 */
record RedactedEvents(EventBus bus, Redaction redaction) implements EventBus {

    @Override
    public Instant getInstant() {
        return bus.getInstant();
    }

    @Override
    public UUID generateId() {
        return bus.generateId();
    }

    @Override
    public <T> void send(T event) {
        bus.send(redacted(event));
    }

    @Override
    public <T> void sendAll(Iterable<T> events) {
        List<Object> redacted = new ArrayList<>();
        events.forEach(event -> redacted.add(redacted(event)));
        bus.sendAll(redacted);
    }

    @Override
    public <T> void registerHandlerFor(Class<T> type, EventHandler<T> handler) {
        bus.registerHandlerFor(type, handler);
    }

    @Override
    public <T> void removeHandlerFor(Class<T> type, EventHandler<T> handler) {
        bus.removeHandlerFor(type, handler);
    }

    private Object redacted(Object event) {
        return event instanceof Envelope envelope ? redacted(envelope) : event;
    }

    private Envelope redacted(Envelope envelope) {
        return envelope.getTestStepFinished()
                .map(this::redacted)
                .map(Envelope::of)
                .or(() -> envelope.getTestRunHookFinished().map(this::redacted).map(Envelope::of))
                .or(() -> envelope.getTestRunFinished().map(this::redacted).map(Envelope::of))
                .or(() -> envelope.getAttachment().map(this::redacted).map(Envelope::of))
                .orElse(envelope);
    }

    private TestStepFinished redacted(TestStepFinished step) {
        return new TestStepFinished(
                step.getTestCaseStartedId(),
                step.getTestStepId(),
                redacted(step.getTestStepResult()),
                step.getTimestamp());
    }

    private TestRunHookFinished redacted(TestRunHookFinished hook) {
        return new TestRunHookFinished(hook.getTestRunHookStartedId(), redacted(hook.getResult()), hook.getTimestamp());
    }

    private TestRunFinished redacted(TestRunFinished run) {
        return new TestRunFinished(
                run.getMessage().map(redaction::text).orElse(null),
                run.getSuccess(),
                run.getTimestamp(),
                run.getException().map(this::redacted).orElse(null),
                run.getTestRunStartedId().orElse(null));
    }

    private TestStepResult redacted(TestStepResult result) {
        return new TestStepResult(
                result.getDuration(),
                result.getMessage().map(redaction::text).orElse(null),
                result.getStatus(),
                result.getException().map(this::redacted).orElse(null));
    }

    private Exception redacted(Exception thrown) {
        return new Exception(
                thrown.getType(),
                thrown.getMessage().map(redaction::text).orElse(null),
                thrown.getStackTrace().map(redaction::text).orElse(null));
    }

    private Attachment redacted(Attachment attached) {
        boolean isText = attached.getContentEncoding() == AttachmentContentEncoding.IDENTITY;
        return new Attachment(
                isText ? redaction.text(attached.getBody()) : attached.getBody(),
                attached.getContentEncoding(),
                attached.getFileName().orElse(null),
                attached.getMediaType(),
                attached.getSource().orElse(null),
                attached.getTestCaseStartedId().orElse(null),
                attached.getTestStepId().orElse(null),
                attached.getUrl().orElse(null),
                attached.getTestRunStartedId().orElse(null),
                attached.getTestRunHookStartedId().orElse(null),
                attached.getTimestamp().orElse(null));
    }
}
