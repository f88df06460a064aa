package kz.paysandbox.emulator.http.tls;

import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import kz.paysandbox.emulator.core.net.Fingerprint;

/**
 * A trust manager for client certificates: issued by our intermediate, known to the registry, for client
 * authentication, in force by its world's clock, not revoked. The client delivers its certificate alone; the path is
 * completed here. It names no acceptable authorities, so that clients send even a foreign certificate and learn why it
 * is refused.
 */
public final class ClientTrust extends X509ExtendedTrustManager {

    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final X509Certificate[] ANYONE = {};

    private final X509Certificate intermediate;
    private final CertificateRegistry registry;
    private final Function<String, Optional<Instant>> timeOfWorld;
    private final Predicate<ClientCertificate> refused;

    /**
     * @param intermediate the authority that issues client certificates
     * @param timeOfWorld the present of the world of a name, where there is one
     * @param refused whether a fault refuses this certificate, good as it is
     */
    public ClientTrust(
            X509Certificate intermediate,
            CertificateRegistry registry,
            Function<String, Optional<Instant>> timeOfWorld,
            Predicate<ClientCertificate> refused) {
        this.refused = refused;
        this.intermediate = intermediate;
        this.registry = registry;
        this.timeOfWorld = timeOfWorld;
    }

    /**
     * Trusts what the authority in a PEM file has issued.
     *
     * @throws KeyMaterialException where the file holds no certificate
     */
    public static ClientTrust of(
            Path authority,
            CertificateRegistry registry,
            Function<String, Optional<Instant>> timeOfWorld,
            Predicate<ClientCertificate> refused) {
        return new ClientTrust(PemFile.certificates(authority).get(0), registry, timeOfWorld, refused);
    }

    /** Why a certificate presented in a handshake is refused; empty where it is accepted. */
    public Optional<String> refusalOf(X509Certificate leaf) {
        if (leaf.getSubjectX500Principal().equals(leaf.getIssuerX500Principal()) && isSignedBy(leaf, leaf)) {
            return Optional.of("it is self-signed; have it issued with: sandbox certs sign");
        }
        if (!isSignedBy(leaf, intermediate)) {
            return Optional.of(
                    "its issuer is one which this sandbox does not know; use a certificate from its pki folder;"
                            + " the issuer is " + leaf.getIssuerX500Principal().getName());
        }
        if (!isForClients(leaf)) {
            return Optional.of("it lacks extendedKeyUsage clientAuth, which Annex 2 demands");
        }
        String fingerprint = Fingerprint.of(leaf);
        return registry.find(fingerprint)
                .map(this::refusalOf)
                .orElseGet(() -> Optional.of("it is not in this sandbox's"
                        + " registry, so no organisation is bound to it; issue one with: sandbox certs sign"));
    }

    /** The refusal of a certificate that was accepted once; empty where it still is. */
    public Optional<ClientCertificateRefused> refused(ClientCertificate known) {
        return refusalOf(known)
                .map(reason -> new ClientCertificateRefused(known.subject(), known.fingerprint(), reason));
    }

    /** Why a certificate that was accepted once is refused now; empty where it still is. */
    public Optional<String> refusalOf(ClientCertificate known) {
        if (known.revokedAt().isPresent()) {
            return Optional.of("revoked on " + known.revokedAt().get());
        }
        Optional<Instant> now = timeOfWorld.apply(known.world());
        if (now.isEmpty()) {
            return Optional.of("it is bound to the world " + known.world() + ", which does not exist");
        }
        if (now.get().isAfter(known.notAfter())) {
            return Optional.of("expired on " + known.notAfter() + ", and the world's clock shows " + now.get());
        }
        if (now.get().isBefore(known.notBefore())) {
            return Optional.of("not valid before " + known.notBefore() + ", and the world's clock shows " + now.get());
        }
        return refused.test(known) ? Optional.of("a fault of the sandbox refuses it") : Optional.empty();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        judge(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        judge(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        judge(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("this side only judges clients");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("this side only judges clients");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("this side only judges clients");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return ANYONE;
    }

    private void judge(X509Certificate[] chain) throws CertificateException {
        Optional<String> refusal = refusalOf(chain[0]);
        if (refusal.isPresent()) {
            String subject = chain[0].getSubjectX500Principal().getName();
            throw new ClientCertificateRefused(subject, Fingerprint.of(chain[0]), refusal.get());
        }
    }

    private static boolean isSignedBy(X509Certificate leaf, X509Certificate issuer) {
        try {
            leaf.verify(issuer.getPublicKey());
            return leaf.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (GeneralSecurityException notSignedBy) {
            return false;
        }
    }

    private static boolean isForClients(X509Certificate leaf) {
        try {
            List<String> purposes = leaf.getExtendedKeyUsage();
            return purposes != null && purposes.contains(CLIENT_AUTH);
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }
}
