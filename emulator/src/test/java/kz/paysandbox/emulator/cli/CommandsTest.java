package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the commands say when something is wrong. */
class CommandsTest {

    @TempDir
    private Path home;

    @Test
    void without_a_running_sandbox_they_say_how_to_start_one() {
        Terminal.Result result = Terminal.run(List.of("payments", "--home", home.toString()));
        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("no sandbox is running", "sandbox up --home");
    }

    @Test
    @Timeout(30)
    void waiting_is_bounded_also_where_something_takes_the_call_and_says_nothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Terminal.Result result =
                    Terminal.run(List.of("wait", "--for", "1s", "--at", "http://127.0.0.1:" + silent.getLocalPort()));
            assertThat(result.code()).isEqualTo(ExitCode.FAILED);
            assertThat(result.err()).contains("not up in time");
        }
    }

    @Test
    void a_mistyped_scenario_is_a_usage_error_with_a_suggestion() {
        Terminal.Result result = Terminal.run(List.of("scenario", "show", "bank-slo"));
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("did you mean `bank-slow`?");
        Terminal.Result up = Terminal.run(List.of("up", "--scenario", "bank-slo", "--home", home.toString()));
        assertThat(up.code()).isEqualTo(ExitCode.USAGE);
        assertThat(up.err()).contains("did you mean `bank-slow`?");
    }

    @Test
    void the_help_names_the_suite_and_the_jar_says_where_it_is() {
        assertThat(Terminal.run(List.of("--help")).out()).contains("verify");
        Terminal.Result result = Terminal.run(List.of("verify", "--target", "emulator"));
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("./sandbox verify");
    }

    @Test
    void the_help_names_the_gateway_and_the_jar_says_where_it_is() {
        assertThat(Terminal.run(List.of("--help")).out()).contains("gateway");
        Terminal.Result result = Terminal.run(List.of("gateway", "--listen", "127.0.0.1:0"));
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("./sandbox gateway");
    }

    @Test
    void a_bad_file_is_shown_with_places() throws IOException {
        Path file = home.resolve("bad.yaml");
        Files.writeString(file, "name: bad\nbank: kaspi\ntitle: {en: Bad, ru: Плохо}\ncorrect: No.\ntimelin: []\n");
        Terminal.Result result = Terminal.run(List.of("scenario", "validate", file.toString()));
        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err())
                .contains("bad.yaml, line 5, column 1: unknown key `timelin`, did you mean `timeline`?");
    }

    @Test
    void a_new_file_is_good_names_its_schema_and_replaces_none() {
        List<String> command = List.of("scenario", "new", "mine", "--dir", home.toString(), "--from", "bank-slow");
        assertThat(Terminal.run(command).code()).isEqualTo(ExitCode.OK);
        assertThat(home.resolve("mine.yaml"))
                .content()
                .startsWith("# yaml-language-server: $schema=scenario.schema.json");
        assertThat(home.resolve("scenario.schema.json")).exists();
        assertThat(Terminal.run(List.of(
                                "scenario",
                                "validate",
                                home.resolve("mine.yaml").toString()))
                        .code())
                .isEqualTo(ExitCode.OK);
        assertThat(Terminal.run(command).code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void env_says_that_the_sandbox_of_its_ports_file_is_gone() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        Files.createDirectories(home.resolve("pki"));
        Files.writeString(home.resolve("pki/merchant.password"), "secret\n");
        Files.writeString(home.resolve("ports.json"), "{\"control\":" + port + "}");
        Terminal.Result result = Terminal.run(List.of("env", "--home", home.toString()));
        assertThat(result.code()).isEqualTo(ExitCode.OK);
        assertThat(result.err()).contains("is of a sandbox that is gone", "localhost:" + port, "sandbox up");
        assertThat(result.out()).contains("export KASPI_KEY_PLAIN=", "export KASPI_TRUSTSTORE=");
    }

    @Test
    void down_does_not_say_that_none_runs_where_one_answers() throws IOException {
        Files.writeString(home.resolve("sandbox.pid"), "not a process\n");
        try (ControlStub control = new ControlStub(asked -> "{}")) {
            Files.writeString(home.resolve("ports.json"), "{\"control\":" + control.port() + "}");
            Terminal.Result down = Terminal.run(List.of("down", "--home", home.toString()));
            assertThat(down.code()).isEqualTo(ExitCode.FAILED);
            assertThat(down.err()).contains("a sandbox answers at http://localhost:" + control.port());
        }
        assertThat(Terminal.run(List.of("down", "--home", home.toString())).code())
                .isEqualTo(ExitCode.OK);
    }

    /** Nothing of it answers at 127.0.0.1. */
    @Test
    void down_looks_where_the_settings_say_that_one_listens() throws IOException, InterruptedException {
        String address = "127.0.0.9";
        try (Emulator sandbox = Emulator.start(EmulatorConfig.embedded(home, Map.of("bind", address)))) {
            Process down = CommandProcess.builder(
                            home, List.of("down", "--home", home.toString()), Map.of("SANDBOX_BIND", address))
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(down.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("a sandbox answers at http://" + address + ":"
                            + sandbox.ports().get("control"));
            assertThat(down.waitFor()).isEqualTo(ExitCode.FAILED);
        }
    }

    @Test
    void env_prints_for_sh_whatever_the_login_shell_is() throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("pki"));
        Files.writeString(home.resolve("pki/merchant.password"), "secret\n");
        Process env = CommandProcess.builder(
                        home, List.of("env", "--home", home.toString()), Map.of("SHELL", "/usr/bin/fish"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(new String(env.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("export KASPI_KEY_PLAIN=");
        assertThat(env.waitFor()).isZero();
    }

    @Test
    void a_host_that_is_none_is_a_usage_error() {
        Terminal.Result result = Terminal.run(List.of("up", "--host", "https://sandbox", "--home", home.toString()));
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--host: 'https://sandbox' is neither a host name nor an address");
    }

    @Test
    void an_address_that_is_none_is_a_usage_error() {
        Terminal.Result result = Terminal.run(List.of("up", "--bind", "127.0.0.one", "--home", home.toString()));
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--bind: '127.0.0.one' is no address");
        assertThat(home.resolve("pki")).doesNotExist();
    }

    @Test
    void retries_that_are_no_durations_are_a_usage_error() {
        Terminal.Result result =
                Terminal.run(List.of("up", "--set", "epay.callback.retries=PT1M,5 minutes", "--home", home.toString()));
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("durations separated by commas, such as PT1M,PT5M or 1m,5m");
    }

    @Test
    void a_taken_port_is_noticed_before_certificates_are_made() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Terminal.Result result = Terminal.run(
                    List.of("up", "--ephemeral", "--port", "epay=" + taken.getLocalPort(), "--home", home.toString()));
            assertThat(result.code()).isEqualTo(ExitCode.PORT_IN_USE);
            assertThat(result.err()).contains("--port epay=N");
            assertThat(home.resolve("pki")).doesNotExist();
        }
    }
}
