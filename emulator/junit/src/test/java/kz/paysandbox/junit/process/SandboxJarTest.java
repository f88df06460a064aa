package kz.paysandbox.junit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxJarTest {

    private static final byte[] CONTENT = "not really a jar".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private Path inside;

    @BeforeEach
    void the_jar_inside_the_artifact() throws IOException {
        inside = Files.write(folder.resolve("inside.jar"), CONTENT);
    }

    @Test
    void it_is_copied_once() throws IOException {
        Path first = jar().whole();
        assertThat(first).hasBinaryContent(CONTENT);
        var copied = Files.getLastModifiedTime(first);
        assertThat(jar().whole()).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(copied);
    }

    @Test
    void a_truncated_or_changed_copy_is_made_again() throws IOException {
        Path copy = jar().whole();
        Files.write(copy, new byte[3]);
        assertThat(jar().whole()).hasBinaryContent(CONTENT);
        Files.write(copy, new byte[CONTENT.length]);
        assertThat(jar().whole()).hasBinaryContent(CONTENT);
    }

    @Test
    void a_damaged_artifact_is_refused_and_leaves_nothing() throws IOException {
        SandboxJar jar = jar();
        Files.write(inside, new byte[5]);
        assertThatThrownBy(jar::whole)
                .isInstanceOf(SandboxException.class)
                .rootCause()
                .hasMessageContaining("is damaged: its SHA-256 is not " + jar.id());
        assertThat(files()).isEmpty();
    }

    @Test
    void many_at_once_do_not_disturb_each_other() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Path> copy = () -> jar().whole();
            for (Future<Path> made : threads.invokeAll(List.of(copy, copy, copy, copy, copy, copy, copy, copy))) {
                assertThat(made.get()).hasBinaryContent(CONTENT);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void a_jar_that_is_named_is_taken_as_it_is() throws IOException {
        SandboxJar named = SandboxJar.find(choices(Map.of("sandbox.jar", inside.toString())));
        assertThat(named.whole()).isEqualTo(inside.toAbsolutePath());
        Files.write(inside, new byte[CONTENT.length + 1]);
        assertThat(SandboxJar.find(choices(Map.of("sandbox.jar", inside.toString())))
                        .id())
                .isNotEqualTo(named.id());
        assertThatThrownBy(() -> SandboxJar.find(choices(Map.of("sandbox.jar", "absent.jar"))))
                .hasMessage("sandbox.jar is absent.jar, which cannot be read");
    }

    private SandboxJar jar() throws IOException {
        return SandboxJar.nested(folder.resolve("cache"), inside.toUri().toURL(), Sha256.of(inside) + "\n");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("cache"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static Choices choices(Map<String, String> properties) {
        return new Choices(name -> Optional.ofNullable(properties.get(name)), name -> Optional.empty());
    }
}
