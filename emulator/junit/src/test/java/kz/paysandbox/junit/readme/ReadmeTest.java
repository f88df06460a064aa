package kz.paysandbox.junit.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import kz.paysandbox.junit.SandboxServer;
import kz.paysandbox.junit.SandboxWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The README's Java is that of this package and of the sample for Spring Boot, which are run. */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Path HERE = Path.of("src/test/java/kz/paysandbox/junit/readme");
    private static final List<Path> RUN = List.of(
            HERE.resolve("CheckoutTest.java"),
            HERE.resolve("DynamicPropertiesTest.java"),
            HERE.resolve("ReadmeTest.java"),
            Path.of("samples/spring-boot/src/test/java/example/shop/CheckoutTest.java"));

    @Test
    @EnabledIf("kz.paysandbox.junit.SandboxAvailability#isThere")
    void without_a_framework() {
        try (SandboxServer sandbox = SandboxServer.start();
                SandboxWorld world = sandbox.world()) {
            world.play("refund-answer-lost");
        }
    }

    @Test
    void every_block_is_run() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (Path file : RUN) {
            sources.append(squeezed(Files.readString(file)));
        }
        List<String> blocks = BLOCK.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(block -> squeezed(block.group(1)))
                .toList();
        assertThat(blocks)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(block -> assertThat(sources).contains(block));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
