package kz.paysandbox.junit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import kz.paysandbox.junit.json.Json;
import kz.paysandbox.junit.process.WorldFolder;

/** Trust in the sandbox's authorities, and a world's client certificate, which is made when it is first asked for. */
record WorldIdentity(SandboxControl control, String world, Path authorities) {

    /** The trust store's password, which guards nothing: certificates are public. */
    static final String TRUST_PASSWORD = "changeit";

    /** The certificate as files. */
    record IdentityFiles(Path pfx, Path certificate, Path key, Path trustStore, String password) {}

    SSLContext withCertificate() {
        Json certificate = certificate();
        char[] password = certificate.at("password").text().toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(pfx(certificate)), password);
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

    IdentityFiles in(WorldFolder folder) {
        Json certificate = certificate();
        try {
            return new IdentityFiles(
                    folder.write("client.pfx", pfx(certificate)),
                    folder.write("client.cer", pem(certificate, "pem")),
                    folder.write("client.key", pem(certificate, "keyPem")),
                    folder.write("ca-bundle.p12", trustStore()),
                    certificate.at("password").text());
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalStateException(authorities + " cannot be used", unusable);
        }
    }

    private Json certificate() {
        return control.read("/worlds/" + world + "/certificate");
    }

    private static byte[] pfx(Json certificate) {
        return Base64.getDecoder().decode(certificate.at("pfxBase64").text());
    }

    private static byte[] pem(Json certificate, String member) {
        return certificate.at(member).text().getBytes(StandardCharsets.US_ASCII);
    }

    private SSLContext context(KeyManager[] identity) throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity, trust.getTrustManagers(), null);
        return context;
    }

    private byte[] trustStore() throws GeneralSecurityException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        trusted().store(bytes, TRUST_PASSWORD.toCharArray());
        return bytes.toByteArray();
    }

    private KeyStore trusted() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(authorities)) {
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("authority-" + trusted.size(), authority);
            }
        }
        return trusted;
    }
}
