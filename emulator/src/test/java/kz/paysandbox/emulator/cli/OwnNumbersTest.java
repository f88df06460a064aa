package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.start.Banner;
import kz.paysandbox.emulator.cli.start.SettingsOptions;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.RunningSandbox;
import kz.paysandbox.emulator.client.ControlClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands know the key and the organisations that somebody gave a sandbox. */
final class OwnNumbersTest {

    @TempDir
    Path home;

    @Test
    void signing_asks_the_running_sandbox_for_its_organisations_and_env_for_its_key()
            throws IOException, InterruptedException {
        try (Emulator sandbox =
                Emulator.start(EmulatorConfig.embedded(home, Map.of("kaspi.api-key", "prod_built-in")))) {
            assertThat(sign("060640000035").code()).isEqualTo(ExitCode.USAGE);
            assertThat(sign("060640000035").err())
                    .contains("no such organisation", "180340021791", "050540000017", "POST /__sandbox/organizations");

            add(sandbox, "{\"bin\":\"060640000035\"}");

            assertThat(sign("060640000035").err()).contains("no such file");
            assertThat(Terminal.run(List.of("env", "--home", home.toString())).out())
                    .contains("KASPI_API_KEY='prod_built-in'");
            assertThat(String.join("\n", Banner.lines(sandbox))).contains("Api-Key: prod_built-in");
        }
        assertThat(sign("060640000035").code()).isEqualTo(ExitCode.USAGE);
        assertThat(sign("060640000035", "--unknown-bin").err()).contains("no such file");
    }

    @Test
    void env_knows_a_world_by_its_name_and_writes_its_certificate() throws IOException {
        try (Emulator sandbox = Emulator.start(EmulatorConfig.embedded(home, Map.of()))) {
            ControlClient client = RunningSandbox.at(home, "main").client(Map.of());
            JsonNode world = client.post("/worlds", Map.of("name", "mine"));
            Terminal.Result env =
                    Terminal.run(List.of("env", "--dotenv", "--world", "mine", "--home", home.toString()));
            assertThat(env.code()).as(env.err()).isZero();
            Path folder = home.resolve("pki/worlds/mine");
            assertThat(env.out().lines())
                    .contains(
                            "KASPI_API_KEY=" + world.at("/kaspi/apiKey").asText(),
                            "EPAY_CLIENT_ID=" + world.at("/epay/clientId").asText(),
                            "EPAY_CLIENT_SECRET="
                                    + world.at("/epay/clientSecret").asText(),
                            "EPAY_TERMINAL=" + world.at("/epay/terminal").asText(),
                            "KASPI_CERT=" + folder.resolve("merchant.cer"),
                            "KASPI_CA=" + folder.resolve("ca-bundle.pem"),
                            "KASPI_KEY_PASSWORD="
                                    + Files.readString(folder.resolve("merchant.password"))
                                            .strip());
            assertThat(folder.resolve("merchant.key")).content().contains("ENCRYPTED PRIVATE KEY");
            assertThat(folder.resolve("merchant-plain.key")).content().contains("BEGIN PRIVATE KEY");
            assertThat(sandbox.ports()).isNotEmpty();
        }
    }

    @Test
    void a_settings_file_holds_organisations_as_a_list() throws IOException {
        Path file = home.resolve("sandbox.yaml");
        Files.writeString(file, """
                kaspi:
                  api-key: mine
                  organizations:
                    - bin: "060640000035"
                      name: ТОО «Своё»
                      tradePoints:
                        - {id: 501, name: "Касса 501"}
                """);
        assertThat(new SettingsOptions()
                        .read(Map.of("SANDBOX_CONFIG", file.toString()))
                        .text("kaspi.organizations"))
                .isEqualTo("[{\"bin\":\"060640000035\",\"name\":\"ТОО «Своё»\","
                        + "\"tradePoints\":[{\"id\":501,\"name\":\"Касса 501\"}]}]");
    }

    @Test
    void a_bin_without_quotes_in_a_settings_file_is_a_usage_error() throws IOException {
        Path file = home.resolve("sandbox.yaml");
        Files.writeString(file, "kaspi.organizations: [{bin: 060640000035}]\n");

        Terminal.Result up = Terminal.run(List.of("up", "--config", file.toString(), "--home", home.toString()));

        assertThat(up.code()).isEqualTo(ExitCode.USAGE);
        assertThat(up.err()).contains("kaspi.organizations: bin must be a text of twelve digits, in quotes");
    }

    private Terminal.Result sign(String bin, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "certs",
                "--home",
                home.toString(),
                "sign",
                home.resolve("none.csr").toString()));
        words.addAll(List.of("--bin", bin, "--out", home.resolve("x.cer").toString()));
        words.addAll(List.of(more));
        return Terminal.run(words);
    }

    private static void add(Emulator sandbox, String json) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + sandbox.ports().get("control") + "/__sandbox/organizations");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(201);
    }
}
