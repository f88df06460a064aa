package kz.paysandbox.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.paysandbox.certs.testing.SharedPki;
import kz.paysandbox.certs.testing.StrictDer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything that is made can be read by stacks that know DER only. */
@ExtendWith(SharedPki.class)
class StrictReadersTest {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN [A-Z0-9 ]+-----([^-]+)-----END");

    @Test
    void every_file_is_der_all_through(Pki pki) throws IOException {
        List<String> faults = new ArrayList<>();
        int looked = 0;
        try (Stream<Path> files = Files.walk(pki.files().dir())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (byte[] der : structures(file)) {
                    looked++;
                    StrictDer.faults(der).forEach(fault -> faults.add(file.getFileName() + ": " + fault));
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(looked).isGreaterThan(40);
    }

    @Test
    void the_certificate_of_a_world_is_der_all_through(Pki pki) {
        ClientIdentity identity =
                pki.issue(new ClientRequest("w7", "w7", List.of("180340021791"), KeyAlgorithm.EC_P256));
        assertThat(StrictDer.faults(identity.material().pfx())).isEmpty();
    }

    @Test
    void the_strict_reader_sees_what_is_not_der() {
        assertThat(StrictDer.faults(new byte[] {0x30, (byte) 0x80, 2, 1, 0, 0, 0}))
                .containsExactly("offset 0: indefinite length");
        assertThat(StrictDer.faults(new byte[] {0x24, 3, 4, 1, 7}))
                .containsExactly("offset 0: constructed string, tag 24");
        assertThat(StrictDer.faults(new byte[] {0x04, 4, 0x30, (byte) 0x80, 0, 0}))
                .containsExactly("offset 2: indefinite length");
        assertThat(StrictDer.faults(new byte[] {4, (byte) 0x81, 1, 0}))
                .containsExactly("offset 0: length not in its shortest form");
    }

    @Test
    void node_reads_both_containers(Pki pki) throws Exception {
        PkiFiles.Client files = pki.files().client("merchant");
        assertThat(read("node", "-e", """
                const fs = require('fs'), [pfx, password] = process.argv.slice(1);
                require('tls').createSecureContext({ pfx: fs.readFileSync(pfx), passphrase: fs.readFileSync(password, 'utf8').trim() });
                console.log('read');""", files.pfx(), files.password())).isEqualTo("read");
    }

    @Test
    void php_reads_the_container(Pki pki) throws Exception {
        PkiFiles.Client files = pki.files().client("merchant");
        X509Certificate leaf = Authorities.certificate(files.certificate());
        assertThat(read("php", "-r", """
                openssl_pkcs12_read(file_get_contents($argv[1]), $read, trim(file_get_contents($argv[2])));
                echo openssl_x509_parse($read['cert'])['serialNumberHex'];""", files.pfx(), files.password()))
                .isEqualToIgnoringCase(leaf.getSerialNumber().toString(16));
    }

    private static List<byte[]> structures(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".pfx") || name.endsWith(".p12")) {
            return List.of(Files.readAllBytes(file));
        }
        if (!name.matches(".*[.](cer|crt|key|pem)")) {
            return List.of();
        }
        return BLOCK.matcher(Files.readString(file))
                .results()
                .map((MatchResult block) -> Base64.getMimeDecoder().decode(block.group(1)))
                .toList();
    }

    /** What the interpreter printed; the test is skipped where the machine has none. */
    private static String read(String interpreter, String option, String script, Path... files) throws Exception {
        List<String> command = new ArrayList<>(List.of(interpreter, option, script));
        if (interpreter.equals("php")) {
            command.add("--");
        }
        Stream.of(files).map(Path::toString).forEach(command::add);
        Optional<Process> process = start(command);
        Assumptions.assumeTrue(process.isPresent(), "no " + interpreter + " on this machine");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        process.orElseThrow().getInputStream().transferTo(printed);
        assertThat(process.orElseThrow().waitFor(30, TimeUnit.SECONDS)).isTrue();
        return printed.toString(java.nio.charset.StandardCharsets.UTF_8).strip();
    }

    private static Optional<Process> start(List<String> command) {
        try {
            return Optional.of(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
