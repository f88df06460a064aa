package kz.paysandbox.gateway.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's lines, as a newcomer pastes them. */
class ReadmeIT {
    private static final Path README = Path.of("README.md");

    @TempDir
    private Path folder;

    @Test
    void the_pasted_lines_give_a_paid_invoice_link_and_card_and_a_refund_of_each() throws Exception {
        assumeTrue(has("curl") && has("openssl"), "needs curl and openssl");
        try (GatewayFixture fixture = GatewayFixture.on(TestDatabase.H2)) {
            fixture.world().clock().run();
            fixture.till(GatewayFixture.SHOP);
            Files.createDirectory(folder.resolve(".gateway"));
            Files.writeString(folder.resolve(".gateway/admin-token"), fixture.admin());
            String printed = run(List.of("sh", "-e", script(fixture)));
            assertThat(printed)
                    .containsPattern("\"refunded_amount\":50[,}.]")
                    .containsPattern("\"refunded_amount\":250[,}.]")
                    .contains("\"status\":\"completed\"", "\"refunded_amount\":50000", "\"receipt_number\":\"5-")
                    .doesNotContain("\"code\":\"");
            assertThat(printed.split("\"status\":\"Processed\"", -1))
                    .as("an invoice and a link are paid")
                    .hasSizeGreaterThanOrEqualTo(3);
            assertThat(fixture.world().journal().findings())
                    .allMatch(finding -> finding.rule().equals("epay.callback.unreachable"));
        }
    }

    /** The blocks, with this test's addresses and without the launcher. */
    private String script(GatewayFixture fixture) throws IOException {
        String lines = blocks("sh").stream().collect(Collectors.joining("\n"));
        String text = lines.replace("http://127.0.0.1:8550", fixture.uri("").toString())
                .replace(
                        "https://localhost:8546",
                        fixture.world().epay().apiUrl().toString())
                .replace(".sandbox/pki/ca-bundle.pem", fixture.settings().get("kzpay.epay.ca"))
                .replace("./sandbox pay ", "pay ");
        assertThat(text).doesNotContain("./sandbox", "localhost:8546");
        Path script = folder.resolve("pasted.sh");
        Files.writeString(
                script,
                "pay() { for act in scan confirm; do curl -sS -X POST -H 'X-Sandbox-World: "
                        + fixture.world().name() + "' -H 'Content-Type: application/json' -d '{}' "
                        + fixture.world().control().base() + "/payments/$1/$act; echo; done; }\n" + text);
        return script.toString();
    }

    @Test
    void the_sample_verifies_what_the_public_library_signs() throws Exception {
        assumeTrue(has("python3"), "needs python3");
        String secret = "whsec_" + "c2FuZGJveC1zYW5kYm94LXNhbmRib3g=";
        String body = "{\"type\":\"payment.completed\"}";
        long now = Instant.now().getEpochSecond();
        String signature = new Webhook(secret).sign("msg_1", now, body);
        Path script = folder.resolve("sample.py");
        Files.writeString(script, blocks("python").get(0) + """

                        headers = {"webhook-id": "msg_1", "webhook-timestamp": "%d", "webhook-signature": "%s"}
                        body = b'%s'
                        print(verified("%s", headers, body), verified("%s", headers, body + b" "))
                        """.formatted(now, signature, body, secret, secret));
        assertThat(run(List.of("python3", script.toString()))).isEqualTo("True False\n");
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(README))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static boolean has(String tool) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + tool)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
