package kz.paysandbox.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import kz.paysandbox.emulator.fixture.SandboxWorld;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** After each test: the scenario of its name is the one being played, and the sandbox could do all that it says. */
final class Played implements InvocationInterceptor {

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        invocation.proceed();
        SandboxWorld world = (SandboxWorld) context.getArguments().get(0);
        JsonNode active = world.control().get("/scenarios/active");
        assertThat(active.path("name").asText().replace('-', '_'))
                .isEqualTo(context.getExecutable().getName());
        assertThat(new Books(world).stepsThatFailed()).isEmpty();
        assertThat(active.path("done"))
                .hasSizeGreaterThanOrEqualTo(active.path("steps").asInt());
    }
}
