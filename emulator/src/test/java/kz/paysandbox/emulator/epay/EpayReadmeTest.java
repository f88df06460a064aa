package kz.paysandbox.emulator.epay;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.paysandbox.emulator.epay.domain.cards.TestCard;
import kz.paysandbox.emulator.epay.domain.cards.TestCards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What EPAY.md says is what the code does. */
class EpayReadmeTest {

    private static final Path FILE = Path.of("EPAY.md");

    /** With {@code -Dreadme.write=true} the tables are brought up to date instead. */
    @Test
    void its_tables_are_the_codes() throws IOException {
        String text = Files.readString(FILE);
        String right = with(with(text, "cards", cards()), "endpoints", endpoints());
        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(FILE, right);
        } else {
            assertThat(text).isEqualTo(right);
        }
    }

    @Test
    void its_commands_pay_and_refund(@TempDir Path dir) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs sh, curl and openssl");
        try (EpaySandbox sandbox = EpaySandbox.start()) {
            Matcher block = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(FILE));
            assertThat(block.find()).isTrue();
            String script = block.group(1)
                    .replace("https://localhost:8546", sandbox.base())
                    .replace(
                            ".sandbox/pki",
                            EpaySandbox.HOME.resolve("pki").toAbsolutePath().toString());
            Path output = dir.resolve("output.txt");
            Process shell = new ProcessBuilder("sh", "-ec", script)
                    .directory(dir.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(output))
                    .contains(
                            "\"status\":\"CHARGE\"",
                            "\"statusName\":\"CHARGE\"",
                            "\"code\":0,\"message\":\"Successfully\"");
            assertThat(sandbox.get(sandbox.control("/findings"), "x").body())
                    .as("what the guide does is polite")
                    .isEqualTo("[]");
        }
    }

    private static String with(String text, String name, String table) {
        return Pattern.compile("(<!-- " + name + ": begin -->\n).*?(<!-- " + name + ": end -->)", Pattern.DOTALL)
                .matcher(text)
                .replaceFirst("$1" + Matcher.quoteReplacement(table + "\n") + "$2");
    }

    private static String cards() {
        return table(
                "| number | expiry, CVC | leads to | code |",
                TestCards.all().stream().map(EpayReadmeTest::row));
    }

    private static String row(TestCard card) {
        return "| " + card.pan() + " | "
                + card.printed().stream()
                        .map(pair -> pair.expiry().substring(0, 2) + "/"
                                + pair.expiry().substring(2) + ", " + pair.cvc())
                        .collect(joining("; "))
                + " | " + card.behavior().label() + " | "
                + card.behavior()
                        .refusal()
                        .map(reason -> String.valueOf(reason.code()))
                        .orElse("") + " |";
    }

    private static String endpoints() {
        return table(
                "| endpoint | page | | emulated |",
                EpayEndpoints.TABLE.stream()
                        .map(row -> "| " + row.id() + " | " + row.page() + " | `" + row.method() + " " + row.path()
                                + "` | " + (row.isEmulated() ? "yes" : "no") + " |"));
    }

    private static String table(String head, Stream<String> rows) {
        long columns = head.chars().filter(sign -> sign == '|').count() - 1;
        return Stream.concat(Stream.of(head, "|" + "---|".repeat((int) columns)), rows)
                .collect(joining("\n"));
    }
}
