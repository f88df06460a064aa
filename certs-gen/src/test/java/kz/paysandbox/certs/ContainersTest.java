package kz.paysandbox.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import kz.paysandbox.certs.testing.Openssl;
import kz.paysandbox.certs.testing.SharedPki;
import kz.paysandbox.certs.x509.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPki.class)
class ContainersTest {
    @Test
    void theModernOneUsesAes256AndSha256(Pki pki) {
        PkiFiles.Client files = pki.files().client("merchant");
        assertThat(Openssl.run("pkcs12", "-info", "-noout", "-in", files.pfx(), "-passin", "file:" + files.password()))
                .satisfies(result -> assertThat(result.exit()).isZero())
                .extracting(Openssl.Result::output)
                .asString()
                .contains(
                        "MAC: sha256",
                        "Encrypted data: PBES2, PBKDF2, AES-256-CBC",
                        "Keybag: PBES2, PBKDF2, AES-256-CBC");
    }

    @Test
    void theLegacyOneUsesRc2TripleDesAndSha1(Pki pki) {
        PkiFiles.Client files = pki.files().client("merchant");
        assertThat(Openssl.run(
                                "pkcs12",
                                "-legacy",
                                "-info",
                                "-noout",
                                "-in",
                                files.legacyPfx(),
                                "-passin",
                                "file:" + files.password())
                        .output())
                .contains("MAC: sha1", "pbeWithSHA1And40BitRC2-CBC", "pbeWithSHA1And3-KeyTripleDES-CBC");
    }

    @Test
    void javaReadsBoth(Pki pki) throws Exception {
        PkiFiles.Client files = pki.files().client("merchant");
        char[] password = Files.readString(files.password()).strip().toCharArray();
        X509Certificate leaf = Authorities.certificate(files.certificate());
        for (Path container : new Path[] {files.pfx(), files.legacyPfx()}) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(container)) {
                store.load(in, password);
            }
            assertThat(store.getCertificateChain("merchant")).containsExactly(leaf);
            PrivateKey key = (PrivateKey) store.getKey("merchant", password);
            assertThat(new HeldCertificate(leaf, key).fits()).isTrue();
        }
    }

    @Test
    void theKeyFileIsEncryptedWithAes256(Pki pki) throws Exception {
        PkiFiles.Client files = pki.files().client("merchant");
        assertThat(Files.readString(files.key())).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertThat(Openssl.run("asn1parse", "-in", files.key()).output()).contains("PBES2", "PBKDF2", "aes-256-cbc");
        assertThat(Openssl.run("pkey", "-in", files.key(), "-passin", "file:" + files.password(), "-noout")
                        .exit())
                .isZero();
        assertThat(Openssl.run("pkey", "-in", files.key(), "-passin", "pass:wrong", "-noout")
                        .exit())
                .isNotZero();
    }

    @Test
    void anIdentityInMemoryIsCompleteAndSilentAboutItsSecrets(Pki pki) throws Exception {
        ClientIdentity identity =
                pki.issue(new ClientRequest("w1", "w1", List.of("180340021791"), KeyAlgorithm.EC_P256));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(identity.pfx()), identity.password().toCharArray());
        assertThat(store.containsAlias("w1")).isTrue();
        assertThat(identity.keyPem()).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(identity.toString()).doesNotContain(identity.password()).doesNotContain("PRIVATE KEY");
        assertThat(pki.certificates()).hasSize(6);
    }
}
