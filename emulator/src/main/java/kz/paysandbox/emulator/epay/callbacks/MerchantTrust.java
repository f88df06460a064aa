package kz.paysandbox.emulator.epay.callbacks;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * A trust manager that trusts merchants whom the system trusts, and those with a certificate of the sandbox's own
 * authority.
 */
public final class MerchantTrust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager system;
    private final X509ExtendedTrustManager sandbox;

    private MerchantTrust(X509ExtendedTrustManager system, X509ExtendedTrustManager sandbox) {
        this.system = system;
        this.sandbox = sandbox;
    }

    /**
     * A context that trusts the system's authorities and those in a PEM file.
     *
     * @throws IllegalStateException where the file cannot be used
     */
    public static SSLContext context(Path authorities, SecureRandom random) {
        try (InputStream pem = Files.newInputStream(authorities)) {
            KeyStore own = KeyStore.getInstance(KeyStore.getDefaultType());
            own.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                own.setCertificateEntry("sandbox-" + number++, certificate);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new MerchantTrust(of(null), of(own))}, random);
            return context;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException(authorities + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private static X509ExtendedTrustManager of(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        try {
            sandbox.checkServerTrusted(chain, type, engine);
        } catch (CertificateException notOurs) {
            try {
                system.checkServerTrusted(chain, type, engine);
            } catch (CertificateException refused) {
                throw CertificateMistake.explained(
                        chain, Optional.ofNullable(engine.getPeerHost()), isTrusted(chain, type), refused);
            }
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        try {
            sandbox.checkServerTrusted(chain, type, socket);
        } catch (CertificateException notOurs) {
            try {
                system.checkServerTrusted(chain, type, socket);
            } catch (CertificateException refused) {
                throw CertificateMistake.explained(
                        chain, Optional.of(socket.getInetAddress().getHostName()), isTrusted(chain, type), refused);
            }
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        try {
            sandbox.checkServerTrusted(chain, type);
        } catch (CertificateException notOurs) {
            system.checkServerTrusted(chain, type);
        }
    }

    /** Whether its authority is believed, whatever host it was called by. */
    private boolean isTrusted(X509Certificate[] chain, String type) {
        try {
            checkServerTrusted(chain, type);
            return true;
        } catch (CertificateException refused) {
            return false;
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("no clients here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("no clients here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("no clients here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return Stream.concat(Arrays.stream(system.getAcceptedIssuers()), Arrays.stream(sandbox.getAcceptedIssuers()))
                .toArray(X509Certificate[]::new);
    }
}
