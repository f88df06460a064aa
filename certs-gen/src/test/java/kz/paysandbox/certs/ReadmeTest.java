package kz.paysandbox.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import kz.paysandbox.certs.testing.SharedPki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedPki.class)
class ReadmeTest {
    @TempDir
    Path folder;

    @Test
    void the_library_example_runs(Pki shared) throws IOException {
        SharedPki.copy(shared, folder);
        assertThat(example(folder, SharedPki.CLOCK, new SecureRandom(), line -> {}, "no request"))
                .contains("csr.readable");
    }

    @Test
    void the_library_example_is_the_one_printed() throws IOException {
        String readme = squeezed(Files.readString(Path.of("README.md")));
        String source = Files.readString(Path.of("src/test/java/kz/paysandbox/certs/ReadmeTest.java"));
        String example =
                source.substring(source.lastIndexOf("        Pki pki ="), source.lastIndexOf("        assertThat(app"));
        assertThat(readme).contains(squeezed(example));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String example(
            Path folder, Clock clock, SecureRandom random, Consumer<String> progress, String csrPem) {
        Pki pki = Pki.init(folder, clock, random, progress);
        ClientIdentity app = pki.issue(new ClientRequest("app", "main", List.of("180340021791"), KeyAlgorithm.EC_P256));
        pki.renew("merchant");
        pki.revoke("merchant");
        Signing answer = pki.sign(csrPem, List.of("180340021791", "990340000013"), "main");
        String result = answer.fold(
                signed -> signed.certificatePem(), refused -> refused.findings().toString());
        assertThat(app.name()).isEqualTo("app");
        return result;
    }
}
