package kz.paysandbox.features.run;

import io.cucumber.core.eventbus.EventBus;
import io.cucumber.core.eventbus.RandomUuidGenerator;
import io.cucumber.core.options.CommandlineOptionsParser;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.core.runtime.TimeServiceEventBus;
import io.cucumber.tagexpressions.TagExpressionException;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Runs features by Cucumber. */
public final class Suite {

    private static final String STEPS = "kz.paysandbox.features.steps";

    private Suite() {}

    /**
     * Runs the plan's scenarios, in parallel and in random order.
     *
     * @throws IllegalArgumentException where tags or paths cannot be understood
     */
    public static Report run(Plan plan) {
        List<String> options = new ArrayList<>(List.of(
                "--glue",
                STEPS,
                "--threads",
                String.valueOf(plan.threads()),
                "--order",
                "random:" + plan.seed(),
                "--no-summary"));
        plan.participants().banks().glue().forEach(glue -> options.addAll(List.of("--glue", glue)));
        if (!plan.tags().isBlank()) {
            options.addAll(List.of("--tags", plan.tags()));
        }
        plan.reports().forEach(report -> options.addAll(List.of("--plugin", report)));
        options.addAll(plan.paths());
        ResultCollector tally = new ResultCollector(plan.participants().banks());
        ThreadLocal<ScenarioObjects> objects = ThreadLocal.withInitial(() -> new ScenarioObjects(plan.participants()));
        EventBus events = new TimeServiceEventBus(Clock.systemUTC(), new RandomUuidGenerator()::generateId);
        Runtime.builder()
                .withRuntimeOptions(parsed(options))
                .withEventBus(
                        new RedactedEvents(events, plan.participants().banks().redaction()))
                .withClassLoader(Suite.class::getClassLoader)
                .withObjectFactorySupplier(objects::get)
                .withAdditionalPlugins(tally)
                .build()
                .run();
        return tally.report();
    }

    private static RuntimeOptions parsed(List<String> options) {
        OutputStream said = new ByteArrayOutputStream();
        CommandlineOptionsParser parser = new CommandlineOptionsParser(said);
        RuntimeOptionsBuilder builder = read(parser, options);
        if (parser.exitStatus().isPresent()) {
            throw new IllegalArgumentException(String.valueOf(said));
        }
        return builder.addDefaultGlueIfAbsent().addDefaultFeaturePathIfAbsent().build();
    }

    private static RuntimeOptionsBuilder read(CommandlineOptionsParser parser, List<String> options) {
        try {
            return parser.parse(options.toArray(String[]::new));
        } catch (TagExpressionException malformed) {
            throw new IllegalArgumentException(malformed.getMessage(), malformed);
        }
    }
}
