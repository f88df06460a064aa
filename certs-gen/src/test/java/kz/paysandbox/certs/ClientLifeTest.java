package kz.paysandbox.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.certs.store.RegisteredCertificate;
import kz.paysandbox.certs.testing.Openssl;
import kz.paysandbox.certs.testing.SharedPki;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedPki.class)
class ClientLifeTest {
    private static final ClientRequest SHOP =
            new ClientRequest("shop", "blue", List.of("990340000013"), KeyAlgorithm.EC_P256);

    @TempDir
    Path dir;

    private Pki copy;

    @BeforeEach
    void copyPki(Pki pki) throws IOException {
        copy = SharedPki.copy(pki, dir);
    }

    @Test
    void a_client_in_the_folder_is_registered_and_verifies() {
        ClientIdentity shop = copy.issueToFolder(SHOP);
        assertThat(copy.certificates()).anySatisfy(entry -> {
            assertThat(entry.fingerprint()).isEqualTo(shop.fingerprint());
            assertThat(entry.world()).isEqualTo("blue");
            assertThat(entry.bins()).containsExactly("990340000013");
        });
        PkiFiles.Client files = copy.files().client("shop");
        assertThat(files.all()).allMatch(Files::exists);
        assertThat(Openssl.verify(copy, "-purpose", "sslclient", files.certificate())
                        .exit())
                .isZero();
        assertThatThrownBy(() -> copy.issueToFolder(SHOP))
                .isInstanceOf(PkiException.class)
                .hasMessageContaining("exists already");
    }

    @Test
    void renewal_replaces_the_files_and_leaves_the_old_certificate_valid() throws IOException {
        PkiFiles.Client files = copy.files().client("merchant");
        RegisteredCertificate old = newest("merchant");
        String password = Files.readString(files.password());
        ClientIdentity fresh = copy.renew("merchant");

        assertThat(fresh.fingerprint()).isNotEqualTo(old.fingerprint());
        assertThat(fresh.bins()).isEqualTo(old.bins());
        assertThat(fresh.world()).isEqualTo(old.world());
        assertThat(Files.readString(files.certificate()))
                .isEqualTo(fresh.material().certificatePem());
        assertThat(Files.readString(files.password())).isEqualTo(password);
        assertThat(Openssl.run("pkcs12", "-in", files.pfx(), "-passin", "file:" + files.password(), "-noout")
                        .exit())
                .isZero();
        assertThat(copy.certificates()).contains(old);
        assertThat(newest("merchant").subject()).isEqualTo(old.subject());
    }

    @Test
    void revocation_by_name_takes_the_newest_and_by_serial_any_other() {
        RegisteredCertificate old = newest("merchant");
        String fresh = copy.renew("merchant").fingerprint();
        assertThat(copy.revoke("merchant").map(RegisteredCertificate::fingerprint))
                .contains(fresh);
        assertThat(verifiedAgainstCrl("merchant").output()).contains("certificate revoked");
        assertThat(copy.revokeSerial(old.serial()).map(RegisteredCertificate::fingerprint))
                .contains(old.fingerprint());
        assertThat(copy.revoke("merchant")).isEmpty();
        assertThat(copy.revoke("nobody")).isEmpty();
        assertThat(verifiedAgainstCrl("partner").exit()).isZero();
    }

    @Test
    void the_list_names_what_is_revoked_and_holds_ten_years() {
        Optional<RegisteredCertificate> revoked = copy.revoke("partner");
        assertThat(copy.crl()).startsWith("-----BEGIN X509 CRL-----");
        String text =
                Openssl.run("crl", "-noout", "-text", "-in", copy.files().crl()).output();
        assertThat(text)
                .contains("Next Update: Nov 21 06:30:00 2036 GMT")
                .containsIgnoringCase(
                        revoked.map(entry -> entry.serial().toString(16)).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "expired", "../server"})
    void only_clients_of_the_folder_are_renewed(String name) {
        assertThatThrownBy(() -> copy.renew(name)).isInstanceOf(PkiException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "server", "revoked", "shop-legacy", "a b"})
    void names_that_would_hit_other_files_are_refused(String name) {
        List<String> bins = List.of("180340021791");
        assertThatThrownBy(() -> new ClientRequest(name, "main", bins, KeyAlgorithm.EC_P256))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name");
    }

    private Openssl.Result verifiedAgainstCrl(String name) {
        return Openssl.verify(
                copy,
                "-crl_check",
                "-CRLfile",
                copy.files().crl(),
                copy.files().client(name).certificate());
    }

    private RegisteredCertificate newest(String name) {
        return copy.certificates().stream()
                .filter(entry -> entry.name().equals(name))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
