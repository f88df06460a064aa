package kz.paysandbox.certs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import kz.paysandbox.certs.store.SafeFiles;
import kz.paysandbox.certs.store.SafeFiles.Access;
import kz.paysandbox.certs.x509.CertificateSigner;
import kz.paysandbox.certs.x509.KeySpec;
import kz.paysandbox.certs.x509.Pem;
import kz.paysandbox.certs.x509.Profile;
import kz.paysandbox.certs.x509.TrustStore;

/** The authorities, the server and the ePay key: what exists once per folder. */
record AuthoritySteps(PkiFiles files, Authorities authorities, Instant now) {
    private static final X500Principal ROOT = new X500Principal("CN=kbs_root_ca");
    private static final X500Principal INTERMEDIATE = new X500Principal("CN=kbs_ca");
    static final X500Principal SERVER = new X500Principal("CN=localhost");

    List<Provisioning.Step> steps() {
        return List.of(
                new Provisioning.Step(
                        "kbs_root_ca",
                        KeySpec.RSA_2048,
                        missing(files.rootCertificate(), files.rootKey()),
                        this::makeRoot),
                new Provisioning.Step(
                        "kbs_ca",
                        KeySpec.RSA_2048,
                        missing(files.intermediateCertificate(), files.intermediateKey()),
                        this::makeIntermediate),
                new Provisioning.Step(
                        "server",
                        KeySpec.RSA_2048,
                        missing(files.serverCertificate(), files.serverKey()),
                        pair -> makeServer(files.serverCertificate(), files.serverKey(), pair)),
                new Provisioning.Step(
                        "server-ec",
                        KeySpec.EC_P256,
                        missing(files.serverEcCertificate(), files.serverEcKey()),
                        pair -> makeServer(files.serverEcCertificate(), files.serverEcKey(), pair)),
                new Provisioning.Step(
                        "epay-rsa",
                        KeySpec.RSA_4096,
                        !Files.exists(files.epayKey()),
                        pair -> writeKey(files.epayKey(), pair)));
    }

    /** The bundle and the trust store need no key of their own. */
    void completeBundle() throws IOException {
        if (!Files.exists(files.caBundle())) {
            String bundle = Pem.certificate(Authorities.certificate(files.rootCertificate()))
                    + Pem.certificate(Authorities.certificate(files.intermediateCertificate()));
            SafeFiles.write(files.caBundle(), bundle, Access.EVERYONE);
        }
        if (!Files.exists(files.trustStore())) {
            byte[] store = TrustStore.pkcs12(List.of(
                    Authorities.certificate(files.rootCertificate()),
                    Authorities.certificate(files.intermediateCertificate())));
            SafeFiles.write(files.trustStore(), store, Access.EVERYONE);
        }
    }

    /** A key without its certificate is what a killed first start leaves; later it is a certificate that was lost. */
    private boolean missing(Path certificate, Path key) {
        if (!Files.exists(certificate) && Files.exists(key) && Files.exists(files.registry())) {
            throw PkiException.missing(
                    certificate, "but " + key.getFileName() + " exists; restore it, or remove the key too");
        }
        return !Files.exists(certificate);
    }

    private void makeRoot(KeyPair pair) throws IOException {
        X509Certificate root = CertificateSigner.selfSign(
                authorities.template(ROOT, Validity.from(now, Validity.ROOT), Profile.ROOT, List.of()), pair);
        writeKey(files.rootKey(), pair);
        SafeFiles.write(files.rootCertificate(), Pem.certificate(root), Access.EVERYONE);
    }

    private void makeIntermediate(KeyPair pair) throws IOException {
        Validity validity = Validity.from(now, Validity.INTERMEDIATE);
        X509Certificate intermediate = CertificateSigner.issue(
                authorities.template(INTERMEDIATE, validity, Profile.INTERMEDIATE, List.of()),
                pair.getPublic(),
                authorities.root());
        writeKey(files.intermediateKey(), pair);
        SafeFiles.write(files.intermediateCertificate(), Pem.certificate(intermediate), Access.EVERYONE);
    }

    private void makeServer(Path certificate, Path key, KeyPair pair) throws IOException {
        writeKey(key, pair);
        SafeFiles.write(
                certificate,
                new ServerIssuer(authorities, now).chain(SERVER, pair.getPublic(), hosts()),
                Access.EVERYONE);
    }

    /** Those of the certificate that is there already, for a user may have added some. */
    private List<String> hosts() throws IOException {
        return Files.exists(files.serverCertificate())
                ? ServerIssuer.hosts(Authorities.certificate(files.serverCertificate()))
                : ServerIssuer.BANK_HOSTS;
    }

    private static void writeKey(Path file, KeyPair pair) throws IOException {
        SafeFiles.write(file, Pem.privateKey(pair.getPrivate()), Access.OWNER_ONLY);
    }
}
