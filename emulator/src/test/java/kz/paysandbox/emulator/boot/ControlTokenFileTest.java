package kz.paysandbox.emulator.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import kz.paysandbox.emulator.http.tls.KeyMaterialException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTokenFileTest {

    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();

    @Test
    void an_absent_file_is_made_for_its_owner_alone_and_read_the_next_time() throws IOException {
        Path file = folder.resolve("control.token");
        String made = ControlToken.of(Optional.empty(), file, random);
        assertThat(made).hasSize(48);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(ControlToken.of(Optional.empty(), file, random)).isEqualTo(made);
    }

    @Test
    void a_chosen_token_wins_and_is_written_nowhere() {
        Path file = folder.resolve("control.token");
        assertThat(ControlToken.of(Optional.of("chosen-by-compose-file"), file, random))
                .isEqualTo("chosen-by-compose-file");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_token_that_protects_nothing_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("control.token"), "secret\n");
        assertThatThrownBy(() -> ControlToken.of(Optional.empty(), file, random))
                .isInstanceOf(KeyMaterialException.class)
                .hasMessageContaining("at least 16 characters")
                .message()
                .doesNotContain("secret");
    }
}
