package kz.paysandbox.junit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class UserFolderTest {

    @TempDir
    Path folder;

    @Test
    void it_is_made_for_its_owner_alone() throws IOException {
        Path made = UserFolder.first(List.of(folder.resolve("a/b")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
        assertThat(UserFolder.first(List.of(made))).isEqualTo(made);
    }

    @Test
    void the_next_one_is_taken_where_it_cannot_be_made_or_is_open_to_others() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwx---"));
        Path last = folder.resolve("last");
        assertThat(UserFolder.first(List.of(file.resolve("inside"), file, open, last)))
                .isEqualTo(last);
        assertThatThrownBy(() -> UserFolder.first(List.of(open)))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("-Dsandbox.cache=DIR")
                .satisfies(none -> assertThat(none.getSuppressed()[0]).hasMessageContaining("chmod 700"));
    }

    @Test
    void the_cache_is_where_the_user_or_the_system_says() {
        assertThat(UserFolder.cache(choices(Map.of("sandbox.cache", folder + "/own"), Map.of())))
                .isEqualTo(folder.resolve("own"));
        assertThat(UserFolder.running(choices(Map.of("sandbox.cache", folder + "/own"), Map.of())))
                .isEqualTo(folder.resolve("own/run"));
        assertThat(UserFolder.cache(choices(Map.of(), Map.of("XDG_CACHE_HOME", folder.toString()))))
                .isEqualTo(folder.resolve("kzpay-sandbox"));
        assertThat(UserFolder.running(choices(Map.of(), Map.of("XDG_RUNTIME_DIR", folder.toString()))))
                .isEqualTo(folder.resolve("kzpay-sandbox"));
    }

    @Test
    void a_property_beats_a_variable_and_blank_is_none() {
        Choices choices = choices(Map.of("sandbox.a", "1", "sandbox.b", " "), Map.of("SANDBOX_A", "2"));
        assertThat(choices.find("sandbox.a")).contains("1");
        assertThat(choices.find("sandbox.b")).isEmpty();
        assertThat(choices(Map.of(), Map.of("SANDBOX_TOKEN_FILE", "f")).find("sandbox.token-file"))
                .contains("f");
    }

    @Test
    void java_is_that_of_this_program_where_none_is_named() {
        Path own = Path.of(System.getProperty("java.home"), "bin", "java");
        assertThat(JavaProgram.find(choices(Map.of(), Map.of()))).isEqualTo(own);
        assertThat(JavaProgram.find(choices(Map.of("sandbox.java", System.getProperty("java.home")), Map.of())))
                .isEqualTo(own);
        assertThat(JavaProgram.find(choices(Map.of("sandbox.java", own.toString()), Map.of())))
                .isEqualTo(own);
        assertThatThrownBy(() -> JavaProgram.find(choices(Map.of("sandbox.java", "/absent"), Map.of())))
                .hasMessageContaining("-Dsandbox.java=PATH");
    }

    private static Choices choices(Map<String, String> properties, Map<String, String> environment) {
        return new Choices(
                name -> Optional.ofNullable(properties.get(name)), name -> Optional.ofNullable(environment.get(name)));
    }
}
