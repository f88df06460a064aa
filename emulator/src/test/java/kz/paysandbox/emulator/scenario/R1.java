package kz.paysandbox.emulator.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import kz.paysandbox.emulator.fixture.SandboxWorld;

/** Scheme r1 as the tills of many worlds call it: the Api-Key says whose call it is. */
final class R1 {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final String till;
    private final HttpClient http;

    R1(SandboxWorld any) {
        base = any.kaspiR1();
        till = any.deviceToken();
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(any.sslContextWithoutCertificate())
                .build();
    }

    /** The id of a new payment in the world whose key this is. */
    long create(String apiKey, int amount) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/qr/create"))
                .header("Api-Key", apiKey)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"DeviceToken\":\"" + till + "\",\"Amount\":" + amount + "}"))
                .build();
        try {
            String answer = http.send(request, BodyHandlers.ofString()).body();
            return JSON.readTree(answer).path("Data").path("QrPaymentId").asLong();
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
