package kz.paysandbox.emulator.cli.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CksumTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void it_is_that_of_the_command() throws IOException {
        assertThat(of("")).isEqualTo("4294967295");
        assertThat(of("123456789")).isEqualTo("930766865");
        assertThat(of("Kaspi Pay\n".repeat(100_000))).isEqualTo("1699975863");
    }

    private String of(String text) throws IOException {
        return Cksum.of(Files.write(folder.resolve("file"), text.getBytes(StandardCharsets.UTF_8)));
    }
}
