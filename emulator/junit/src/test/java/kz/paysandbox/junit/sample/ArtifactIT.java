package kz.paysandbox.junit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What a stranger's class path gets: this artifact's own classes, and nothing else. */
class ArtifactIT {

    private static final Path JAR = Path.of("target", "sandbox-junit-0.1.0.jar");
    private static final String POM = "META-INF/maven/kz.paysandbox/sandbox-junit/pom.xml";
    private static final String INSIDE = "META-INF/sandbox/sandbox.jar";

    @Test
    void every_class_is_its_own() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> files = jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(name -> !name.matches("kz/paysandbox/junit/([a-z]+/)?[A-Za-z$0-9-]+\\.class"))
                    .toList();
            assertThat(files)
                    .containsExactlyInAnyOrder(
                            "META-INF/MANIFEST.MF",
                            POM,
                            "META-INF/maven/kz.paysandbox/sandbox-junit/pom.properties",
                            INSIDE,
                            INSIDE + ".sha256",
                            "META-INF/spring.factories");
        }
    }

    @Test
    void the_sandbox_inside_is_whole() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile());
                InputStream inside = jar.getInputStream(jar.getEntry(INSIDE));
                InputStream written = jar.getInputStream(jar.getEntry(INSIDE + ".sha256"))) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(inside.readAllBytes());
            assertThat(new String(written.readAllBytes(), StandardCharsets.US_ASCII).strip())
                    .isEqualTo(HexFormat.of().formatHex(digest));
        }
    }

    @Test
    void no_dependency_follows_it() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile());
                InputStream in = jar.getInputStream(jar.getEntry(POM))) {
            String pom = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> dependencies = Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL)
                    .matcher(pom)
                    .results()
                    .map(found -> found.group())
                    .toList();
            assertThat(dependencies)
                    .hasSizeGreaterThan(4)
                    .allSatisfy(dependency ->
                            assertThat(dependency).containsAnyOf("<scope>provided</scope>", "<scope>test</scope>"));
        }
    }
}
