package kz.paysandbox.emulator.cli.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveLabelTest {

    private Path archive = Path.of("");
    private ArchiveLabel label = new ArchiveLabel(archive, archive);

    @BeforeEach
    void an_archive_with_its_label(@TempDir Path folder) throws IOException {
        archive = Files.writeString(folder.resolve("sandbox.jsa"), "classes");
        label = new ArchiveLabel(archive, Files.writeString(folder.resolve("sandbox.jar"), "jar"));
        label.write();
    }

    @Test
    void it_is_right_as_it_was_written() {
        assertThat(label.isRight()).isTrue();
    }

    @Test
    void whatever_line_is_another_it_is_not_right() throws IOException {
        List<String> written = Files.readAllLines(label.file());
        assertThat(written).hasSizeGreaterThan(2);
        for (int line = 0; line < written.size(); line++) {
            List<String> other = new ArrayList<>(written);
            other.set(line, other.get(line) + "0");
            Files.write(label.file(), other);
            assertThat(label.isRight()).as(written.get(line)).isFalse();
        }
    }

    @Test
    void of_other_bytes_it_is_not_right() throws IOException {
        Files.writeString(archive, "Classes");
        assertThat(label.isRight()).isFalse();
    }

    @Test
    void launchers_find_length_and_checksum_in_the_first_two_lines() throws IOException {
        assertThat(Files.readAllLines(label.file())).startsWith("7", Cksum.of(archive));
    }
}
