package kz.paysandbox.junit;

import java.util.Optional;
import java.util.TreeMap;
import kz.paysandbox.junit.process.Choices;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Makes a world for each test in a sandbox that all tests of the build share, so that tests may run in parallel. Use it by
 * {@link Sandbox}, or register it: {@code @RegisterExtension SandboxExtension sandbox = new SandboxExtension();}
 */
public final class SandboxExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);
    private static final String KEY = SandboxWorld.class.getName();
    private static final int WHOLE_POSITIVE = 0x7fffffff;

    private final SandboxOptions registered;

    /** Asks for nothing but a world. */
    public SandboxExtension() {
        this(SandboxOptions.of(Plain.class.getAnnotation(Sandbox.class)));
    }

    private SandboxExtension(SandboxOptions registered) {
        this.registered = registered;
    }

    /** The same, but a test fails where the application left the bank's written rules. */
    public SandboxExtension failOnFindings() {
        return new SandboxExtension(new SandboxOptions(
                true,
                registered.accepted(),
                registered.failOnUnmatched(),
                registered.scenario(),
                registered.clock(),
                registered.seed(),
                registered.settings()));
    }

    /** The same, but a test fails where the application called a path that the bank does not have. */
    public SandboxExtension failOnUnmatched() {
        return new SandboxExtension(new SandboxOptions(
                registered.failOnFindings(),
                registered.accepted(),
                true,
                registered.scenario(),
                registered.clock(),
                registered.seed(),
                registered.settings()));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        var unused = world(context);
    }

    /** Does nothing where there is no world: why it could not be made has been said. */
    @Override
    public void afterEach(ExtensionContext context) {
        SandboxWorld made = context.getStore(NAMESPACE).get(KEY, SandboxWorld.class);
        if (made != null) {
            try (SandboxWorld world = made) {
                Judgement.of(world, Sandbox.class, options(context), context).pass();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SandboxWorld.class
                && context.getTestMethod().isPresent();
    }

    @Override
    public SandboxWorld resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return world(context);
    }

    private SandboxWorld world(ExtensionContext context) {
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(KEY, key -> newWorld(context), SandboxWorld.class);
    }

    private SandboxWorld newWorld(ExtensionContext context) {
        SandboxOptions options = options(context);
        SandboxServer server = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        "sandbox of " + new TreeMap<>(options.settings()),
                        key -> start(context, options),
                        ServerResource.class)
                .server();
        long derived = context.getUniqueId().hashCode() & WHOLE_POSITIVE;
        return server.world(options.seed() == 0 ? options.withSeed(derived) : options);
    }

    private static ServerResource start(ExtensionContext context, SandboxOptions options) {
        Choices choices = Choices.over(context::getConfigurationParameter);
        return new ServerResource(SandboxServer.start(choices, options.settings()));
    }

    private SandboxOptions options(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), Sandbox.class)
                .or(() -> ofClass(Optional.of(context.getRequiredTestClass())))
                .map(SandboxOptions::of)
                .orElse(registered);
    }

    private static Optional<Sandbox> ofClass(Optional<Class<?>> test) {
        return test.flatMap(type -> AnnotationSupport.findAnnotation(type, Sandbox.class)
                .or(() -> ofClass(Optional.ofNullable(type.getEnclosingClass()))));
    }

    /** Asks for nothing. */
    @Sandbox
    private static final class Plain {}
}
