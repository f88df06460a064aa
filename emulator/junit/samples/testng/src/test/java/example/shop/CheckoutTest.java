package example.shop;

import static org.testng.Assert.assertEquals;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import kz.paysandbox.junit.SandboxServer;
import kz.paysandbox.junit.SandboxWorld;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** A world for each test without JUnit: start, world, close. */
public class CheckoutTest {

    private SandboxServer sandbox;

    @BeforeClass
    public void start() {
        sandbox = SandboxServer.start();
    }

    @AfterClass
    public void stop() {
        sandbox.close();
    }

    @Test
    public void a_customer_who_confirms_has_paid() throws Exception {
        try (SandboxWorld world = sandbox.world()) {
            long payment = begin(world);
            assertEquals(world.customer().pay(payment), "Processed");
        }
    }

    private static long begin(SandboxWorld world) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(world.kaspiR1() + "/qr/create"))
                .header("Api-Key", world.apiKey())
                .header("X-Request-ID", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"DeviceToken\":\"" + world.deviceToken() + "\",\"Amount\":1500}"))
                .build();
        String answer =
                world.httpClient().send(request, BodyHandlers.ofString()).body();
        return Long.parseLong(answer.replaceAll(".*\"QrPaymentId\":(\\d+).*", "$1"));
    }
}
