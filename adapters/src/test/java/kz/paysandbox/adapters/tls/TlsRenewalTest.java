package kz.paysandbox.adapters.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import kz.paysandbox.adapters.tls.TestPki.Issued;
import kz.paysandbox.adapters.transport.TestSurroundings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates that change, end, or are asked for by name. */
class TlsRenewalTest {
    private static TestPki pki;
    private static Issued merchant;

    @TempDir
    Path home;

    private final TestSurroundings time = TestSurroundings.create();

    @BeforeAll
    static void issue() throws Exception {
        pki = TestPki.create();
        merchant = pki.issue("merchant");
    }

    @Test
    void changed_files_give_a_new_context_and_a_half_written_change_keeps_the_old() throws Exception {
        Path certificate = TestPki.writeCertificate(home.resolve("merchant.cer"), merchant);
        Path key = TestPki.writeEncryptedKey(home.resolve("merchant.key"), merchant);
        TlsContext context = context(Identity.pem(certificate, key, Password.of(TestPki.PASSWORD)));
        SSLContext first = context.get();
        time.advance(Duration.ofSeconds(2));
        assertThat(context.get()).isSameAs(first);

        Issued renewed = pki.issue("merchant", TestPki.days(-1), TestPki.days(1825));
        touch(TestPki.writeCertificate(certificate, renewed), 10);
        assertThat(context.get()).as("looked at once a second only").isSameAs(first);
        time.advance(Duration.ofSeconds(2));
        assertThat(context.get()).as("the key does not fit yet").isSameAs(first);

        touch(TestPki.writeEncryptedKey(key, renewed), 20);
        time.advance(Duration.ofSeconds(2));
        assertThat(context.get()).isNotSameAs(first);
        assertThat(context.expiresAt()).contains(TestPki.days(1825));

        Files.delete(key);
        time.advance(Duration.ofSeconds(2));
        assertThat(context.expiresAt()).contains(TestPki.days(1825));
        assertThat(context.get()).isNotNull();
    }

    @Test
    void the_end_is_announced_sixty_days_ahead() {
        KeyAndChain held = new KeyAndChain(
                Path.of("merchant.pfx"), merchant.keys().getPrivate(), List.of(merchant.certificate()), List.of());
        Instant end = TestPki.days(365);
        assertThat(held.warning(end.minus(Duration.ofDays(60)))).isEmpty();
        assertThat(held.warning(end.minus(Duration.ofDays(60)).plusSeconds(1)))
                .hasValueSatisfying(text -> assertThat(text).contains("merchant.pfx", "59 days", "Annex 1"));
        assertThat(held.warning(end.plusSeconds(1)))
                .hasValueSatisfying(text -> assertThat(text).contains("expired on"));
        assertThat(held.warning(TestPki.days(-2)))
                .hasValueSatisfying(text -> assertThat(text).contains("clock"));
        assertThat(held.toString()).contains("merchant").doesNotContain("PrivateKey");
    }

    @Test
    void the_one_key_is_shown_whatever_authorities_the_server_names() {
        SingleKey manager = new SingleKey(new KeyAndChain(
                Path.of("merchant.pfx"), merchant.keys().getPrivate(), List.of(merchant.certificate()), List.of()));
        Principal[] foreign = {pki.rootCertificate().getSubjectX500Principal()};
        String[] both = {"EC", "RSA"};
        assertThat(manager.getClientAliases("RSA", foreign)).containsExactly("identity");
        assertThat(manager.getClientAliases("EC", foreign)).isNull();
        assertThat(manager.getServerAliases("RSA", foreign)).isNull();
        assertThat(manager.getCertificateChain("identity")).hasSize(1);
        assertThat(manager.chooseEngineClientAlias(both, foreign, engine())).isEqualTo("identity");
    }

    private SSLEngine engine() {
        try {
            return SSLContext.getDefault().createSSLEngine();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private TlsContext context(Identity identity) throws Exception {
        return TlsContext.of(identity, Trust.bank(pki.writeRoot(home)), time);
    }

    private static void touch(Path file, int seconds) throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(TestPki.days(0).plusSeconds(seconds)));
    }
}
