package kz.paysandbox.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ShopHttpClientTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Predicate<InetAddress> LOOPBACK = InetAddress::isLoopbackAddress;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final WebhookClient.SignedMessage MESSAGE =
            new WebhookClient.SignedMessage("msg_1", 1_800_000_000, "v1,YQ== v1,Yg==", "{\"type\":\"төлем\"}");

    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor();

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        deadlines.shutdownNow();
    }

    private ShopHttpClient client(Predicate<InetAddress> allowed, Duration longest, ShopHttpClient.Names names)
            throws Exception {
        return new ShopHttpClient(
                new ShopHttpClient.Rules(allowed, longest, SSLContext.getDefault()), names, deadlines);
    }

    private static InetAddress[] here(String host) {
        return new InetAddress[] {HERE};
    }

    @Test
    void a_message_goes_out_with_its_headers_and_2xx_acknowledges_it() throws Exception {
        try (ShopServer shop = ShopServer.plain(ShopServer.Answer.status(204));
                ShopHttpClient client = client(LOOPBACK, LONG, ShopHttpClientTest::here)) {
            assertThat(client.send("http://shop.example:" + shop.port() + "/hooks?a=b", MESSAGE)
                            .failure())
                    .isEmpty();
            ShopServer.Received came = shop.received().get(0);
            assertThat(came.path()).isEqualTo("/hooks?a=b");
            assertThat(came.header("Webhook-id")).isEqualTo("msg_1");
            assertThat(came.header("Webhook-timestamp")).isEqualTo("1800000000");
            assertThat(came.header("Webhook-signature")).isEqualTo("v1,YQ== v1,Yg==");
            assertThat(came.header("Content-type")).startsWith("application/json");
            assertThat(came.header("Host")).isEqualTo("shop.example:" + shop.port());
            assertThat(came.body()).isEqualTo(MESSAGE.body());
        }
    }

    @Test
    void a_redirect_is_not_followed_and_other_answers_do_not_acknowledge() throws Exception {
        AtomicInteger status = new AtomicInteger();
        try (ShopServer shop = ShopServer.plain(exchange -> {
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                    exchange.sendResponseHeaders(status.get(), -1);
                });
                ShopHttpClient client = client(LOOPBACK, LONG, ShopHttpClientTest::here)) {
            for (int answered : new int[] {301, 302, 303, 307, 308, 400, 401, 404, 410, 429, 500, 503}) {
                status.set(answered);
                int before = shop.received().size();
                assertThat(client.send("http://shop.example:" + shop.port() + "/", MESSAGE)
                                .failure())
                        .contains("the shop answered " + answered);
                assertThat(shop.received()).hasSize(before + 1);
            }
        }
    }

    @Test
    void a_private_address_is_refused_however_it_is_written() throws Exception {
        try (ShopServer shop = ShopServer.plain(ShopServer.Answer.status(200));
                ShopHttpClient client = client(address -> false, LONG, InetAddress::getAllByName)) {
            for (String host :
                    new String[] {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433"}) {
                for (String scheme : new String[] {"http", "https"}) {
                    assertThat(client.send(scheme + "://" + host + ":" + shop.port() + "/", MESSAGE)
                                    .failure())
                            .as(scheme + " " + host)
                            .contains("the host's address is not a public one");
                }
            }
            assertThat(shop.received()).isEmpty();
        }
    }

    @Test
    void one_private_address_among_others_refuses_a_host() throws Exception {
        InetAddress open = InetAddress.getByName("1.1.1.1");
        try (ShopHttpClient client = client(address -> false, LONG, host -> new InetAddress[] {open, HERE})) {
            assertThat(client.send("https://shop.example/", MESSAGE).failure())
                    .contains("the host's address is not a public one");
        }
    }

    @Test
    void a_name_is_resolved_once_and_the_connection_goes_to_what_was_checked() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (ShopServer shop = ShopServer.plain(ShopServer.Answer.status(200));
                ShopHttpClient client = client(LOOPBACK, LONG, host -> {
                    if (asked.incrementAndGet() > 1) {
                        throw new UnknownHostException("asked again");
                    }
                    return new InetAddress[] {HERE};
                })) {
            assertThat(client.send("http://name-of-nobody.invalid:" + shop.port() + "/", MESSAGE)
                            .failure())
                    .isEmpty();
            assertThat(asked).hasValue(1);
            assertThat(shop.received()).hasSize(1);
        }
    }

    @Test
    void http_to_a_public_address_is_refused() throws Exception {
        InetAddress open = InetAddress.getByName("1.1.1.1");
        try (ShopHttpClient client = client(LOOPBACK, LONG, host -> new InetAddress[] {open})) {
            assertThat(client.send("http://shop.example/", MESSAGE).failure())
                    .contains("http goes to allowed networks only");
        }
    }

    @Test
    void https_demands_the_certificate_of_the_name() throws Exception {
        KeyStore keys = ShopServer.certificate(folder, "shop.example");
        try (ShopServer shop = ShopServer.encrypted(keys, ShopServer.Answer.status(200));
                ShopHttpClient trusting = new ShopHttpClient(
                        new ShopHttpClient.Rules(LOOPBACK, LONG, ShopServer.trusting(keys)),
                        ShopHttpClientTest::here,
                        deadlines);
                ShopHttpClient usual = client(LOOPBACK, LONG, ShopHttpClientTest::here)) {
            assertThat(trusting.send("https://shop.example:" + shop.port() + "/", MESSAGE)
                            .failure())
                    .isEmpty();
            assertThat(trusting.send("https://other.example:" + shop.port() + "/", MESSAGE)
                            .failure())
                    .contains("the shop's certificate or TLS was refused");
            assertThat(usual.send("https://shop.example:" + shop.port() + "/", MESSAGE)
                            .failure())
                    .contains("the shop's certificate or TLS was refused");
            assertThat(shop.received()).hasSize(1);
        }
    }

    @Test
    void an_endless_body_is_not_read() throws Exception {
        try (ShopServer shop = ShopServer.plain(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] chunk = new byte[65_536];
                    while (true) {
                        exchange.getResponseBody().write(chunk);
                    }
                });
                ShopHttpClient client = client(LOOPBACK, LONG, ShopHttpClientTest::here)) {
            for (int i = 0; i < 50; i++) {
                assertThat(client.send("http://shop.example:" + shop.port() + "/", MESSAGE)
                                .failure())
                        .isEmpty();
            }
        }
    }

    @Test
    void an_address_that_was_kept_under_other_rules_is_no_fault_of_the_program() throws Exception {
        try (ShopHttpClient client = client(LOOPBACK, LONG, ShopHttpClientTest::here)) {
            assertThat(client.send("ftp://shop.example/", MESSAGE).failure()).isPresent();
            assertThat(client.send("https://127.1/", MESSAGE).failure()).isPresent();
            assertThat(client.send("https://shop.example:99999/", MESSAGE).failure())
                    .isPresent();
            assertThat(client.send("https://shop.example/%zz", MESSAGE).failure())
                    .isPresent();
        }
        try (ShopHttpClient client = client(LOOPBACK, LONG, host -> {
            throw new IllegalStateException("a fault");
        })) {
            assertThat(client.send("https://shop.example/", MESSAGE).failure())
                    .contains("the message could not be sent: IllegalStateException");
        }
    }

    @Test
    void who_does_not_answer_in_time_is_left() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Duration half = Duration.ofMillis(500);
        try (ShopServer shop = ShopServer.plain(exchange -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                ShopHttpClient client = client(LOOPBACK, half, ShopHttpClientTest::here)) {
            assertThat(client.send("http://shop.example:" + shop.port() + "/", MESSAGE)
                            .failure()
                            .orElseThrow())
                    .startsWith("no answer");
        }
    }

    @Test
    void who_answers_byte_by_byte_is_left_too_and_a_long_line_is_not_read() throws Exception {
        Duration half = Duration.ofMillis(500);
        try (ServerSocket server = new ServerSocket(0, 50, HERE);
                ShopHttpClient client = client(LOOPBACK, half, ShopHttpClientTest::here)) {
            Thread drip = new Thread(() -> drip(server));
            drip.setDaemon(true);
            drip.start();
            assertThat(client.send("http://shop.example:" + server.getLocalPort() + "/", MESSAGE)
                            .failure()
                            .orElseThrow())
                    .startsWith("no answer");
        }
        try (ShopServer shop = ShopServer.plain(exchange -> {
                    exchange.getResponseHeaders().add("X-Long", "x".repeat(100_000));
                    exchange.sendResponseHeaders(200, -1);
                });
                ShopHttpClient client = client(LOOPBACK, LONG, ShopHttpClientTest::here)) {
            assertThat(client.send("http://shop.example:" + shop.port() + "/", MESSAGE)
                            .failure()
                            .orElseThrow())
                    .startsWith("no answer");
        }
    }

    private static void drip(ServerSocket server) {
        CountDownLatch never = new CountDownLatch(1);
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                socket.getOutputStream().write("X: y\r\n".getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                never.await(50, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        } catch (IOException e) {
            // the client has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void who_cannot_be_found_or_reached_has_not_answered() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, HERE)) {
            closed = socket.getLocalPort();
        }
        try (ShopHttpClient client = client(LOOPBACK, LONG, host -> {
            if (host.startsWith("none")) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[] {HERE};
        })) {
            assertThat(client.send("https://none.example/", MESSAGE).failure()).contains("the host's name is unknown");
            assertThat(client.send("http://shop.example:" + closed + "/", MESSAGE)
                            .failure()
                            .orElseThrow())
                    .startsWith("no answer: ");
        }
    }
}
