package kz.paysandbox.gateway.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The README's lines, as a newcomer pastes them into a folder.
 *
 * @param folder where they are run
 */
public record PastedLines(Path folder) {
    private static final Path README = Path.of("README.md");

    /**
     * Where the lines lead in a test.
     *
     * @param gateway its address
     * @param adminToken of the gateway
     * @param epay the address of the bank's API for cards
     * @param authorities the file of certificates that the bank's is judged by
     * @param pay what is said instead of {@code ./sandbox pay}: a command that takes the payment's number
     */
    public record Places(URI gateway, String adminToken, URI epay, Path authorities, String pay) {}

    /** Whether this machine has what the lines need besides Java. */
    public static boolean possible() throws IOException, InterruptedException {
        return has("curl") && has("openssl");
    }

    static boolean has(String tool) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + tool)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** Runs the lines, and fails unless they give a paid invoice, link and card, and a refund of each. */
    public void pay(Places places) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve(".gateway"));
        Files.writeString(folder.resolve(".gateway/admin-token"), places.adminToken());
        String printed = run(List.of("sh", "-e", script(places)));
        assertThat(printed)
                .containsPattern("\"refunded_amount\":50[,}.]")
                .containsPattern("\"refunded_amount\":250[,}.]")
                .contains("\"status\":\"completed\"", "\"refunded_amount\":50000", "\"receipt_number\":\"5-")
                .doesNotContainPattern("\"code\":(\"|-|[1-9])");
        assertThat(printed.split("\"status\":\"Processed\"", -1))
                .as("an invoice and a link are paid")
                .hasSizeGreaterThanOrEqualTo(3);
    }

    /** The blocks, with these addresses and without the launcher. */
    private String script(Places places) throws IOException {
        String lines = blocks("sh").stream().collect(Collectors.joining("\n"));
        String text = lines.replace("http://127.0.0.1:8550", places.gateway().toString())
                .replace("https://localhost:8546", places.epay().toString())
                .replace(".sandbox/pki/ca-bundle.pem", places.authorities().toString())
                .replace("./sandbox pay ", "pay ");
        assertThat(text).doesNotContain("./sandbox", "localhost:8546");
        Path script = folder.resolve("pasted.sh");
        Files.writeString(script, "pay() { " + places.pay() + "; }\n" + text);
        return script.toString();
    }

    static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(README))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    String run(List<String> command) throws IOException, InterruptedException {
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
