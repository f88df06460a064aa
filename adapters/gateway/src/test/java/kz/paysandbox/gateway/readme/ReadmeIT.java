package kz.paysandbox.gateway.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.standardwebhooks.Webhook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's sample for shops; its lines for newcomers are run by the test of a first start. */
class ReadmeIT {
    @TempDir
    private Path folder;

    @Test
    void the_sample_verifies_what_the_public_library_signs() throws Exception {
        assumeTrue(PastedLines.has("python3"), "needs python3");
        String secret = "whsec_" + "c2FuZGJveC1zYW5kYm94LXNhbmRib3g=";
        String body = "{\"type\":\"payment.completed\"}";
        long now = Instant.now().getEpochSecond();
        String signature = new Webhook(secret).sign("msg_1", now, body);
        Path script = folder.resolve("sample.py");
        Files.writeString(
                script, PastedLines.blocks("python").get(0) + """

                        headers = {"webhook-id": "msg_1", "webhook-timestamp": "%d", "webhook-signature": "%s"}
                        body = b'%s'
                        print(verified("%s", headers, body), verified("%s", headers, body + b" "))
                        """.formatted(now, signature, body, secret, secret));
        assertThat(new PastedLines(folder).run(List.of("python3", script.toString())))
                .isEqualTo("True False\n");
    }
}
