package kz.paysandbox.emulator.cli.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivePlaceTest {

    private static final JavaBuild JAVA = new JavaBuild(17, "17.0.15");

    @TempDir
    private Path folder;

    @Test
    void it_is_beside_the_jar_where_that_can_be_written() {
        assertThat(ArchivePlace.of(folder.resolve("sandbox.jar"), JAVA, Map.of()))
                .contains(folder.resolve("sandbox-17.0.15.jsa"));
    }

    /** A folder that is not there cannot be written either, by anybody. */
    @Test
    void else_it_is_in_the_user_s_cache_by_the_jar_s_path() {
        Path jar = Path.of("/nowhere/to be found/sandbox.jar");
        String name = ArchivePlace.checksum(jar.toString()) + "-sandbox-17.0.15.jsa";
        assertThat(ArchivePlace.of(jar, JAVA, Map.of("XDG_CACHE_HOME", "/cache", "HOME", "/home/user")))
                .contains(Path.of("/cache/kzpay-sandbox", name));
        assertThat(ArchivePlace.of(jar, JAVA, Map.of("HOME", "/home/user")))
                .contains(Path.of("/home/user/.cache/kzpay-sandbox", name));
        assertThat(ArchivePlace.of(jar, JAVA, Map.of("HOME", ""))).isEmpty();
    }

    @Test
    void the_checksum_is_that_of_the_launcher() {
        assertThat(List.of(ArchivePlace.checksum(""), ArchivePlace.checksum("123456789")))
                .containsExactly(4294967295L, 930766865L);
    }

    @Test
    void a_label_is_right_for_what_it_was_written_for() throws IOException {
        Path archive = Files.writeString(folder.resolve("sandbox-17.0.15.jsa"), "classes");
        Path jar = Files.writeString(folder.resolve("sandbox.jar"), "jar");
        ArchiveLabel label = new ArchiveLabel(archive, jar);
        assertThat(label.isRight()).isFalse();
        label.write();
        assertThat(label.isRight()).isTrue();
        assertThat(label.file()).content().startsWith("7\n");
        Files.writeString(archive, "Classes");
        assertThat(label.isRight()).isFalse();
        label.write();
        Files.writeString(jar, "another jar");
        assertThat(label.isRight()).isFalse();
    }
}
