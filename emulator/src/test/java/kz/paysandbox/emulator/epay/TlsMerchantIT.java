package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import kz.paysandbox.emulator.http.tls.ServerIdentity;
import org.junit.jupiter.api.Test;

/** A shop that serves HTTPS with a certificate of the sandbox's own authority is believed. */
class TlsMerchantIT {

    @Test
    void callbacks_reach_it() throws IOException, GeneralSecurityException, InterruptedException {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (EpaySandbox sandbox = EpaySandbox.start()) {
            HttpsServer shop = shop(told);
            try {
                sandbox.postJson(
                        sandbox.base() + "/payment/cryptopay",
                        sandbox.invoiceToken("650001", "100"),
                        CardOrders.of(
                                CardOrders.good(sandbox),
                                "650001",
                                Map.of(
                                        "description",
                                        "over TLS",
                                        "postLink",
                                        "https://localhost:" + shop.getAddress().getPort() + "/post")));
                assertThat(told.poll(10, TimeUnit.SECONDS)).contains("\"invoiceId\":\"650001\"", "\"code\":\"ok\"");
            } finally {
                shop.stop(0);
            }
        }
    }

    private static HttpsServer shop(BlockingQueue<String> told) throws IOException, GeneralSecurityException {
        Path pki = EpaySandbox.HOME.resolve("pki");
        SSLContext tls = SSLContext.getInstance("TLS");
        KeyManager[] identity = {ServerIdentity.read(pki.resolve("server.crt"), pki.resolve("server.key"))};
        tls.init(identity, null, new SecureRandom());
        HttpsServer shop = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        shop.setHttpsConfigurator(new HttpsConfigurator(tls));
        shop.createContext("/post", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        shop.start();
        return shop;
    }
}
