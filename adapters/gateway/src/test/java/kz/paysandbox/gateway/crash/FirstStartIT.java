package kz.paysandbox.gateway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.On;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.readme.PastedLines;
import kz.paysandbox.junit.SandboxServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Check 41: a newcomer's first start, with no settings but a running sandbox, by the jar where the build has made it. */
class FirstStartIT {
    @TempDir
    private Path folder;

    @Test
    @On(TestDatabase.H2)
    void check_41_a_first_start_makes_all_that_a_first_payment_needs() throws Exception {
        Path home = folder.resolve("home");
        Path ports = folder.resolve("sandbox.json");
        Process sandbox = sandbox(home, ports);
        try {
            Await.until("the sandbox listens", () -> Files.exists(ports) || !sandbox.isAlive());
            try (GatewayProcess gateway = GatewayProcess.launched(
                    folder,
                    Map.of(
                            "kzpay.emulator.home",
                            home.toString(),
                            "kzpay.gateway.data",
                            folder.resolve("data").toString()))) {
                Await.until("it has said so", () -> gateway.output().contains("Its state:"));
                JsonNode listeners = new JsonMapper().readTree(ports.toFile());
                String control = "http://127.0.0.1:" + listeners.path("control").asInt() + "/__sandbox";
                firstPayment(gateway, control);
                assertThat(modes()).allMatch("rw-------"::equals);
                if (PastedLines.possible()) {
                    new PastedLines(folder)
                            .pay(new PastedLines.Places(
                                    URI.create("http://127.0.0.1:" + gateway.port()),
                                    gateway.admin(),
                                    URI.create("https://localhost:"
                                            + listeners.path("epay").asInt()),
                                    home.resolve("pki/ca-bundle.pem"),
                                    "java -jar " + folder.resolve("sandbox.jar") + " pay \"$1\" --home " + home));
                }
                assertThat(findings(control))
                        .allMatch(finding -> finding.path("severity").asText().equals("note"));
            }
        } finally {
            sandbox.destroy();
            sandbox.waitFor();
        }
    }

    /** The sandbox of the test artifact, as a user starts it. */
    private Process sandbox(Path home, Path ports) throws IOException {
        Path jar = folder.resolve("sandbox.jar");
        try (InputStream inside = SandboxServer.class.getResourceAsStream("/META-INF/sandbox/sandbox.jar")) {
            assertThat(inside).isNotNull();
            Files.copy(inside, jar);
        }
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-jar",
                        jar.toString(),
                        "up",
                        "--ephemeral",
                        "--home",
                        home.toString(),
                        "--ports-file",
                        ports.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sandbox.txt").toFile())
                .start();
    }

    private static void firstPayment(GatewayProcess gateway, String control) throws Exception {
        Matcher token = Pattern.compile("Admin token, shown once: (\\S+)").matcher(gateway.output());
        assertThat(token.find()).isTrue();
        assertThat(token.group(1)).isEqualTo(gateway.admin());
        assertThat(token.find()).isFalse();
        HttpAnswer invoice =
                gateway.post("/payments/kaspi/create", "{\"shop_id\":5,\"amount\":100,\"phone\":\"87010000001\"}");
        assertThat(invoice.status()).as(invoice.toString()).isEqualTo(200);
        String number = invoice.text("/external_id");
        HttpResponse<String> paid = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(control + "/payments/" + number + "/confirm"))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(paid.statusCode()).as(paid.body()).isEqualTo(200);
        assertThat(gateway.get("/payments/kaspi/status/" + number).text("/status"))
                .isEqualTo("Processed");
    }

    private static List<JsonNode> findings(String control) throws Exception {
        HttpResponse<String> found = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(control + "/findings"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        List<JsonNode> findings = new ArrayList<>();
        new JsonMapper().readTree(found.body()).forEach(findings::add);
        return findings;
    }

    private List<String> modes() throws IOException {
        return List.of(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("token"))),
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data/database.key"))));
    }
}
