package kz.paysandbox.emulator.cli.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar by its launcher, with an archive, without one, and with ones that are not what they seem. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassArchiveIT {

    private static final long LONGEST_LOOKS = 20_000;

    /** Something that is done to an archive. */
    interface Damage {
        void to(Path archive) throws IOException;
    }

    private Path folder = Path.of("");
    private Optional<LaunchedJar> launched = Optional.empty();

    @BeforeAll
    void an_archive_is_made_on_demand(@TempDir Path temporary) throws IOException, InterruptedException {
        assumeTrue(Files.exists(LaunchedJar.builtJar()), "the jar is not built yet");
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs sh");
        folder = temporary;
        launched = Optional.of(LaunchedJar.in(folder.resolve("project")));
        Path left = Files.createDirectories(jar().jar().resolveSibling(".sandbox-archive-killed/home"));
        Files.writeString(left.resolve("half"), "written");
        LaunchedJar.Ended made = jar().run("archive");
        assertThat(made.said()).startsWith("the archive is " + jar().jar().getParent());
        assertThat(made.code()).isZero();
        assertThat(jar().archives()).hasSize(1);
        assertThat(jar().leftovers()).isEmpty();
    }

    private LaunchedJar jar() {
        return launched.orElseThrow();
    }

    private Path archive() throws IOException {
        return jar().archives().get(0);
    }

    @Test
    void a_start_takes_its_classes_from_it_unless_it_is_left_out() throws IOException, InterruptedException {
        assertThat(entry(jar())).contains("shared objects file");
        assertThat(entry(jar().without())).endsWith("sandbox.jar");
    }

    @Test
    void whatever_is_done_to_it_a_start_is_the_same() throws IOException, InterruptedException {
        Path kept = folder.resolve("kept");
        Path label = ArchiveLabel.fileOf(archive());
        Path archive = archive();
        Files.copy(archive, kept);
        byte[] labelled = Files.readAllBytes(label);
        String expected = jar().without().run("--help").said();
        assertThat(expected).contains("Usage:");
        for (Map.Entry<String, Damage> damage : damages().entrySet()) {
            damage.getValue().to(archive);
            assertThat(jar().run("--help")).as(damage.getKey()).isEqualTo(new LaunchedJar.Ended(0, expected));
            Files.deleteIfExists(archive);
            Files.copy(kept, archive, StandardCopyOption.REPLACE_EXISTING);
            Files.write(label, labelled);
        }
    }

    private static Map<String, Damage> damages() {
        Map<String, Damage> damages = new LinkedHashMap<>();
        damages.put("cut off", archive -> written(archive, file -> file.setLength(file.length() / 2)));
        damages.put("cut off by a byte", archive -> written(archive, file -> file.setLength(file.length() - 1)));
        damages.put("empty", archive -> written(archive, file -> file.setLength(0)));
        damages.put("zeros", archive -> written(archive, file -> fill(file, 0, file.length(), 0)));
        damages.put("another header", archive -> written(archive, file -> fill(file, 0, 4096, 0x5A)));
        damages.put("other bytes within", archive -> written(archive, file -> fill(file, file.length() / 3, 9999, 7)));
        damages.put("another end", archive -> written(archive, file -> fill(file, file.length() - 9999, 9999, 7)));
        damages.put("longer", archive -> written(archive, file -> file.setLength(file.length() + 4096)));
        damages.put("a folder", archive -> {
            Files.delete(archive);
            Files.createDirectory(archive);
        });
        damages.put(
                "unreadable",
                archive -> assertThat(archive.toFile().setReadable(false)).isTrue());
        damages.put("of another JVM", archive -> written(archive, ClassArchiveIT::nameAnotherVersion));
        damages.put("without its label", archive -> Files.delete(ArchiveLabel.fileOf(archive)));
        damages.put("with another label", archive -> Files.writeString(ArchiveLabel.fileOf(archive), "\n"));
        return damages;
    }

    /** In a header whose checksum nobody has corrected, and in one that begins with another magic number. */
    private static void nameAnotherVersion(RandomAccessFile file) throws IOException {
        byte[] header = new byte[4096];
        file.seek(0);
        file.readFully(header);
        String version = System.getProperty("java.vm.version");
        int at = new String(header, StandardCharsets.ISO_8859_1).indexOf(version);
        assertThat(at).isPositive();
        fill(file, at, 1, '9');
    }

    @Test
    void one_of_another_jar_is_passed_over_and_made_anew_by_one_of_two_starts()
            throws IOException, InterruptedException {
        LaunchedJar other = LaunchedJar.in(folder.resolve("another project"));
        Path copy = other.jar().resolveSibling(archive().getFileName());
        Files.copy(archive(), copy);
        Files.copy(ArchiveLabel.fileOf(archive()), ArchiveLabel.fileOf(copy));
        Files.setLastModifiedTime(other.jar(), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        Path said = folder.resolve("up.txt");
        Process first = other.start(said, up(folder, "first"));
        Process second = other.start(folder.resolve("second.txt"), up(folder, "second"));
        try {
            ArchiveLabel label = new ArchiveLabel(copy, other.jar());
            for (long look = 0; !label.isRight() && look < LONGEST_LOOKS; look++) {
                assertThat(first.waitFor(50, TimeUnit.MILLISECONDS)).as("ended").isFalse();
            }
            assertThat(label.isRight()).isTrue();
        } finally {
            first.getOutputStream().close();
            second.getOutputStream().close();
        }
        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(said).content().doesNotContain("[warning]", "[error]");
        assertThat(other.archives()).containsExactly(copy);
        assertThat(other.run("archive").said()).startsWith("the archive is " + copy);
    }

    private static String[] up(Path folder, String name) {
        return new String[] {
            "up",
            "--quiet",
            "--ephemeral",
            "--home",
            folder.resolve("home of the " + name).toString(),
            "--while-used",
            folder.resolve(name + ".json").toString()
        };
    }

    /** From where the first class of the sandbox is loaded. */
    private String entry(LaunchedJar from) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "loaded", ".txt");
        assertThat(from.with("SANDBOX_JAVA_OPTS", "-Xlog:class+load:file=" + log)
                        .run("--version")
                        .code())
                .isZero();
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(ArchiveTraining.MAIN + " source: "))
                    .findFirst()
                    .orElse("");
        }
    }

    /** Something that is done within a file. */
    interface Writing {
        void to(RandomAccessFile file) throws IOException;
    }

    private static void written(Path archive, Writing writing) throws IOException {
        assertThat(archive.toFile().setWritable(true)).isTrue();
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            writing.to(file);
        }
    }

    private static void fill(RandomAccessFile file, long from, long length, int with) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(length)];
        Arrays.fill(bytes, (byte) with);
        file.seek(from);
        file.write(bytes);
    }
}
