package kz.paysandbox.certs;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.certs.testing.Openssl;
import kz.paysandbox.certs.testing.SharedPki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SharedPki.class)
class BadFixtureTest {
    @ParameterizedTest
    @CsvSource({
        "EXPIRED, error 10 at 0 depth",
        "NOT_YET_VALID, error 9 at 0 depth",
        "SELF_SIGNED, error 18 at 0 depth",
        "WRONG_CA, error 20 at 0 depth",
        "NO_CLIENT_AUTH, error 26 at 0 depth",
        "REVOKED, error 23 at 0 depth"
    })
    void is_refused_for_its_own_reason_only(BadFixture fixture, String reason, Pki pki) {
        Openssl.Result result = Openssl.verify(
                pki,
                fixture.isRegistered() ? "-crl_check" : "-x509_strict",
                "-CRLfile",
                pki.files().crl(),
                "-purpose",
                "sslclient",
                pki.files().bad(fixture).certificate());
        assertThat(result.exit()).isNotZero();
        assertThat(result.output().lines().filter(line -> line.startsWith("error ") && line.contains("depth")))
                .singleElement()
                .asString()
                .startsWith(reason);
    }

    @Test
    void the_good_ones_pass_the_same_check(Pki pki) {
        assertThat(Openssl.verify(
                                pki,
                                "-crl_check",
                                "-CRLfile",
                                pki.files().crl(),
                                "-purpose",
                                "sslclient",
                                pki.files().client("merchant").certificate())
                        .exit())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void key_and_container_open_with_the_password(BadFixture fixture, Pki pki) {
        PkiFiles.Client files = pki.files().bad(fixture);
        assertThat(Openssl.run("pkey", "-in", files.key(), "-passin", "file:" + files.password(), "-noout")
                        .exit())
                .isZero();
        assertThat(Openssl.run("pkcs12", "-in", files.pfx(), "-passin", "file:" + files.password(), "-noout")
                        .exit())
                .isZero();
    }
}
