package kz.paysandbox.emulator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.EmulatorConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code open} gives the browser on its command line, which every user of the machine can read. */
@DisabledOnOs(OS.WINDOWS)
class OpenedPageTest {

    @TempDir
    private Path folder;

    private Path browser;
    private Path told;

    /** A browser that tells its command line, through a pipe that a reader waits at. */
    @BeforeEach
    void install() throws IOException, InterruptedException {
        told = folder.resolve("told");
        browser = folder.resolve("browser");
        assertThat(new ProcessBuilder("mkfifo", told.toString()).start().waitFor())
                .isZero();
        Files.writeString(browser, "#!/bin/sh\nprintf '%s' \"$*\" > '" + told + "'\n");
        Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void the_token_is_in_a_file_of_its_owner_and_not_on_the_command_line() throws IOException, InterruptedException {
        Path home = folder.resolve("a home");
        try (Emulator sandbox = Emulator.start(EmulatorConfig.embedded(home, Map.of("bind", "0.0.0.0")))) {
            String token = sandbox.controlToken().orElseThrow();
            Process command = start("open", "--home", home.toString());
            String given = Files.readString(told);

            Path file = home.resolve("open.html");
            assertThat(given).isEqualTo(file.toUri().toString()).doesNotContain(token);
            assertThat(Files.readString(file)).contains("/#token=" + token);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(new String(command.getInputStream().readAllBytes(), UTF_8))
                    .contains("#token=" + token);
            assertThat(command.waitFor()).isZero();
        }
    }

    @Test
    void without_a_token_the_address_itself_is_given() throws IOException {
        Path home = folder.resolve("home");
        try (Emulator sandbox = Emulator.start(EmulatorConfig.embedded(home, Map.of()))) {
            Process command = start("open", "--home", home.toString());
            assertThat(Files.readString(told))
                    .isEqualTo("http://127.0.0.1:" + sandbox.ports().get("control") + "/");
            assertThat(home.resolve("open.html")).doesNotExist();
            assertThat(command.onExit().join().exitValue()).isZero();
        }
    }

    @Test
    void without_a_home_the_address_is_printed_only() throws IOException {
        try (Emulator sandbox =
                Emulator.start(EmulatorConfig.embedded(folder.resolve("elsewhere"), Map.of("bind", "0.0.0.0")))) {
            Path token = Files.writeString(
                    folder.resolve("token"), sandbox.controlToken().orElseThrow());
            Process command = start(
                    "open",
                    "--at",
                    "http://127.0.0.1:" + sandbox.ports().get("control"),
                    "--token-file",
                    token.toString());
            assertThat(new String(command.getInputStream().readAllBytes(), UTF_8))
                    .contains("#token=");
            assertThat(new String(command.getErrorStream().readAllBytes(), UTF_8))
                    .contains("open the address yourself");
            assertThat(command.onExit().join().exitValue()).isZero();
        }
    }

    private Process start(String... words) throws IOException {
        return CommandProcess.builder(folder, List.of(words), Map.of("BROWSER", browser.toString()))
                .start();
    }
}
