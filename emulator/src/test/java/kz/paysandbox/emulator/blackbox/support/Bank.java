package kz.paysandbox.emulator.blackbox.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One scheme of the bank as one merchant's client sees it. */
public final class Bank {

    /** BIN of the document's sample. */
    public static final String BIN = "180340021791";

    /** The device that every world has at trade point 1. */
    public static final String DEVICE = "2be4cc91-5895-48f8-8bc2-86c7bd419b3b";

    private final String scheme;
    private final Http http;
    private final String apiKey;

    Bank(String scheme, Http http, String apiKey) {
        this.scheme = scheme;
        this.http = http;
        this.apiKey = apiKey;
    }

    public String scheme() {
        return scheme;
    }

    /** The fields as JSON, in r3 with the first organisation's BIN unless they name one. */
    public Answer post(String path, Map<String, ?> fields) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        if (scheme.equals("r3") && !path.startsWith("test/")) {
            all.putIfAbsent("OrganizationBin", BIN);
        }
        return post(path, Json.of(all));
    }

    public Answer post(String path, String body) {
        return post(path, body.getBytes(UTF_8));
    }

    public Answer post(String path, byte[] body) {
        return send("POST", "/" + scheme + "/v01/" + path, headers(), Optional.of(body));
    }

    public Answer get(String path) {
        return send("GET", "/" + scheme + "/v01/" + path, headers(), Optional.empty());
    }

    /** The cheapest call, where the connection is expected to fail. */
    public Answer attemptPing() throws IOException {
        return http.attempt("GET", "/" + scheme + "/v01/health/ping", headers(), Optional.empty());
    }

    public Answer send(String method, String path, Map<String, String> headers, Optional<byte[]> body) {
        return http.send(method, path, headers, body);
    }

    /** The headers of a well-behaved client. */
    public Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("X-Request-ID", UUID.randomUUID().toString());
        Optional.of(apiKey).filter(key -> !key.isEmpty()).ifPresent(key -> headers.put("Api-Key", key));
        return headers;
    }

    public Answer tradePoints() {
        return get(scheme.equals("r3") ? "partner/tradepoints/" + BIN : "partner/tradepoints");
    }

    public Answer register(String deviceId, long tradePoint) {
        return post("device/register", Map.of("DeviceId", deviceId, "TradePointId", tradePoint));
    }

    public String device(String deviceId, long tradePoint) {
        return register(deviceId, tradePoint).data().path("DeviceToken").asText();
    }

    public Answer create(String device, Object amount) {
        return post("qr/create", Map.of("DeviceToken", device, "Amount", amount));
    }

    public long qr(Object amount) {
        return create(DEVICE, amount).data().path("QrPaymentId").asLong();
    }

    public long link(Object amount) {
        return post("qr/create-link", Map.of("DeviceToken", DEVICE, "Amount", amount))
                .data()
                .path("PaymentId")
                .asLong();
    }

    public Answer invoice(String phone, Object amount) {
        return post("remote/create", Map.of("DeviceToken", DEVICE, "Amount", amount, "PhoneNumber", phone));
    }

    public long returnCode() {
        return post("return/create", Map.of("DeviceToken", DEVICE))
                .data()
                .path("QrReturnId")
                .asLong();
    }

    public Answer hook(String name, long payment) {
        return post("test/payment/" + name, Map.of("qrPaymentId", String.valueOf(payment)));
    }

    public Answer status(long payment) {
        return get("payment/status/" + payment);
    }

    public Answer details(long payment) {
        return get("payment/details?QrPaymentId=" + payment + "&DeviceToken=" + DEVICE);
    }

    /** A QR payment that the customer has paid. */
    public long paid(Object amount) {
        long payment = qr(amount);
        hook("scan", payment).expect(200);
        hook("confirm", payment).expect(200);
        return payment;
    }

    /** Asks for a payment's money back; further fields replace those that are sent anyhow. */
    public Answer giveBack(long payment, Object amount, Map<String, ?> more) {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("DeviceToken", DEVICE, "QrPaymentId", payment));
        fields.put("Amount", amount);
        fields.putAll(more);
        return post("payment/return", fields);
    }
}
