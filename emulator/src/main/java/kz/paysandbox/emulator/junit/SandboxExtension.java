package kz.paysandbox.emulator.junit;

import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Runs one sandbox for all tests of the JVM and makes a world for each test, so that tests may run in parallel. Use it by
 * {@link Sandbox}, or register it: {@code @RegisterExtension SandboxExtension sandbox = new SandboxExtension();}
 */
public final class SandboxExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

    private final SandboxOptions registered;

    public SandboxExtension() {
        this(SandboxOptions.DEFAULT);
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

    @Override
    public void afterEach(ExtensionContext context) {
        SandboxWorld world = world(context);
        SandboxOptions options = options(context);
        Optional<Throwable> failure = context.getExecutionException();
        Optional<String> complaint = failure.isPresent() ? Optional.empty() : Verdict.of(world, options);
        if (failure.isPresent() || complaint.isPresent()) {
            System.err.println(FailureReport.of(world, context.getDisplayName(), failure));
        }
        world.delete();
        complaint.ifPresent(text -> {
            throw new AssertionError(text);
        });
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
        return context.getStore(NAMESPACE)
                .computeIfAbsent(SandboxWorld.class.getName(), key -> newWorld(context), SandboxWorld.class);
    }

    private SandboxWorld newWorld(ExtensionContext context) {
        SandboxOptions options = options(context);
        String home = context.getConfigurationParameter("sandbox.home").orElse("target/sandbox");
        SharedServer server = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        "server " + new TreeMap<>(options.settings()),
                        key -> SharedServer.start(home, options.settings()),
                        SharedServer.class);
        long seed = options.seed() == 0 ? context.getUniqueId().hashCode() & 0x7fffffffL : options.seed();
        return server.newWorld(seed, options.clock(), options.scenario());
    }

    private SandboxOptions options(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), Sandbox.class)
                .map(SandboxOptions::of)
                .orElse(registered);
    }
}
