package kz.paysandbox.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sources in another folder give the same archives, byte for byte. */
@Tag("thorough")
class SameBytesIT {

    private static final Set<String> NO_SOURCES = Set.of(".git", "target", ".sandbox");

    @Test
    void built_again_in_another_folder_the_archives_are_the_same(@TempDir Path again) throws IOException {
        copy(Path.of("../..").toRealPath(), again);
        Command.Result built = Command.of(
                        again,
                        Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                        "-B",
                        "-q",
                        "-Pdist",
                        "-Dmaven.test.skip=true",
                        "-Dspotless.skip=true",
                        "-pl",
                        "emulator/dist",
                        "-am",
                        "package")
                .run();
        assertThat(built.code()).as(built.text()).isZero();
        for (Path archive : Archives.all()) {
            Path other = again.resolve("emulator/dist/target")
                    .resolve(archive.getFileName().toString());
            assertThat(Archives.sha256(other)).as(other.toString()).isEqualTo(Archives.sha256(archive));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (NO_SOURCES.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
