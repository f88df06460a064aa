package example.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** Takes payments by Kaspi QR, scheme r1. */
public final class Checkout {

    private final HttpClient http;
    private final URI bank;
    private final String apiKey;
    private final String deviceToken;

    public Checkout(SSLContext tls, URI bank, String apiKey, String deviceToken) {
        this.http = HttpClient.newBuilder().sslContext(tls).build();
        this.bank = bank;
        this.apiKey = apiKey;
        this.deviceToken = deviceToken;
    }

    /** Shows a QR code for so many tenge; the payment's id. */
    public long begin(int amount) throws IOException, InterruptedException {
        String body = "{\"DeviceToken\":\"" + deviceToken + "\",\"Amount\":" + amount + "}";
        String answer = send(request("/qr/create")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
        return Long.parseLong(find("\"QrPaymentId\":(\\d+)", answer));
    }

    /** Whether the money is ours; asked again where the answer was lost. */
    public boolean isPaid(long payment) throws IOException, InterruptedException {
        return find(
                        "\"Status\":\"(\\w+)\"",
                        send(request("/payment/status/" + payment).GET().build()))
                .equals("Processed");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(bank + path))
                .header("Api-Key", apiKey)
                .header("X-Request-ID", UUID.randomUUID().toString());
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
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
