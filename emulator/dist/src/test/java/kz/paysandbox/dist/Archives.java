package kz.paysandbox.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What the build has made. */
final class Archives {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private Archives() {}

    /** The archive with a Java runtime, for Linux; a test is skipped where the JDK can make none. */
    static Path linux() {
        Path java = Path.of(System.getProperty("java.home"));
        assumeThat(Files.exists(java.resolve("jmods")) || linksItself(java))
                .as("this JDK has modules, or links its own image")
                .isTrue();
        return only(".tar.gz");
    }

    private static boolean linksItself(Path java) {
        return Command.of(TARGET, java.resolve("bin").resolve("jlink").toString(), "--help")
                .run()
                .text()
                .contains("Linking from run-time image enabled");
    }

    /** The archive without one. */
    static Path zip() {
        return only(".zip");
    }

    static List<Path> all() {
        return List.of(linux(), zip());
    }

    /** Unpacks the archive for Linux, and returns the one folder inside. */
    static Path unpacked(Path into) throws IOException {
        assertThat(Command.of(into, "tar", "xzf", linux().toString()).run().code())
                .isZero();
        try (Stream<Path> folders = Files.list(into)) {
            return folders.findFirst().orElseThrow();
        }
    }

    static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path only(String ending) {
        try (Stream<Path> files = Files.list(TARGET)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
