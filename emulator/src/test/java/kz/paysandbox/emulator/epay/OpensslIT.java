package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cryptogram that openssl made: the encryption is not checked by our own code alone. */
class OpensslIT {

    @Test
    void its_cryptogram_pays(@TempDir Path dir) throws IOException, InterruptedException {
        assumeTrue(run(dir, List.of("openssl", "version")), "openssl is not installed");
        try (EpaySandbox sandbox = EpaySandbox.start()) {
            Files.writeString(
                    dir.resolve("key.pem"),
                    sandbox.get(sandbox.base() + "/public.rsa", "none").body());
            Files.writeString(
                    dir.resolve("card.json"),
                    "{\"hpan\":\"4405639704015096\",\"expDate\":\"0127\",\"cvc\":\"321\",\"terminalId\":\""
                            + EpaySandbox.TERMINAL + "\"}");
            assertThat(run(
                            dir,
                            List.of(
                                    "openssl",
                                    "pkeyutl",
                                    "-encrypt",
                                    "-pubin",
                                    "-inkey",
                                    "key.pem",
                                    "-in",
                                    "card.json",
                                    "-out",
                                    "card.bin")))
                    .isTrue();
            String cryptogram = Base64.getEncoder().encodeToString(Files.readAllBytes(dir.resolve("card.bin")));
            Answer paid = sandbox.postJson(
                    sandbox.base() + "/payment/cryptopay",
                    sandbox.invoiceToken("700001", "100"),
                    CardOrders.of(cryptogram, "700001", Map.of("description", "openssl")));
            assertThat(paid.status()).isEqualTo(200);
        }
    }

    private static boolean run(Path dir, List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(dir.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
