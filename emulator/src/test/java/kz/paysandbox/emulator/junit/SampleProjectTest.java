package kz.paysandbox.emulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Compiles the sample project by itself and runs its tests: what a stranger does, without a second build. */
class SampleProjectTest {

    private static final Path SAMPLE = Path.of("src/it/sample/src");

    @Test
    void the_sample_compiles_against_the_public_classes_and_its_tests_pass(@TempDir Path out)
            throws IOException, ClassNotFoundException {
        compile(out);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {out.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(loader.loadClass("example.shop.CheckoutTest")))
                    .execute()
                    .testEvents()
                    .assertStatistics(events -> events.started(3).succeeded(3));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void compile(Path out) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(SAMPLE)) {
            List<Path> java =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options =
                    List.of("-d", out.toString(), "-proc:none", "-classpath", System.getProperty("java.class.path"));
            assertThat(compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
                            .call())
                    .isTrue();
        }
    }
}
