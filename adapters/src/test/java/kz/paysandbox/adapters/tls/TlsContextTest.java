package kz.paysandbox.adapters.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kz.paysandbox.adapters.tls.TestPki.Issued;
import kz.paysandbox.adapters.transport.TestSurroundings;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.openssl.PKCS8Generator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsContextTest {
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
    void every_form_of_identity_that_the_bank_delivers_can_be_read() throws Exception {
        Path certificate = TestPki.writeCertificate(home.resolve("merchant.cer"), merchant);
        Path der = Files.write(home.resolve("der.cer"), merchant.certificate().getEncoded());
        Path key = TestPki.writeEncryptedKey(home.resolve("merchant.key"), merchant);
        Path clear = TestPki.writeClearKey(home.resolve("clear.key"), merchant);
        Path password = Files.writeString(home.resolve("merchant.password"), TestPki.PASSWORD + "\n");
        Path modern = TestPki.writePfx(home.resolve("modern.pfx"), merchant, false);
        Path legacy = TestPki.writePfx(home.resolve("legacy.pfx"), merchant, true);

        for (Identity identity : new Identity[] {
            Identity.pem(certificate, key, Password.of(TestPki.PASSWORD)),
            Identity.pem(der, key, Password.file(password)),
            Identity.pem(certificate, clear, Password.none()),
            Identity.pfx(modern, Password.environment("KEY_PASSWORD", Map.of("KEY_PASSWORD", TestPki.PASSWORD))),
            Identity.pfx(legacy, Password.of(TestPki.PASSWORD))
        }) {
            assertThat(context(identity).expiresAt()).contains(TestPki.days(365));
            assertThat(identity.toString()).doesNotContain(TestPki.PASSWORD);
        }
        assertThat(Identity.pem(certificate, clear, Password.none()).clearKey()).contains(clear);
        assertThat(Identity.pem(certificate, key, Password.none()).clearKey()).isEmpty();
        assertThat(Identity.pfx(modern, Password.none()).clearKey()).contains(modern);
        assertThat(Identity.pfx(modern, Password.of("x")).clearKey()).isEmpty();
        assertThat(Identity.none().clearKey()).isEmpty();
        assertThat(context(Identity.none()).expiresAt()).isEmpty();
    }

    @Test
    void a_refusal_names_the_file_and_the_remedy() throws Exception {
        Path certificate = TestPki.writeCertificate(home.resolve("merchant.cer"), merchant);
        Path key = TestPki.writeEncryptedKey(home.resolve("merchant.key"), merchant);
        Path other = TestPki.writeClearKey(home.resolve("other.key"), pki.issue("other"));
        Path pfx = TestPki.writePfx(home.resolve("merchant.pfx"), merchant, false);
        Path old = Files.writeString(home.resolve("old.key"), TestPki.pem("RSA PRIVATE KEY", new byte[] {1}));
        Path garbage = Files.writeString(home.resolve("garbage"), "hello");
        Path damaged = Files.writeString(
                home.resolve("damaged"), "-----BEGIN PRIVATE KEY-----\n*\n-----END PRIVATE KEY-----\n");
        Path absent = home.resolve("absent");

        refused(Identity.pem(certificate, key, Password.of("wrong")), "merchant.key", "password", "Annex 2");
        refused(Identity.pfx(pfx, Password.of("wrong")), "merchant.pfx", "password", "export password");
        refused(Identity.pem(certificate, other, Password.none()), "other.key", "does not fit", "new certificate");
        refused(Identity.pem(certificate, old, Password.none()), "old.key", "old OpenSSL form", "openssl pkcs8");
        refused(Identity.pem(certificate, certificate, Password.none()), "merchant.cer", "no private key", "Annex 2");
        refused(Identity.pem(key, key, Password.of(TestPki.PASSWORD)), "merchant.key", "no certificate", "BEGIN");
        refused(Identity.pem(garbage, key, Password.none()), "garbage", "no readable certificate", "PEM or DER");
        refused(Identity.pem(certificate, damaged, Password.none()), "damaged", "damaged", "Export");
        refused(Identity.pfx(garbage, Password.none()), "garbage", "no readable PFX", "openssl pkcs12");
        refused(Identity.pem(certificate, absent, Password.none()), "absent", "cannot be read", "permissions");
        refused(Identity.pfx(pfx, Password.file(absent)), "absent", "cannot be read", "path");
        refused(Identity.pfx(pfx, Password.environment("KEY_PASSWORD", Map.of())), "KEY_PASSWORD", "not set", "Set it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void a_key_in_the_traditional_encrypted_form_gets_the_command_that_converts_it(String kind) throws Exception {
        Path certificate = TestPki.writeCertificate(home.resolve("merchant.cer"), merchant);
        Path key = Files.writeString(
                home.resolve("traditional.key"),
                "-----BEGIN " + kind + " PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n"
                        + "DEK-Info: AES-256-CBC,8E1A1A4E5B0F2D3C4B5A69788796A5B4\n\nMIIE\n-----END " + kind
                        + " PRIVATE KEY-----\n");
        refused(
                Identity.pem(certificate, key, Password.of(TestPki.PASSWORD)),
                "traditional.key",
                "DEK-Info",
                "openssl pkcs8 -topk8");
        Path ssh = Files.writeString(home.resolve("id_rsa"), TestPki.pem("OPENSSH PRIVATE KEY", new byte[] {1}));
        refused(Identity.pem(certificate, ssh, Password.none()), "id_rsa", "SSH", "Annex 2");
    }

    @Test
    void a_chain_that_begins_with_the_authority_is_named_as_such() throws Exception {
        Path key = TestPki.writeEncryptedKey(home.resolve("merchant.key"), merchant);
        Path chain = Files.writeString(
                home.resolve("chain.pem"),
                TestPki.pem("CERTIFICATE", pki.rootCertificate().getEncoded())
                        + TestPki.pem("CERTIFICATE", merchant.certificate().getEncoded()));
        refused(
                Identity.pem(chain, key, Password.of(TestPki.PASSWORD)),
                "chain.pem",
                "begins with the certificate of CN=Test Root",
                "Put the own certificate first");
    }

    @Test
    void an_expired_first_certificate_beside_a_good_one_is_named_as_such() throws Exception {
        Issued expired = pki.issue("merchant", TestPki.days(-400), TestPki.days(-30));
        Issued renewed = pki.reissue("merchant", expired, TestPki.days(-31), TestPki.days(300));
        Path key = TestPki.writeEncryptedKey(home.resolve("merchant.key"), expired);
        Path both = Files.writeString(
                home.resolve("both.pem"),
                TestPki.pem("CERTIFICATE", expired.certificate().getEncoded())
                        + TestPki.pem("CERTIFICATE", renewed.certificate().getEncoded()));
        refused(
                Identity.pem(both, key, Password.of(TestPki.PASSWORD)),
                "both.pem",
                "expired on 2026-10-22",
                "Remove the expired one");
        Path container = TestPki.writePfx(home.resolve("both.pfx"), expired, pki.issue("merchant"));
        refused(
                Identity.pfx(container, Password.of(TestPki.PASSWORD)),
                "both.pfx",
                "expired on 2026-10-22",
                "Remove the expired one");
        Path alone = TestPki.writeCertificate(home.resolve("alone.cer"), expired);
        assertThat(context(Identity.pem(alone, key, Password.of(TestPki.PASSWORD)))
                        .expiresAt())
                .as("an expired one alone is used with a warning")
                .contains(TestPki.days(-30));
    }

    @Test
    void a_password_with_other_letters_than_ascii_is_named_as_such() throws Exception {
        Path certificate = TestPki.writeCertificate(home.resolve("merchant.cer"), merchant);
        Path pfx = TestPki.writePfx(home.resolve("merchant.pfx"), merchant, false);
        for (ASN1ObjectIdentifier cipher : List.of(PKCS8Generator.AES_256_CBC, PKCS8Generator.PBE_SHA1_3DES)) {
            Path key = TestPki.writeEncryptedKey(home.resolve("merchant.key"), merchant, cipher);
            refused(
                    Identity.pem(certificate, key, Password.of("\u043f\u0430\u0440\u043e\u043b\u044c")),
                    "merchant.key",
                    "letters other than ASCII",
                    "Latin letters and digits");
        }
        refused(
                Identity.pfx(pfx, Password.of("\u043f\u0430\u0440\u043e\u043b\u044c")),
                "merchant.pfx",
                "letters other than ASCII",
                "Latin letters and digits");
        Path windows = Files.write(home.resolve("cp1251"), new byte[] {(byte) 0xEF, (byte) 0xE0, (byte) 0xF0});
        refused(Identity.pfx(pfx, Password.file(windows)), "cp1251", "not written in UTF-8", "UTF-8");
        Path marked = Files.writeString(home.resolve("bom"), "\uFEFF" + TestPki.PASSWORD + "\r\n");
        assertThat(context(Identity.pfx(pfx, Password.file(marked))).expiresAt())
                .isPresent();
    }

    @Test
    void every_encryption_that_openssl_has_used_for_keys_can_be_read() throws Exception {
        Path certificate = TestPki.writeCertificate(home.resolve("merchant.cer"), merchant);
        for (ASN1ObjectIdentifier cipher : List.of(
                PKCS8Generator.AES_128_CBC,
                PKCS8Generator.AES_192_CBC,
                PKCS8Generator.AES_256_CBC,
                PKCS8Generator.DES3_CBC,
                PKCS8Generator.PBE_SHA1_3DES,
                PKCS8Generator.PBE_SHA1_RC2_40)) {
            Path key = TestPki.writeEncryptedKey(home.resolve("merchant.key"), merchant, cipher);
            Identity identity = Identity.pem(certificate, key, Password.of(TestPki.PASSWORD));
            assertThat(context(identity).expiresAt()).as(cipher.getId()).isPresent();
            refused(
                    Identity.pem(certificate, key, Password.of("wrong")),
                    "merchant.key",
                    "password does not open",
                    "Annex 2");
        }
    }

    @Test
    void a_damaged_key_ends_in_a_refusal_wherever_it_is_cut() throws Exception {
        Path certificate = TestPki.writeCertificate(home.resolve("merchant.cer"), merchant);
        Path whole = TestPki.writeEncryptedKey(home.resolve("merchant.key"), merchant);
        byte[] der = Pem.read(whole).blocks().get(0).bytes(whole);
        for (int length = 0; length < der.length; length += 7) {
            Path cut = Files.writeString(
                    home.resolve("cut.key"), TestPki.pem("ENCRYPTED PRIVATE KEY", Arrays.copyOf(der, length)));
            refused(Identity.pem(certificate, cut, Password.of(TestPki.PASSWORD)), "cut.key", "", "");
        }
    }

    @Test
    void trust_fails_closed() throws Exception {
        Path root = pki.writeRoot(home);
        Path empty = Files.writeString(home.resolve("empty.pem"), "");
        assertThatThrownBy(() -> TlsContext.of(Identity.none(), Trust.bank(empty), time))
                .isInstanceOf(BadKeyMaterial.class);
        assertThatThrownBy(() -> TlsContext.of(Identity.none(), Trust.bank(home.resolve("no")), time))
                .isInstanceOf(BadKeyMaterial.class);
        String pin = Trust.fingerprint(pki.rootCertificate());
        assertThat(TlsContext.of(Identity.none(), Trust.bank(root).pinned(pin), time)
                        .get())
                .isNotNull();
        Trust wrong = Trust.bank(root).pinned("00".repeat(32));
        assertThatThrownBy(() -> TlsContext.of(Identity.none(), wrong, time))
                .hasMessageContaining("pinned")
                .hasMessageContaining("root.crt");
        assertThatThrownBy(() -> Trust.system().pinned(pin)).hasMessageContaining("own certificates");
        assertThatThrownBy(() -> Trust.bank(root).pinned("short")).hasMessageContaining("64");
        assertThat(Trust.system().certificates()).isEmpty();
    }

    private TlsContext context(Identity identity) throws Exception {
        return TlsContext.of(identity, Trust.bank(pki.writeRoot(home)), time);
    }

    private void refused(Identity identity, String file, String wrong, String remedy) {
        assertThatThrownBy(() -> context(identity))
                .isInstanceOf(BadKeyMaterial.class)
                .hasMessageContaining(file)
                .hasMessageContaining(wrong)
                .hasMessageContaining(remedy)
                .message()
                .doesNotContain(TestPki.PASSWORD);
    }
}
