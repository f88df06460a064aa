package kz.paysandbox.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import kz.paysandbox.certs.testing.Openssl;
import kz.paysandbox.certs.testing.SharedPki;
import kz.paysandbox.certs.x509.HeldCertificate;
import kz.paysandbox.certs.x509.Pem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPki.class)
class ContainersTest {
    @Test
    void the_modern_one_uses_aes256_and_sha256(Pki pki) {
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
    void the_legacy_one_uses_rc2_triple_des_and_sha1(Pki pki) {
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
    void java_reads_both(Pki pki) throws Exception {
        PkiFiles.Client files = pki.files().client("merchant");
        char[] password = Files.readString(files.password()).strip().toCharArray();
        X509Certificate leaf = Authorities.certificate(files.certificate());
        for (Path container : new Path[] {files.pfx(), files.legacyPfx()}) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(container)) {
                store.load(in, password);
            }
            assertThat(store.getCertificateChain("1")).containsExactly(leaf);
            PrivateKey key = (PrivateKey) store.getKey("1", password);
            assertThat(new HeldCertificate(leaf, key).fits()).isTrue();
        }
    }

    @Test
    void the_alias_is_the_one_that_the_command_of_annex_2_makes(Pki pki) throws Exception {
        PkiFiles.Client files = pki.files().client("merchant");
        Path made = Files.createTempFile("annex2", ".pfx");
        String password = Files.readString(files.password()).strip();
        assertThat(Openssl.run(
                                "pkcs12",
                                "-export",
                                "-in",
                                files.certificate(),
                                "-inkey",
                                files.key(),
                                "-passin",
                                "pass:" + password,
                                "-passout",
                                "pass:" + password,
                                "-out",
                                made)
                        .exit())
                .isZero();
        assertThat(aliases(made, password))
                .isEqualTo(aliases(files.pfx(), password))
                .isEqualTo(aliases(files.legacyPfx(), password))
                .containsExactly("1");
        Files.delete(made);
    }

    private static List<String> aliases(Path container, String password) throws Exception {
        return Collections.list(
                KeyStore.getInstance(container.toFile(), password.toCharArray()).aliases());
    }

    @Test
    void the_trust_store_holds_both_authorities_as_trusted(Pki pki) throws Exception {
        KeyStore store = KeyStore.getInstance(pki.files().trustStore().toFile(), "changeit".toCharArray());
        assertThat(Collections.list(store.aliases())).hasSize(2).allMatch(alias -> isTrusted(store, alias));
        assertThat(Openssl.run("pkcs12", "-in", pki.files().trustStore(), "-passin", "pass:changeit", "-nokeys")
                        .output())
                .contains("kbs_root_ca", "kbs_ca");
    }

    private static boolean isTrusted(KeyStore store, String alias) {
        try {
            return store.isCertificateEntry(alias);
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_plain_key_is_its_owners_alone_and_fits_the_certificate(Pki pki) throws Exception {
        PkiFiles.Client files = pki.files().client("partner");
        assertThat(Files.getPosixFilePermissions(files.plainKey()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        PrivateKey key = Pem.readPrivateKey(Files.readString(files.plainKey()), "RSA");
        assertThat(new HeldCertificate(Authorities.certificate(files.certificate()), key).fits())
                .isTrue();
    }

    @Test
    void the_key_file_is_encrypted_with_aes256(Pki pki) throws Exception {
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
    void an_identity_in_memory_is_complete_and_silent_about_its_secrets(Pki pki) throws Exception {
        ClientIdentity identity =
                pki.issue(new ClientRequest("w1", "w1", List.of("180340021791"), KeyAlgorithm.EC_P256));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(
                new ByteArrayInputStream(identity.material().pfx()),
                identity.material().password().toCharArray());
        assertThat(store.containsAlias("1")).isTrue();
        assertThat(identity.material().keyPem()).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(identity.toString())
                .doesNotContain(identity.material().password())
                .doesNotContain("PRIVATE KEY");
        assertThat(pki.certificates()).hasSize(6);
    }
}
