package kz.paysandbox.junit.readme;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.junit.SandboxServer;
import kz.paysandbox.junit.SandboxWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The README's lines for another slice of Spring Boot. */
@EnabledIf("kz.paysandbox.junit.SandboxAvailability#isThere")
@SpringBootTest(classes = DynamicPropertiesTest.Application.class)
class DynamicPropertiesTest {

    static final SandboxWorld WORLD = SandboxServer.start().world();

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry registry) {
        WORLD.properties().forEach((name, value) -> registry.add(name, () -> value));
    }

    @Configuration
    static class Application {}

    @Test
    void the_application_finds_the_world(@Autowired Environment environment) {
        assertThat(environment.getProperty("KASPI_API_KEY")).isEqualTo(WORLD.apiKey());
    }
}
