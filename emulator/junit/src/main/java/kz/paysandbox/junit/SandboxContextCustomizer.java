package kz.paysandbox.junit;

import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Gives a test class's application context a world of its own; the context keeps it until it is closed.
 *
 * @param test the class whose world it is: the outermost one, for nested classes
 */
record SandboxContextCustomizer(Class<?> test, SandboxOptions options) implements ContextCustomizer {

    private static final String BEAN = "sandboxWorld";
    private static final int WHOLE_POSITIVE = 0x7fffffff;

    /** That of a test class; empty where neither it nor a class around it has {@link SandboxTest}. */
    static Optional<SandboxContextCustomizer> of(Class<?> test) {
        return Optional.ofNullable(TestContextAnnotationUtils.findMergedAnnotation(test, SandboxTest.class))
                .map(annotation -> of(owner(test), annotation));
    }

    private static SandboxContextCustomizer of(Class<?> owner, SandboxTest annotation) {
        SandboxOptions options = SandboxOptions.of(annotation);
        long derived = owner.getName().hashCode() & WHOLE_POSITIVE;
        return new SandboxContextCustomizer(owner, options.seed() == 0 ? options.withSeed(derived) : options);
    }

    private static Class<?> owner(Class<?> test) {
        Class<?> around = test.getEnclosingClass();
        boolean shares = around != null
                && test.getDeclaredAnnotation(SandboxTest.class) == null
                && TestContextAnnotationUtils.hasAnnotation(around, SandboxTest.class);
        return shares ? owner(around) : test;
    }

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
        SandboxServer server = SandboxServer.start(options.settings());
        try {
            customize(context, server, server.world(options));
        } catch (RuntimeException failed) {
            throw SandboxServer.afterClosing(server, failed);
        }
    }

    private static void customize(ConfigurableApplicationContext context, SandboxServer server, SandboxWorld world) {
        MutablePropertySources sources = context.getEnvironment().getPropertySources();
        sources.addFirst(new MapPropertySource("sandbox", objects(world.settings())));
        // a source of this kind and name is read as the environment is: KASPI_R1_URL is kaspi.r1.url too
        sources.addFirst(new SystemEnvironmentPropertySource("sandbox-systemEnvironment", objects(world.variables())));
        register(context.getBeanFactory(), server, world);
    }

    private static void register(ConfigurableListableBeanFactory beans, SandboxServer server, SandboxWorld world) {
        beans.registerSingleton(BEAN, world);
        if (beans instanceof DefaultSingletonBeanRegistry registry) {
            registry.registerDisposableBean(BEAN, () -> {
                try (server) {
                    world.close();
                }
            });
        }
    }

    private static Map<String, Object> objects(Map<String, String> texts) {
        return Map.copyOf(texts);
    }
}
