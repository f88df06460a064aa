package kz.paysandbox.emulator.blackbox.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.Stream;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Identity;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import kz.paysandbox.emulator.blackbox.support.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadCertificateTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld main = SANDBOX.main();

    static Stream<Arguments> fixtures() {
        return Stream.of(
                        Arguments.of("expired", "expired on "),
                        Arguments.of("not-yet-valid", "not valid before "),
                        Arguments.of("self-signed", "self-signed"),
                        Arguments.of("wrong-ca", "which this sandbox does not know"),
                        Arguments.of("no-client-auth", "lacks extendedKeyUsage clientAuth"),
                        Arguments.of("revoked", "revoked on "))
                .flatMap(fixture -> Stream.of("1.2", "1.3")
                        .map(version -> Arguments.of(fixture.get()[0], fixture.get()[1], version)));
    }

    @BeforeEach
    void forget_earlier_requests() {
        main.control().delete("/requests").expect(204);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_java_client_fails_the_handshake_and_the_journal_says_why(String fixture, String why, String version) {
        Identity bad = Identity.in(SANDBOX, "bad/" + fixture);
        Bank client = main.certified("r2", bad, "TLSv" + version);

        assertThatThrownBy(client::attemptPing).isInstanceOf(IOException.class);

        assertThat(main.control().awaitNote(why)).contains("handshake failed");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void curl_fails_the_handshake_and_the_journal_says_why(String fixture, String why, String version) {
        String file = SANDBOX.pki("bad/" + fixture).toString();
        Tool.Run run = Tool.named("curl")
                .run(
                        "--silent",
                        "--show-error",
                        "--tlsv" + version,
                        "--tls-max",
                        version,
                        "--cacert",
                        SANDBOX.pki("ca-bundle.pem").toString(),
                        "--cert",
                        file + ".cer",
                        "--key",
                        file + ".key",
                        "--pass",
                        Certificates.password(SANDBOX, "bad/" + fixture),
                        "https://localhost:" + SANDBOX.port("kaspi-r3") + "/r3/v01/health/ping");

        assertThat(run.exit()).isNotZero();
        assertThat(run.output()).doesNotContain("StatusCode");
        assertThat(main.control().awaitNote(why)).contains("handshake failed");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void openssl_fails_the_handshake_and_the_journal_says_why(String fixture, String why, String version) {
        Tool.Run run = new OpenSsl(SANDBOX, "bad/" + fixture, version).ping("kaspi-r2");

        assertThat(run.output()).contains("alert").doesNotContain("StatusCode");
        assertThat(main.control().awaitNote(why)).contains("handshake failed");
    }
}
