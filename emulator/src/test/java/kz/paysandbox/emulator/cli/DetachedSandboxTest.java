package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code up --detach} and {@code down}, as processes. */
class DetachedSandboxTest {

    @TempDir
    private Path folder;

    @Test
    void it_is_up_when_the_command_returns_and_gone_when_down_does() throws IOException, InterruptedException {
        Terminal.Result up = run("up", "--detach", "--ephemeral");
        try {
            assertThat(up.code()).as(up.err()).isZero();
            assertThat(up.out()).contains("kzpay-sandbox is up.", "  kaspi-r1  ", "Stop it: sandbox down --home home");
            assertThat(folder.resolve("home/ports.json")).exists();
            assertThat(folder.resolve("home/sandbox.log")).exists();
            String pid = line(up, "  pid");

            Terminal.Result again = run("up", "--detach", "--ephemeral");
            assertThat(again.code()).isZero();
            assertThat(again.out()).contains("is up already.");
            assertThat(line(again, "  pid")).isEqualTo(pid);
        } finally {
            Terminal.Result down = run("down");
            assertThat(down.code()).as(down.err()).isZero();
            assertThat(down.out()).contains("the sandbox of home is down");
        }
        assertThat(folder.resolve("home/ports.json")).doesNotExist();
        assertThat(folder.resolve("home/sandbox.pid")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--detach=true", "@arguments"})
    void however_it_was_asked_for_there_is_one_process(String option) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("arguments"), "--detach\n--quiet\n");
        Terminal.Result up = run("up", option, "--ephemeral");
        try {
            assertThat(up.code()).as(up.err()).isZero();
            assertThat(up.out()).contains("kzpay-sandbox is up.");
            assertThat(folder.resolve("home/sandbox.log")).content().doesNotContain("kzpay-sandbox is up.");
        } finally {
            assertThat(run("down").code()).isZero();
        }
    }

    @Test
    void why_it_could_not_start_is_told_by_the_command() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Terminal.Result up = run("up", "--detach", "--ephemeral", "--port", "epay=" + taken.getLocalPort());
            assertThat(up.code()).isEqualTo(ExitCode.PORT_IN_USE);
            assertThat(up.err()).contains("--port epay=N");
            assertThat(Files.exists(folder.resolve("home/sandbox.pid"))).isFalse();
        }
    }

    private static String line(Terminal.Result result, String start) {
        return result.out()
                .lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private Terminal.Result run(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--home", "home"));
        return CommandProcess.run(folder, all);
    }
}
