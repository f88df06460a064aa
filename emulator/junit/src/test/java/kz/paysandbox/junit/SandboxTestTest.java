package kz.paysandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.AnnotationConfigContextLoader;

/** The extension for Spring, with the oldest Spring Boot that it runs on. */
@EnabledIf("kz.paysandbox.junit.SandboxAvailability#isThere")
class SandboxTestTest {

    private static final Set<String> WORLDS = ConcurrentHashMap.newKeySet();

    @Test
    void the_application_finds_the_world_of_its_test_class() {
        run(Shop.class)
                .testEvents()
                .assertStatistics(events -> events.started(3).succeeded(3));
    }

    @Test
    void each_test_class_has_a_world_of_its_own_which_nested_ones_share() {
        WORLDS.clear();
        run(First.class, Second.class)
                .testEvents()
                .assertStatistics(events -> events.started(4).succeeded(4));
        assertThat(WORLDS).hasSize(2);
    }

    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    void a_class_that_left_the_rules_fails_at_its_end() {
        EngineExecutionResults results = run(Careless.class);
        results.testEvents().assertStatistics(events -> events.succeeded(1));
        results.containerEvents().assertStatistics(events -> events.failed(1));
    }

    @Test
    void a_context_whose_world_cannot_be_made_leaves_no_sandbox() throws Exception {
        Map<String, String> own = Map.of("seed", "210");
        SandboxOptions options = new SandboxOptions(false, Set.of(), false, "customer-declinse", "", 1, own);
        MergedContextConfiguration merged = new MergedContextConfiguration(
                Shop.class, new String[0], new Class<?>[0], new String[0], new AnnotationConfigContextLoader());
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            assertThatThrownBy(
                            () -> new SandboxContextCustomizer(Shop.class, options).customizeContext(context, merged))
                    .hasMessageStartingWith("the scenario customer-declinse: ");
        }
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            if (child.info().commandLine().orElse("").contains("seed=210")) {
                child.onExit().get(20, TimeUnit.SECONDS);
            }
        }
    }

    private static EngineExecutionResults run(Class<?>... tests) {
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter");
        for (Class<?> test : tests) {
            kit.selectors(selectClass(test));
        }
        return kit.execute();
    }

    @Configuration
    static class Application {}

    @SandboxTest(classes = Application.class, clock = "2027-01-15T10:00:00+05:00", properties = "own=1")
    static class Shop {

        @Autowired
        private Environment environment;

        @Autowired
        private SandboxWorld bean;

        @Test
        void its_settings_are_the_world_s(SandboxWorld world) {
            assertThat(bean).isSameAs(world);
            assertThat(environment.getProperty("kzpay.kaspi.api-key")).isEqualTo(world.apiKey());
            assertThat(environment.getProperty("KASPI_API_KEY")).isEqualTo(world.apiKey());
            assertThat(environment.getProperty("kaspi.api-key")).isEqualTo(world.apiKey());
            assertThat(environment.getProperty("EPAY_CLIENT_ID"))
                    .isEqualTo(world.epay().clientId());
            assertThat(environment.getProperty("own")).isEqualTo("1");
        }

        @Test
        void its_clock_stands(SandboxWorld world) {
            assertThat(world.clock().now()).isEqualTo("2027-01-15T05:00:00Z");
        }

        @Test
        void its_certificate_opens_r2(SandboxWorld world) throws Exception {
            assertThat(Calls.get(world, world.kaspiR2() + "/partner/tradepoints"))
                    .contains("\"TradePointId\"");
        }
    }

    @SandboxTest(classes = Application.class)
    static class First {
        @Test
        void own(SandboxWorld world) {
            WORLDS.add(world.name());
        }

        @Nested
        class Inside {
            @Test
            void shared(SandboxWorld world) {
                WORLDS.add(world.name());
            }
        }
    }

    @SandboxTest(classes = Application.class)
    static class Second {
        @Test
        void one(SandboxWorld world) {
            WORLDS.add(world.name());
        }

        @Test
        void two(SandboxWorld world) {
            WORLDS.add(world.name());
        }
    }

    @SandboxTest(classes = Application.class, failOnFindings = true)
    static class Careless {
        @Test
        void sends_no_request_id(SandboxWorld world) throws Exception {
            Calls.createQr(world, "/qr/create");
        }
    }
}
