package kz.paysandbox.certs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import kz.paysandbox.certs.x509.BadMaterialException;
import kz.paysandbox.certs.x509.CertificateSigner;
import kz.paysandbox.certs.x509.CertificateTemplate;
import kz.paysandbox.certs.x509.HeldCertificate;
import kz.paysandbox.certs.x509.Pem;
import kz.paysandbox.certs.x509.Profile;

/** The folder's two authorities; read anew at each use, so that an exchanged file counts at once. */
record Authorities(PkiFiles files, SecureRandom random) {
    private static final String RESTORE = "restore it from a copy, or move the folder away and run 'certs init'";

    HeldCertificate root() throws IOException {
        return held(files.rootCertificate(), files.rootKey());
    }

    HeldCertificate intermediate() throws IOException {
        return held(files.intermediateCertificate(), files.intermediateKey());
    }

    /** A leaf from the intermediate. */
    X509Certificate issue(X500Principal subject, PublicKey key, Validity validity, Profile profile, List<String> hosts)
            throws IOException {
        return CertificateSigner.issue(template(subject, validity, profile, hosts), key, intermediate());
    }

    CertificateTemplate template(X500Principal subject, Validity validity, Profile profile, List<String> hosts) {
        return new CertificateTemplate(
                subject,
                CertificateTemplate.randomSerial(random),
                validity.notBefore(),
                validity.notAfter(),
                profile,
                hosts);
    }

    /** The first certificate of {@code file}. */
    static X509Certificate certificate(Path file) throws IOException {
        try {
            return Pem.certificates(text(file)).get(0);
        } catch (BadMaterialException e) {
            throw PkiException.unusable(file, e.problem(), RESTORE, e);
        }
    }

    private static HeldCertificate held(Path certificateFile, Path keyFile) throws IOException {
        X509Certificate certificate = certificate(certificateFile);
        try {
            PrivateKey key =
                    Pem.readPrivateKey(text(keyFile), certificate.getPublicKey().getAlgorithm());
            HeldCertificate held = new HeldCertificate(certificate, key);
            if (!held.fits()) {
                throw new BadMaterialException("it does not belong to " + certificateFile.getFileName());
            }
            return held;
        } catch (BadMaterialException e) {
            throw PkiException.unusable(keyFile, e.problem(), RESTORE, e);
        }
    }

    private static String text(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw PkiException.missing(file, RESTORE);
        }
        return Files.readString(file, ISO_8859_1);
    }
}
