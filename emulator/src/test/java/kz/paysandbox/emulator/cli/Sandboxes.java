package kz.paysandbox.emulator.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.EmulatorConfig;

/** A sandbox with a home of its own, and the application that creates payments in it. */
final class Sandboxes {

    private Sandboxes() {}

    static Emulator start(Path home) {
        return Emulator.start(EmulatorConfig.embedded(home, Map.of()));
    }

    /** The application creates a payment. */
    static void createPayment(Emulator sandbox) throws IOException, InterruptedException, GeneralSecurityException {
        send(
                sandbox,
                call(sandbox, "/qr/create")
                        .header("X-Request-ID", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString("""
                                {"DeviceToken":"2be4cc91-5895-48f8-8bc2-86c7bd419b3b","Amount":500}""")));
    }

    /** The application leaves a rule of the bank, which is a note among the findings. */
    static void callWithoutRequestId(Emulator sandbox)
            throws IOException, InterruptedException, GeneralSecurityException {
        send(sandbox, call(sandbox, "/partner/tradepoints"));
    }

    /** The application calls what no row takes. */
    static void callUnknownPath(Emulator sandbox) throws IOException, InterruptedException, GeneralSecurityException {
        send(sandbox, call(sandbox, "/partner/tradepoint"));
    }

    private static HttpRequest.Builder call(Emulator sandbox, String path) {
        return HttpRequest.newBuilder(
                        URI.create("https://localhost:" + sandbox.ports().get("kaspi-r1") + "/r1/v01" + path))
                .header("Api-Key", "test_sandbox")
                .header("Content-Type", "application/json");
    }

    private static void send(Emulator sandbox, HttpRequest.Builder request)
            throws IOException, InterruptedException, GeneralSecurityException {
        HttpClient.newBuilder()
                .sslContext(trusting(sandbox.config().pki().resolve("ca-bundle.pem")))
                .build()
                .send(request.build(), BodyHandlers.ofString());
    }

    private static SSLContext trusting(Path bundle) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var in = Files.newInputStream(bundle)) {
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("authority-" + trusted.size(), authority);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
