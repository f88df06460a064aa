package kz.paysandbox.junit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** What a careless application asks. */
final class Calls {

    private Calls() {}

    static String get(SandboxWorld world, String address) throws IOException, InterruptedException {
        return world.httpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }

    /** Without a request id, which the bank's document wants. */
    static String createQr(SandboxWorld world, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(world.kaspiR1() + path))
                .header("Api-Key", world.apiKey())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"DeviceToken\":\"" + world.deviceToken() + "\",\"Amount\":100}"))
                .build();
        return world.httpClient().send(request, BodyHandlers.ofString()).body();
    }
}
