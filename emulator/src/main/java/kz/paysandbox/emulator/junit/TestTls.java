package kz.paysandbox.emulator.junit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import kz.paysandbox.emulator.client.ControlClient;

/** Trust in the sandbox's authorities, and a world's identity, which is made when it is first asked for. */
record TestTls(ControlClient control, String world, Path authorities) {

    SSLContext withCertificate() {
        JsonNode certificate = control.get("/worlds/" + world + "/certificate");
        char[] password = certificate.path("password").asText().toCharArray();
        byte[] pfx = Base64.getDecoder().decode(certificate.path("pfxBase64").asText());
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(pfx), password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            return context(keys.getKeyManagers());
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalStateException("the world's certificate cannot be used", unusable);
        }
    }

    SSLContext withoutCertificate() {
        try {
            return context(new KeyManager[0]);
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalStateException(authorities + " cannot be used", unusable);
        }
    }

    private SSLContext context(KeyManager[] identity) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(authorities)) {
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("authority-" + trusted.size(), authority);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity, trust.getTrustManagers(), null);
        return context;
    }
}
