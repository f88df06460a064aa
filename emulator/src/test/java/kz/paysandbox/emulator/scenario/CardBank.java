package kz.paysandbox.emulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.crypto.Cipher;
import kz.paysandbox.emulator.fixture.SandboxWorld;

/** One exchange with Halyk ePay; a token for each call, as the bank's pages ask, and a new one once on HTTP 401. */
final class CardBank {

    /** Pays at once. */
    static final Card GOOD = new Card("4405639704015096", "0127", "321");

    /** Its issuer asks the customer. */
    static final Card ASKED = new Card("4405640000003000", "1235", "300");

    private static final ObjectMapper JSON = new ObjectMapper();

    record Card(String pan, String expiry, String cvc) {}

    /** Status 0 where the outcome is unknown. */
    record Answer(int status, JsonNode body) {
        boolean isKnown() {
            return status != 0;
        }

        boolean isFine() {
            return status == 200;
        }
    }

    private final URI base;
    private final JsonNode shop;
    private final HttpClient http;
    private final Map<Card, String> cryptograms = new ConcurrentHashMap<>();
    private final AtomicInteger unauthorized = new AtomicInteger();

    /**
     * @param steps 1 for a terminal that takes the money at once, 2 for one that blocks it first
     */
    CardBank(SandboxWorld world, int steps) {
        this.base = world.epay().orElseThrow();
        this.shop = StreamSupport.stream(
                        world.description().path("epay").path("shops").spliterator(), false)
                .filter(known -> known.path("steps").asInt() == steps)
                .findFirst()
                .orElseThrow();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(world.sslContextWithoutCertificate())
                .build();
    }

    Answer pay(String invoice, BigDecimal amount, Card card, String postLink) {
        Map<String, Object> order = new TreeMap<>(Map.of(
                "amount",
                amount,
                "currency",
                "KZT",
                "name",
                "AIBEK SANDBOX",
                "cryptogram",
                cryptograms.computeIfAbsent(card, this::cryptogram),
                "invoiceId",
                invoice,
                "description",
                "order " + invoice,
                "postLink",
                postLink,
                "failurePostLink",
                postLink));
        Map<String, String> bound = Map.of("invoiceID", invoice, "amount", amount.toPlainString(), "currency", "KZT");
        return authorized(bound, "/payment/cryptopay", Optional.of(order));
    }

    /** By the shop's own number. */
    Answer status(String invoice) {
        return authorized(Map.of(), "/check-status/payment/transaction/" + invoice, Optional.empty());
    }

    Answer charge(String id, BigDecimal amount) {
        return authorized(Map.of(), "/operation/" + id + "/charge", Optional.of(Map.of("amount", amount)));
    }

    Answer cancel(String id) {
        return authorized(Map.of(), "/operation/" + id + "/cancel", Optional.of(Map.of()));
    }

    Answer refund(String id, BigDecimal amount) {
        return authorized(Map.of(), "/operation/" + id + "/refund?amount=" + amount, Optional.of(Map.of()));
    }

    /** How often the bank said that a token was of no use. */
    int unauthorized() {
        return unauthorized.get();
    }

    private Answer authorized(Map<String, String> bound, String path, Optional<Map<String, ?>> body) {
        Answer first = once(bound, path, body);
        if (first.status() != 401) {
            return first;
        }
        unauthorized.incrementAndGet();
        return once(bound, path, body);
    }

    private Answer once(Map<String, String> bound, String path, Optional<Map<String, ?>> body) {
        HttpRequest.Builder request = request(path)
                .header("Authorization", "Bearer " + token(bound))
                .header("Content-Type", "application/json");
        return send(body.map(fields -> request.POST(BodyPublishers.ofString(json(fields))))
                .orElseGet(request::GET));
    }

    private String token(Map<String, String> bound) {
        Map<String, String> fields = new TreeMap<>(bound);
        fields.put("grant_type", "client_credentials");
        fields.put("scope", "payment");
        fields.put("client_id", shop.path("clientId").asText());
        fields.put("client_secret", shop.path("clientSecret").asText());
        fields.put("terminal", shop.path("terminal").asText());
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request("/oauth2/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .body()
                .path("access_token")
                .asText();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException unknown) {
            return new Answer(0, JSON.missingNode());
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private String cryptogram(Card card) {
        String text = json(new TreeMap<>(Map.of(
                "hpan", card.pan(),
                "expDate", card.expiry(),
                "cvc", card.cvc(),
                "terminalId", shop.path("terminal").asText())));
        try {
            String pem = http.send(request("/public.rsa").build(), BodyHandlers.ofString())
                    .body();
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new X509EncodedKeySpec(
                                    Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "")))));
            return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | InterruptedException | GeneralSecurityException failed) {
            throw new AssertionError(failed);
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
