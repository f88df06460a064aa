package kz.paysandbox.emulator.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.cli.ControlStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ControlUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"http://box:8540", "http://box:8540/", "http://box:8540/__sandbox", "http://box:8540/__sandbox/"
            })
    void the_prefix_may_be_left_out(String text) {
        assertThat(ControlUrl.of(text)).isEqualTo(URI.create("http://box:8540/__sandbox"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"box:8540", "8540", "", "http://", "ftp://box", "http://a b", "http://box:65536"})
    void what_is_none_is_refused_by_the_option_s_name(String text) {
        assertThatThrownBy(() -> ControlUrl.of(text))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("--at: '" + text + "' is no URL");
    }

    @Test
    void a_home_is_found_as_up_finds_it(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "home: there\n");
        Map<String, String> environment = Map.of("SANDBOX_CONFIG", file.toString());
        assertThat(HomeFolder.of(null, environment)).isEqualTo(Path.of("there"));
        assertThat(HomeFolder.of("here", environment)).isEqualTo(Path.of("here"));
        assertThat(HomeFolder.of(null, Map.of("SANDBOX_CONFIG", file.toString(), "SANDBOX_HOME", "elsewhere")))
                .isEqualTo(Path.of("elsewhere"));
        assertThat(HomeFolder.of(null, Map.of())).isEqualTo(Path.of(".sandbox"));
    }

    @Test
    void a_home_s_token_goes_to_its_own_sandbox_only(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve("control.token"), "secret\n");
        Path given = Files.writeString(home.resolve("given"), "given\n");
        try (ControlStub own = new ControlStub(asked -> "{}");
                ControlStub other = new ControlStub(asked -> "{}")) {
            Files.writeString(home.resolve("ports.json"), "{\"control\":" + own.port() + "}");
            Map<String, String> elsewhere = Map.of("SANDBOX_HOME", home.toString(), "SANDBOX_CONTROL_URL", other.url());
            new RunningSandbox().client(elsewhere).get("/world");
            assertThat(other.authorization()).isEmpty();
            RunningSandbox.at(home, "main")
                    .client(Map.of(), Optional.of(other.url()))
                    .get("/world");
            assertThat(other.authorization()).isEmpty();
            RunningSandbox named = new RunningSandbox();
            new CommandLine(named).parseArgs("--token-file", given.toString());
            named.client(elsewhere).get("/world");
            assertThat(other.authorization()).contains("Bearer given");

            RunningSandbox.at(home, "main").client(Map.of()).get("/world");
            assertThat(own.authorization()).contains("Bearer secret");
            new RunningSandbox()
                    .client(Map.of("SANDBOX_HOME", home.toString(), "SANDBOX_CONTROL_URL", own.url()))
                    .get("/health");
            assertThat(own.authorization()).contains("Bearer secret");
        }
    }

    @Test
    void a_token_s_file_may_be_elsewhere(@TempDir Path home) throws IOException {
        Path variable = Files.writeString(home.resolve("of-variable"), "by variable\n");
        Path listed = Files.writeString(home.resolve("of-settings"), "by settings\n");
        Path settings = Files.writeString(home.resolve("mine.yaml"), "control:\n  token-file: " + listed + "\n");
        try (ControlStub own = new ControlStub(asked -> "{}")) {
            Files.writeString(home.resolve("ports.json"), "{\"control\":" + own.port() + "}");
            RunningSandbox.at(home, "main")
                    .client(Map.of("SANDBOX_CONFIG", settings.toString()))
                    .get("/world");
            assertThat(own.authorization()).contains("Bearer by settings");
            RunningSandbox.at(home, "main")
                    .client(Map.of(
                            "SANDBOX_CONFIG", settings.toString(), "SANDBOX_CONTROL_TOKEN_FILE", variable.toString()))
                    .get("/world");
            assertThat(own.authorization()).contains("Bearer by variable");
        }
    }

    @Test
    void a_url_wins_over_the_home(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve("ports.json"), "{\"control\":1}");
        RunningSandbox sandbox = RunningSandbox.at(home, "main");
        assertThat(sandbox.client(Map.of(), Optional.of("https://box")).base())
                .isEqualTo(URI.create("https://box/__sandbox"));
        assertThat(sandbox.client(Map.of("SANDBOX_CONTROL_URL", "http://other/__sandbox"), Optional.empty())
                        .base())
                .isEqualTo(URI.create("http://127.0.0.1:1/__sandbox"));
    }
}
