package kz.paysandbox.emulator.money;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.net.ssl.SSLContext;
import kz.paysandbox.emulator.fixture.SandboxWorld;

/** Both banks over real sockets; each call is one request, and what comes back is not believed. */
final class Banks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SandboxWorld world;
    private final SSLContext tls;
    private final JsonNode shops;
    private final Map<Integer, String> cryptograms = new TreeMap<>();
    private final Map<Integer, String> tokens = new TreeMap<>();
    private HttpClient http;

    Banks(SandboxWorld world) {
        this.world = world;
        this.tls = world.sslContext();
        this.shops = world.description().path("epay").path("shops");
        this.http = client();
        cryptograms.put(1, cryptogram(1));
        cryptograms.put(2, cryptogram(2));
    }

    /** The world was reset: new connections, and a token for each shop while nothing misbehaves yet. */
    void begin() {
        http = client();
        tokens.put(1, token(1));
        tokens.put(2, token(2));
        http = client();
    }

    String cryptogramOf(int steps) {
        return cryptograms.getOrDefault(steps, "");
    }

    /** Whatever the bank answers, or nothing at all. */
    void call(Call call, int steps, Optional<String> faultByHeader, boolean leftTill) {
        HttpRequest.Builder request = request(call.listener(), call.path())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(call.body())));
        if (call.listener().equals("epay")) {
            request.header("Authorization", "Bearer " + tokens.getOrDefault(steps, ""));
        }
        faultByHeader.ifPresent(name -> request.header("X-Sandbox-Fault", name));
        if (leftTill) {
            request.header("X-Till", "left");
        }
        var unused = send(request);
    }

    /** What the bank itself says can still be refunded. */
    String refundable(Account account, int steps) {
        return account.bank().equals("kaspi")
                ? read(send(request(
                                "r3",
                                "/payment/details?QrPaymentId=" + account.id() + "&DeviceToken="
                                        + world.deviceToken())))
                        .path("Data")
                        .path("AvailableReturnAmount")
                        .asText()
                : read(send(request("epay", "/check-status/payment/transactionId/" + account.id())
                                .header("Authorization", "Bearer " + tokens.getOrDefault(steps, ""))))
                        .path("transaction")
                        .path("payoutAmount")
                        .asText();
    }

    private HttpRequest.Builder request(String listener, String path) {
        URI base = switch (listener) {
            case "r1" -> world.kaspiR1();
            case "r3" -> world.kaspiR3();
            default -> world.epay().orElseThrow();
        };
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .header("Api-Key", world.apiKey());
    }

    private Optional<String> send(HttpRequest.Builder request) {
        try {
            return Optional.of(
                    http.send(request.build(), BodyHandlers.ofString()).body());
        } catch (IOException unknown) {
            return Optional.empty();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private String token(int steps) {
        Map<String, String> fields = Map.of(
                "grant_type", "client_credentials",
                "scope", "payment",
                "client_id", shop(steps).path("clientId").asText(),
                "client_secret", shop(steps).path("clientSecret").asText(),
                "terminal", shop(steps).path("terminal").asText());
        return read(send(request("epay", "/oauth2/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields.entrySet().stream()
                                .map(field -> field.getKey() + "="
                                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"))))))
                .path("access_token")
                .asText();
    }

    private JsonNode shop(int steps) {
        return shops.path(0).path("steps").asInt() == steps ? shops.path(0) : shops.path(1);
    }

    private String cryptogram(int steps) {
        String card = json(Map.of(
                "hpan", "4405639704015096",
                "expDate", "0127",
                "cvc", "321",
                "terminalId", shop(steps).path("terminal").asText()));
        String pem = send(request("epay", "/public.rsa")).orElseThrow().replaceAll("-----[A-Z ]+-----", "");
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new X509EncodedKeySpec(
                                    Base64.getMimeDecoder().decode(pem))));
            return Base64.getEncoder().encodeToString(cipher.doFinal(card.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException unusable) {
            throw new AssertionError(unusable);
        }
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .build();
    }

    private static JsonNode read(Optional<String> body) {
        try {
            return JSON.readTree(body.orElse(""));
        } catch (IOException garbage) {
            throw new AssertionError(garbage);
        }
    }

    private static String json(Map<String, ?> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
