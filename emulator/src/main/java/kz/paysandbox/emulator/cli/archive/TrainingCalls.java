package kz.paysandbox.emulator.cli.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import kz.paysandbox.certs.x509.TrustStore;
import kz.paysandbox.emulator.cli.terminal.HomePorts;

/**
 * Calls of each listener, as applications begin with them: the lines of {@code calls.txt}, whose places in braces take
 * what an earlier answer had in the member of that name.
 */
final class TrainingCalls {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final int MILLIS = 30_000;

    private final SSLContext tls;
    private final Map<String, Integer> ports;
    private JsonNode answered = JSON.createArrayNode();
    private final AtomicLong calls = new AtomicLong();

    private TrainingCalls(SSLContext tls, Map<String, Integer> ports) {
        this.tls = tls;
        this.ports = ports;
    }

    /** Of the sandbox with this home. */
    static TrainingCalls of(Path home) throws IOException {
        Path pki = home.resolve("pki");
        try {
            char[] password =
                    Files.readString(pki.resolve("partner.password")).strip().toCharArray();
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(KeyStore.getInstance(pki.resolve("partner.pfx").toFile(), password), password);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(KeyStore.getInstance(pki.resolve("ca-bundle.p12").toFile(), TrustStore.PASSWORD.toCharArray()));
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return new TrainingCalls(
                    tls, HomePorts.of(home).map(HomePorts::ports).orElse(Map.of()));
        } catch (GeneralSecurityException unusable) {
            throw new IOException("the certificates of " + pki + " cannot be used", unusable);
        }
    }

    /** All of them once. */
    void all() throws IOException {
        for (String line : lines()) {
            List<String> parts = List.of(line.split(" \\| ?", -1));
            JsonNode answer = answer(parts.get(0), parts.get(1), filled(parts.get(2)), filled(parts.get(3)));
            answered = JSON.createArrayNode().add(answer).add(answered);
        }
    }

    private JsonNode answer(String listener, String method, String path, String body) throws IOException {
        boolean plain = listener.equals("control");
        URI address = URI.create((plain ? "http" : "https") + "://localhost:" + ports.get(listener) + path);
        HttpURLConnection call = (HttpURLConnection) address.toURL().openConnection();
        if (call instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(tls.getSocketFactory());
        }
        call.setConnectTimeout(MILLIS);
        call.setReadTimeout(MILLIS);
        call.setRequestMethod(method);
        call.setRequestProperty("Api-Key", "test_sandbox");
        call.setRequestProperty("X-Request-ID", String.valueOf(calls.incrementAndGet()));
        if (!body.isEmpty()) {
            call.setRequestProperty(
                    "Content-Type", body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded");
            call.setDoOutput(true);
            call.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
        if (call.getResponseCode() >= HttpURLConnection.HTTP_BAD_REQUEST) {
            throw new IOException(method + " " + path + " was answered with " + call.getResponseCode());
        }
        try (InputStream answer = call.getInputStream()) {
            return JSON.readTree(answer);
        }
    }

    /** With what the latest answer that has such a member has in it. */
    private String filled(String text) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(Optional.ofNullable(answered.findValue(place.group(1)))
                        .map(JsonNode::asText)
                        .orElse("")));
    }

    static List<String> lines() throws IOException {
        try (InputStream calls = TrainingCalls.class.getResourceAsStream("calls.txt")) {
            if (calls == null) {
                throw new IOException("calls.txt is not in the jar");
            }
            return new String(calls.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
