package kz.paysandbox.emulator.epay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.epay.callbacks.MerchantTrust;

/** A running sandbox and what a shop's server says to it. */
public final class EpaySandbox implements AutoCloseable {

    public static final String TERMINAL = "67e34d63-102f-4bd1-898e-370781d0074d";
    public static final String SECRET = "yF587AV9Ms94qN2QShFzVR3vFnWkhjbAK3sG";
    public static final String SCOPE = "webapi usermanagement email_send verification statement statistics payment";

    /** Kept between runs: making its keys takes seconds. */
    static final Path HOME = Path.of("target", "epay-home");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Emulator emulator;
    private final HttpClient client;

    private EpaySandbox(Emulator emulator, Path home) {
        this.emulator = emulator;
        this.client = HttpClient.newBuilder()
                .sslContext(MerchantTrust.context(home.resolve("pki").resolve("ca-bundle.pem"), new SecureRandom()))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    public static EpaySandbox start() {
        return start(Map.of());
    }

    public static EpaySandbox start(Map<String, String> settings) {
        return start(HOME, settings);
    }

    public static EpaySandbox start(Path home, Map<String, String> settings) {
        return new EpaySandbox(Emulator.start(EmulatorConfig.embedded(home, settings)), home);
    }

    public Emulator emulator() {
        return emulator;
    }

    /** Ends it, and starts another on the same ports, which keeps its worlds as this one did. */
    public EpaySandbox restart() {
        Map<String, String> same = new TreeMap<>(Map.of("store", "file"));
        emulator.ports().forEach((listener, port) -> same.put("port." + listener, String.valueOf(port)));
        emulator.close();
        return start(same);
    }

    /** An answer. */
    public record Answer(int status, String body, HttpResponse<String> raw) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException notJson) {
                throw new UncheckedIOException(body, notJson);
            }
        }

        public String text(String field) {
            return json().path(field).asText();
        }
    }

    public String base() {
        return "https://localhost:" + emulator.ports().get("epay");
    }

    public int port(String listener) {
        return Objects.requireNonNull(emulator.ports().get(listener), listener);
    }

    public String control(String path) {
        return "http://localhost:" + emulator.ports().get("control") + "/__sandbox" + path;
    }

    public Answer get(String url, String token) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .GET());
    }

    public Answer postJson(String url, String token, Map<String, ?> body) {
        return post(url, token, "application/json", json(body));
    }

    public Answer putJson(String url, Map<String, ?> body) {
        return send(HttpRequest.newBuilder(URI.create(url)).PUT(HttpRequest.BodyPublishers.ofString(json(body))));
    }

    public Answer postForm(String url, String token, Map<String, String> fields) {
        return post(url, token, "application/x-www-form-urlencoded", form(fields));
    }

    public Answer post(String url, String token, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    /** A token of the first shop, asked for as most clients do. */
    public String token(Map<String, String> more) {
        return tokenOf("test", SECRET, TERMINAL, more);
    }

    public String tokenOf(String clientId, String secret, String terminal, Map<String, String> more) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "grant_type", "client_credentials",
                "scope", SCOPE,
                "client_id", clientId,
                "client_secret", secret,
                "terminal", terminal));
        fields.putAll(more);
        Answer answer = postForm(base() + "/oauth2/token", "", fields);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return answer.text("access_token");
    }

    public String invoiceToken(String invoiceId, String amount) {
        return token(Map.of("invoiceID", invoiceId, "amount", amount, "currency", "KZT"));
    }

    /** What the caller's own code would encrypt with the key of {@code /public.rsa}. */
    public String cryptogram(String pan, String expiry, String cvc) {
        return cryptogram(pan, expiry, cvc, TERMINAL);
    }

    public String cryptogram(String pan, String expiry, String cvc, String terminal) {
        String card = json(Map.of("hpan", pan, "expDate", expiry, "cvc", cvc, "terminalId", terminal));
        return PublicKeys.encrypt(get(base() + "/public.rsa", "none").body(), card.getBytes(StandardCharsets.UTF_8));
    }

    public static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        emulator.close();
    }
}
