package kz.paysandbox.emulator.cli.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import kz.paysandbox.emulator.core.net.TlsWords;
import kz.paysandbox.emulator.http.tls.CertificateRegistry;
import kz.paysandbox.emulator.http.tls.ClientTrust;
import kz.paysandbox.emulator.http.tls.KeyMaterialException;

/** Looks at the PKI folder, at an application's certificate, and at whether the bundle makes the sandbox trusted. */
final class CertificateCheckup {

    private static final Duration SOON = Duration.ofDays(60);
    private static final List<String> CLIENTS = List.of("server.crt", "merchant.cer", "partner.cer");

    private final Path pki;
    private final InstantSource clock = InstantSource.system();

    CertificateCheckup(Path pki) {
        this.pki = pki;
    }

    List<Diagnosis> folder() {
        if (Files.notExists(pki.resolve("registry.json"))) {
            return List.of(Diagnosis.warning(
                    "certificates", pki + " is not there yet", "sandbox up makes it, and so does: sandbox certs init"));
        }
        List<Diagnosis> diagnoses = new ArrayList<>();
        for (String name : CLIENTS) {
            diagnoses.add(dates(pki.resolve(name)));
        }
        return diagnoses;
    }

    /** Whether the sandbox would let this certificate in, by the machine's clock. */
    Diagnosis application(Path file) {
        try {
            CertificateRegistry registry = new CertificateRegistry(pki.resolve("registry.json"));
            ClientTrust trust = ClientTrust.of(
                    pki.resolve("kbs_ca.crt"), registry, world -> Optional.of(clock.instant()), known -> false);
            return trust.refusalOf(read(file))
                    .map(reason -> Diagnosis.broken("your certificate", file + " will be refused", reason))
                    .orElseGet(() -> Diagnosis.fine("your certificate", file + " is accepted"));
        } catch (IOException | CertificateException | KeyMaterialException unreadable) {
            return Diagnosis.broken(
                    "your certificate",
                    file + " cannot be read: " + unreadable.getMessage(),
                    "give the certificate alone, as PEM (BEGIN CERTIFICATE)");
        }
    }

    /** Opens a TLS connection that trusts the bundle alone. */
    Diagnosis trust(int port) {
        try (SSLSocket socket = (SSLSocket) bundle().getSocketFactory().createSocket("localhost", port)) {
            socket.startHandshake();
            return Diagnosis.fine("trust", "ca-bundle.pem makes the sandbox trusted");
        } catch (IOException | GeneralSecurityException failed) {
            return Diagnosis.broken(
                    "trust",
                    "the handshake with ca-bundle.pem fails: " + TlsWords.of(failed),
                    "the running sandbox has other certificates than " + pki + "; give --home as it was started");
        }
    }

    private Diagnosis dates(Path file) {
        try {
            X509Certificate certificate = read(file);
            Instant end = certificate.getNotAfter().toInstant();
            Instant now = clock.instant();
            if (now.isAfter(end)) {
                return Diagnosis.broken(
                        file.getFileName().toString(), "expired on " + end, "renew it: sandbox certs renew");
            }
            if (now.isBefore(certificate.getNotBefore().toInstant())) {
                return Diagnosis.broken(
                        file.getFileName().toString(),
                        "not valid before " + certificate.getNotBefore().toInstant(),
                        "is this machine's clock right? It shows " + now);
            }
            return now.plus(SOON).isAfter(end)
                    ? Diagnosis.warning(
                            file.getFileName().toString(), "expires on " + end, "renew it: sandbox certs renew")
                    : Diagnosis.fine(file.getFileName().toString(), "valid until " + end);
        } catch (IOException | CertificateException unreadable) {
            return Diagnosis.broken(
                    file.getFileName().toString(),
                    "cannot be read: " + unreadable.getMessage(),
                    "make it again: sandbox certs init");
        }
    }

    private SSLContext bundle() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates(pki.resolve("ca-bundle.pem"))) {
            store.setCertificateEntry("ca-" + number++, certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static X509Certificate read(Path file) throws IOException, CertificateException {
        return certificates(file).stream()
                .findFirst()
                .map(X509Certificate.class::cast)
                .orElseThrow(() -> new CertificateException("it holds no certificate"));
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
    }
}
