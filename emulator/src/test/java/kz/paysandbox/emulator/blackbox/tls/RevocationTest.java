package kz.paysandbox.emulator.blackbox.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import kz.paysandbox.emulator.blackbox.support.Identity;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RevocationTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld main = SANDBOX.main();

    static Stream<Arguments> ways() {
        return Stream.of("control", "other-process")
                .flatMap(way -> Stream.of("1.2", "1.3").map(version -> Arguments.of(way, version)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_new_handshake_fails_at_once(String way, String version) {
        String name = issue("new", way, version);
        Identity held = Identity.in(SANDBOX, name);
        assertThat(main.certified("r2", held, "TLSv" + version)
                        .get("health/ping")
                        .code())
                .isZero();

        revoke(way, name);

        assertThatThrownBy(main.certified("r2", held, "TLSv" + version)::attemptPing)
                .isInstanceOf(IOException.class);
        assertThat(main.control().awaitNote("CN=" + name)).contains("revoked on ");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void an_open_connection_ends_at_once(String way, String version) {
        String name = issue("open", way, version);
        RawTls kept = RawTls.open(SANDBOX, "kaspi-r2", Identity.in(SANDBOX, name), "TLSv" + version);
        assertThat(kept.ping("r2")).contains("\"StatusCode\":0");
        main.control().delete("/requests").expect(204);

        revoke(way, name);

        assertThat(kept.ping("r2")).as("answer on the kept connection").isEmpty();
        assertThat(main.control().awaitNote("refused now")).contains("revoked on ");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_resumed_session_is_refused_at_once(String way, String version, @TempDir Path sessions) throws IOException {
        String name = issue("resumed", way, version);
        OpenSsl client = new OpenSsl(SANDBOX, name, version);
        String session = sessions.resolve("session").toString();
        assertThat(client.ping("kaspi-r2", "-sess_out", session).output()).contains("\"StatusCode\":0");
        assertThat(Files.size(Path.of(session))).isPositive();
        assertThat(client.ping("kaspi-r2", "-sess_in", session).output())
                .contains("Reused, TLS")
                .contains("\"StatusCode\":0");
        main.control().delete("/requests").expect(204);

        revoke(way, name);

        assertThat(client.ping("kaspi-r2", "-sess_in", session).output()).doesNotContain("StatusCode");
        assertThat(main.control().awaitNote("revoked on ")).contains("CN=" + name);
    }

    private static String issue(String test, String way, String version) {
        String name = test + "-" + way + "-" + version.replace('.', '-');
        Certificates.issue(SANDBOX, name);
        return name;
    }

    private void revoke(String way, String name) {
        if (way.equals("control")) {
            main.control().post("/certificates/" + name + "/revoke", "").expect(200);
        } else {
            Certificates.revoke(SANDBOX, name);
        }
    }
}
