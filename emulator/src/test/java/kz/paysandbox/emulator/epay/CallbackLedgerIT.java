package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import kz.paysandbox.emulator.blackbox.support.EventStream;
import kz.paysandbox.emulator.http.tls.ServerIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a callback carried, what the shop answered, and why a shop's certificate is not believed. */
class CallbackLedgerIT extends WatchedShop {

    @Test
    void what_was_carried_and_answered_is_kept_without_secrets() throws IOException {
        String answer =
                "{\"ok\":false,\"client_secret\":\"s3cr3t-of-the-shop\",\"why\":\"" + "x".repeat(70_000) + "\"}";
        HttpServer shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Location", "https://shop.example/login?token=abcdef123456");
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(302, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        shop.start();
        try {
            String url = "http://127.0.0.1:" + shop.getAddress().getPort() + "/post";
            pay("100001", Map.of("postLink", url, "phone", "87010000001"));
            JsonNode attempt = attempt();

            assertThat(callback().path("body").asText())
                    .contains("\"invoiceId\":\"100001\"", "\"code\":\"ok\"")
                    .doesNotContain("87010000001");
            assertThat(attempt.path("status").asInt()).isEqualTo(302);
            assertThat(attempt.path("location").asText())
                    .startsWith("https://shop.example/login?token=")
                    .doesNotContain("abcdef123456");
            assertThat(attempt.path("answer").asText())
                    .startsWith("{\"ok\":false")
                    .hasSizeLessThan(600)
                    .doesNotContain("s3cr3t-of-the-shop");
            assertThat(finding("epay.callback.not-acknowledged")
                            .path("evidence")
                            .asText())
                    .isEqualTo("invoice 100001: HTTP 302, a redirect, which is not followed");
        } finally {
            shop.stop(0);
        }
    }

    @Test
    void whoever_watches_is_told_of_each_try() {
        int port = URI.create(sandbox.control("")).getPort();
        try (EventStream stream = EventStream.open(port, "", "").begun()) {
            pay("100009", Map.of("postLink", "not an address"));

            List<EventStream.Event> seen =
                    stream.until("callback", data -> data.path("state").asText().equals("failed"));

            assertThat(seen.get(seen.size() - 1).data()).isEqualTo(callback());
            assertThat(seen).anySatisfy(event -> assertThat(event.kind()).isEqualTo("payment"));
        }
    }

    @Test
    void a_certificate_for_another_name_is_said_to_be() throws IOException, GeneralSecurityException {
        Path pki = EpaySandbox.HOME.resolve("pki");
        KeyManager[] identity = {ServerIdentity.read(pki.resolve("server.crt"), pki.resolve("server.key"))};

        assertThat(refused("127.0.0.2", identity))
                .startsWith("TLS failed: the certificate CN=")
                .contains("does not name the host 127.0.0.2, it names ", "localhost");
    }

    @ParameterizedTest
    @CsvSource({
        "expired, expired on 20",
        "not-yet-valid, is not valid before 20",
        "self-signed, 'is self-signed, and neither this machine nor the sandbox trusts it'",
        "wrong-ca, which neither this machine nor the sandbox trusts"
    })
    void a_certificate_that_is_not_believed_is_named(String name, String words)
            throws IOException, GeneralSecurityException {
        assertThat(refused("localhost", identity(name)))
                .startsWith("TLS failed: the certificate ")
                .contains(words);
    }

    private String refused(String host, KeyManager[] identity) throws IOException, GeneralSecurityException {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(identity, null, new SecureRandom());
        HttpsServer shop = HttpsServer.create(new InetSocketAddress(InetAddress.getByName(host), 0), 0);
        shop.setHttpsConfigurator(new HttpsConfigurator(tls));
        shop.start();
        try {
            pay(
                    "100001",
                    Map.of(
                            "postLink",
                            "https://" + host + ":" + shop.getAddress().getPort() + "/post"));
            return attempt().path("error").asText();
        } finally {
            shop.stop(0);
        }
    }

    /** The first attempt, once it has ended. */
    private JsonNode attempt() {
        for (int asked = 0; asked < 1_000; asked++) {
            JsonNode attempts = callback().path("attempts");
            if (!attempts.isEmpty()) {
                return attempts.path(0);
            }
        }
        throw new AssertionError("no attempt has ended: " + callback());
    }

    private static KeyManager[] identity(String name) throws IOException, GeneralSecurityException {
        Path bad = EpaySandbox.HOME.resolve("pki").resolve("bad");
        char[] password =
                Files.readString(bad.resolve(name + ".password")).strip().toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream pfx = Files.newInputStream(bad.resolve(name + ".pfx"))) {
            store.load(pfx, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        return keys.getKeyManagers();
    }
}
