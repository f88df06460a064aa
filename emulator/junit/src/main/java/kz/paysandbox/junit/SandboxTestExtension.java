package kz.paysandbox.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Hands out the world of a Spring test's context, reports tests that failed, and judges the class at its end. */
final class SandboxTestExtension implements AfterEachCallback, AfterAllCallback, ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SandboxWorld.class;
    }

    @Override
    public SandboxWorld resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return world(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getExecutionException()
                .map(failure -> FailureReport.of(
                        world(context), SandboxTest.class, context.getDisplayName(), Optional.of(failure)))
                .ifPresent(System.err::println);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        SandboxContextCustomizer.of(test)
                .filter(customizer -> customizer.test() == test)
                .filter(customizer -> customizer.options().judges())
                .ifPresent(customizer -> Judgement.of(world(context), SandboxTest.class, customizer.options(), context)
                        .pass());
    }

    private static SandboxWorld world(ExtensionContext context) {
        return SpringExtension.getApplicationContext(context).getBean(SandboxWorld.class);
    }
}
