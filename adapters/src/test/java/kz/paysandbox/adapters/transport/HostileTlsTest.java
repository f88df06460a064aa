package kz.paysandbox.adapters.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocket;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.tls.Identity;
import kz.paysandbox.adapters.tls.Password;
import kz.paysandbox.adapters.tls.TestPki;
import kz.paysandbox.adapters.tls.TlsContext;
import kz.paysandbox.adapters.tls.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates that either side refuses mean "not applied", in both versions of TLS. */
@Timeout(60)
class HostileTlsTest {
    private static final byte[] ANSWER = HostileServer.answer("{\"StatusCode\":0}");

    @TempDir
    Path home;

    private final TestSurroundings time = TestSurroundings.create();

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_certificate_that_the_server_refuses_is_not_applied(String protocol) throws Exception {
        TestPki pki = TestPki.create();
        try (HostileServer server = HostileServer.tls(pki.server(), true, protocol)) {
            server.replies((out, socket) -> out.write(ANSWER));
            Identity foreign = identity(TestPki.create("CN=Other Root").issue("merchant"), "foreign");
            Identity expired = identity(pki.issue("merchant", TestPki.days(-900), TestPki.days(-800)), "expired");
            for (Identity refused : new Identity[] {foreign, expired, Identity.none()}) {
                for (int i = 0; i < 5; i++) {
                    Caller caller = caller(server, pki, refused);
                    assertThatThrownBy(caller::post).isInstanceOf(ConnectionFailed.class);
                }
            }
            assertThat(server.requests()).isZero();
            Identity good = identity(pki.issue("merchant"), "good");
            assertThat(caller(server, pki, good).post().status()).isEqualTo(200);
        }
    }

    @Test
    void a_server_that_we_do_not_trust_gets_nothing() throws Exception {
        TestPki pki = TestPki.create();
        try (HostileServer server = HostileServer.tls(pki.server(), false)) {
            Caller caller = caller(server, TestPki.create("CN=Other Root"), Identity.none());
            assertThatThrownBy(caller::post)
                    .isInstanceOf(ConnectionFailed.class)
                    .hasMessageContaining("TLS");
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void a_server_that_never_shakes_hands_is_not_applied() throws Exception {
        try (HostileServer silent = HostileServer.plain()) {
            TestPki pki = TestPki.create();
            URI https = URI.create("https://localhost:" + silent.uri().getPort());
            Caller caller = Caller.of(https, context(pki, Identity.none()).get());
            long begun = System.nanoTime();
            assertThatThrownBy(caller::post).isInstanceOf(ConnectionFailed.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Caller.DEADLINE);
        }
    }

    @Test
    void the_identity_is_swapped_while_a_call_is_under_way() throws Exception {
        TestPki pki = TestPki.create();
        Path pfx = TestPki.writePfx(home.resolve("merchant.pfx"), pki.issue("first"), false);
        TlsContext context = context(pki, Identity.pfx(pfx, Password.of(TestPki.PASSWORD)));
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch swapped = new CountDownLatch(1);
        try (HostileServer server = HostileServer.tls(pki.server(), true)) {
            server.replies((out, socket) -> {
                seen.add(((SSLSocket) socket).getSession().getPeerPrincipal().getName());
                arrived.countDown();
                swapped.await();
                out.write(ANSWER);
            });
            Transport transport =
                    HttpSettings.standard(time.withRealDeadlines()).connect(context);
            CompletableFuture<ApiResponse> inFlight =
                    CompletableFuture.supplyAsync(() -> transport.send(request(server)));
            arrived.await();
            TestPki.writePfx(pfx, pki.issue("second"), true);
            Files.setLastModifiedTime(pfx, FileTime.from(TestPki.days(1)));
            time.advance(Duration.ofSeconds(2));
            CompletableFuture<ApiResponse> next = CompletableFuture.supplyAsync(() -> transport.send(request(server)));
            swapped.countDown();
            assertThat(inFlight.get().status()).isEqualTo(200);
            assertThat(next.get().status()).isEqualTo(200);
            assertThat(seen).containsExactlyInAnyOrder("CN=first", "CN=second");
        }
    }

    @Test
    void a_thousand_calls_make_one_handshake() throws Exception {
        TestPki pki = TestPki.create();
        try (HostileServer server = HostileServer.tls(pki.server(), true)) {
            server.replies((out, socket) -> out.write(ANSWER));
            Caller caller = caller(server, pki, identity(pki.issue("merchant"), "good"));
            for (int i = 0; i < 1000; i++) {
                caller.post();
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private static ApiRequest request(HostileServer server) {
        return new ApiRequest(
                "r3 health ping",
                "id",
                "GET",
                server.uri(),
                Map.of(),
                Optional.empty(),
                Duration.ofSeconds(10),
                Repeat.NEVER);
    }

    private Identity identity(TestPki.Issued issued, String name) throws Exception {
        return Identity.pfx(
                TestPki.writePfx(home.resolve(name + ".pfx"), issued, false), Password.of(TestPki.PASSWORD));
    }

    private TlsContext context(TestPki pki, Identity identity) throws Exception {
        return TlsContext.of(identity, Trust.bank(pki.writeRoot(home)), time);
    }

    private Caller caller(HostileServer server, TestPki pki, Identity identity) throws Exception {
        return Caller.of(server.uri(), context(pki, identity).get());
    }
}
