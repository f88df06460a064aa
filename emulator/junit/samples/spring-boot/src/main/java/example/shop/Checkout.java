package example.shop;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** Takes payments by Kaspi QR, scheme r1. */
@Component
public class Checkout {

    private final HttpClient http;
    private final String bank;
    private final String apiKey;
    private final String deviceToken;

    public Checkout(
            SslBundles tls,
            @Value("${shop.kaspi.url}") String bank,
            @Value("${shop.kaspi.api-key}") String apiKey,
            @Value("${shop.kaspi.device-token}") String deviceToken) {
        this.http = HttpClient.newBuilder()
                .sslContext(tls.getBundle("kaspi").createSslContext())
                .build();
        this.bank = bank;
        this.apiKey = apiKey;
        this.deviceToken = deviceToken;
    }

    /** Shows a QR code for so many tenge; the payment's id. */
    public long begin(int amount) throws Exception {
        String body = "{\"DeviceToken\":\"" + deviceToken + "\",\"Amount\":" + amount + "}";
        String answer = send(request("/qr/create")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
        return Long.parseLong(find("\"QrPaymentId\":(\\d+)", answer));
    }

    /** Whether the money is ours. */
    public boolean isPaid(long payment) throws Exception {
        String answer = send(request("/payment/status/" + payment).build());
        return find("\"Status\":\"(\\w+)\"", answer).equals("Processed");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(bank + path))
                .header("Api-Key", apiKey)
                .header("X-Request-ID", UUID.randomUUID().toString());
    }

    private String send(HttpRequest request) throws Exception {
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private static String find(String pattern, String answer) {
        Matcher matcher = Pattern.compile(pattern).matcher(answer);
        if (!matcher.find()) {
            throw new IllegalStateException("the bank answered " + answer);
        }
        return matcher.group(1);
    }
}
