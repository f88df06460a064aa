package kz.paysandbox.certs;

import java.io.IOException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import kz.paysandbox.certs.x509.CertificateSigner;
import kz.paysandbox.certs.x509.HeldCertificate;
import kz.paysandbox.certs.x509.KeySpec;
import kz.paysandbox.certs.x509.Profile;

/** Makes client certificates, the good ones and those that must be refused. */
record ClientIssuer(Authorities authorities, Instant now) {
    private static final X500Principal FOREIGN_CA = new X500Principal("CN=not_the_bank_ca");
    private static final int DAYS_SINCE_EXPIRY = 30;
    private static final int YEARS_UNTIL_VALID = 4;

    /** Subject as Annex 2 has it, with the client's name for its host. */
    static X500Principal subject(String name) {
        return new X500Principal("CN=" + name + ", O=Sandbox Merchant Ltd, L=Almaty, ST=Almaty Province, C=KZ");
    }

    ClientMaterial good(String name, KeyPair pair) throws IOException {
        return good(name, subject(name), pair);
    }

    ClientMaterial good(String name, X500Principal subject, KeyPair pair) throws IOException {
        return material(name, pair, issued(subject, pair, Validity.from(now, Validity.CLIENT), Profile.CLIENT));
    }

    ClientMaterial bad(BadFixture fixture, KeyPair pair) throws IOException {
        X500Principal subject = subject(fixture.fileName());
        Validity usual = Validity.from(now, Validity.CLIENT);
        X509Certificate certificate = switch (fixture) {
            case EXPIRED -> issued(subject, pair, expired(), Profile.CLIENT);
            case NOT_YET_VALID -> issued(subject, pair, notYetValid(), Profile.CLIENT);
            case SELF_SIGNED ->
                CertificateSigner.selfSign(authorities.template(subject, usual, Profile.CLIENT, List.of()), pair);
            case WRONG_CA ->
                CertificateSigner.issue(
                        authorities.template(subject, usual, Profile.CLIENT, List.of()),
                        pair.getPublic(),
                        foreignAuthority());
            case NO_CLIENT_AUTH -> issued(subject, pair, usual, Profile.CLIENT_WITHOUT_CLIENT_AUTH);
            case REVOKED -> issued(subject, pair, usual, Profile.CLIENT);
        };
        return material(fixture.fileName(), pair, certificate);
    }

    private ClientMaterial material(String name, KeyPair pair, X509Certificate certificate) {
        return new ClientMaterial(
                name,
                new HeldCertificate(certificate, pair.getPrivate()),
                ClientMaterial.randomPassword(authorities.random()));
    }

    private X509Certificate issued(X500Principal subject, KeyPair pair, Validity validity, Profile profile)
            throws IOException {
        return authorities.issue(subject, pair.getPublic(), validity, profile, List.of());
    }

    private Validity expired() {
        Instant notAfter = Validity.plus(now, Period.ofDays(-DAYS_SINCE_EXPIRY));
        return new Validity(Validity.plus(notAfter, Validity.CLIENT.negated()), notAfter);
    }

    private Validity notYetValid() {
        Instant notBefore = Validity.plus(now, Period.ofYears(YEARS_UNTIL_VALID));
        return new Validity(notBefore, Validity.plus(notBefore, Validity.CLIENT));
    }

    private HeldCertificate foreignAuthority() {
        KeyPair pair = KeySpec.RSA_2048.generate(authorities.random());
        Validity validity = Validity.from(now, Validity.INTERMEDIATE);
        return new HeldCertificate(
                CertificateSigner.selfSign(authorities.template(FOREIGN_CA, validity, Profile.ROOT, List.of()), pair),
                pair.getPrivate());
    }
}
