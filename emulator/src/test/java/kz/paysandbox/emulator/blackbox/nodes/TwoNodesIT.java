package kz.paysandbox.emulator.blackbox.nodes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.blackbox.support.Identity;
import kz.paysandbox.emulator.store.StoreException;
import kz.paysandbox.emulator.store.postgres.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes of one database: the first owns the worlds, the second relays until the first is gone. */
@Timeout(120)
@SuppressWarnings("NullAway.Init")
class TwoNodesIT {

    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    /** Certificates are made once. */
    @TempDir
    private static Path folder;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Emulator first;
    private Emulator second;

    @BeforeEach
    void start() {
        first = node("first");
        second = node("second");
    }

    @AfterEach
    void stop() {
        second.close();
        first.close();
    }

    private static Emulator node(String name, String... settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "store", SERVER.url(),
                "store.key-file", folder.resolve("key").toString()));
        for (int index = 0; index < settings.length; index += 2) {
            all.put(settings[index], settings[index + 1]);
        }
        return Emulator.start(EmulatorConfig.embedded(folder.resolve(name), all));
    }

    private static HttpResponse<String> control(Emulator node, String method, String path, String body)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + node.ports().get("control") + "/__sandbox" + path))
                                .method(
                                        method,
                                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static SSLContext merchant() {
        return identity("merchant");
    }

    private static SSLContext identity(String name) {
        Path pki = folder.resolve("second").resolve("pki");
        try {
            return Identity.of(
                            Files.readAllBytes(pki.resolve(name + ".pfx")),
                            Files.readString(pki.resolve(name + ".password")).strip())
                    .context(pki.resolve("ca-bundle.pem"));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** A ping over a connection of its own, from an address of this machine. */
    private static String ping(Emulator node, String scheme, String from) throws IOException {
        try (Socket wire = new Socket()) {
            wire.bind(new InetSocketAddress(InetAddress.getAllByName(from)[0], 0));
            wire.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), node.ports().get("kaspi-" + scheme)));
            wire.setSoTimeout(20_000);
            Socket tls = merchant()
                    .getSocketFactory()
                    .createSocket(wire, "localhost", node.ports().get("kaspi-" + scheme), true);
            tls.getOutputStream()
                    .write(("GET /" + scheme + "/v01/health/ping HTTP/1.1\r\nHost: localhost\r\nX-Request-ID: " + from
                                    + scheme + "\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8));
            return new String(tls.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static HttpResponse<String> create(Emulator node) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .sslContext(merchant())
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "https://localhost:" + node.ports().get("kaspi-r2") + "/r2/v01/qr/create"))
                                .header("Content-Type", "application/json")
                                .header("X-Request-ID", String.valueOf(System.nanoTime()))
                                .POST(BodyPublishers.ofString("{\"DeviceToken\":\"321\",\"Amount\":5}"))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    @Test
    void both_answer_with_the_same_worlds_and_the_second_knows_that_they_are_the_first_one_s() throws Exception {
        assertThat(first.hasWorlds()).isTrue();
        assertThat(second.hasWorlds()).isFalse();
        String id = json(create(second)).at("/Data/QrPaymentId").asText();
        assertThat(json(control(first, "GET", "/payments", ""))).hasSize(1);
        assertThat(json(control(second, "GET", "/payments", ""))
                        .get(0)
                        .path("id")
                        .asText())
                .isEqualTo(id);
        assertThat(control(second, "GET", "/metrics", "").body())
                .contains("kzpay_sandbox_nodes 2", "kzpay_sandbox_lease_age_seconds");
    }

    @Test
    void a_relayed_caller_has_its_own_address() throws Exception {
        assertThat(ping(second, "r3", "127.0.0.1")).contains("\"StatusCode\":0");
        assertThat(ping(second, "r3", "127.0.0.9")).doesNotContain("\"StatusCode\":0");
        assertThat(control(second, "GET", "/requests", "").body()).contains("does not allow calls from 127.0.0.9");
    }

    @Test
    void a_connection_that_a_fault_resets_is_reset_at_the_caller_s() throws Exception {
        control(second, "POST", "/faults", "{\"when\":{\"endpoint\":\"r2 health ping\"},\"then\":{\"reset\":true}}");
        assertThatThrownBy(() -> ping(second, "r2", "127.0.0.1"))
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
        assertThat(ping(second, "r3", "127.0.0.1")).contains("\"StatusCode\":0");
    }

    @Test
    void the_second_takes_over_with_payments_tokens_and_revoked_certificates() throws Exception {
        String id = json(create(first)).at("/Data/QrPaymentId").asText();
        assertThat(control(second, "POST", "/tokens", "{\"name\":\"ci\",\"scope\":\"read\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(control(second, "POST", "/certificates/partner/revoke", "").statusCode())
                .isEqualTo(200);
        Map<String, Integer> ports = second.ports();

        first.close();

        HttpResponse<String> payments = control(second, "GET", "/payments", "");
        assertThat(json(payments).get(0).path("id").asText()).isEqualTo(id);
        assertThat(second.ports()).isEqualTo(ports);
        assertThat(second.hasWorlds()).isTrue();
        assertThat(control(second, "GET", "/tokens", "").body()).contains("\"ci\"");
        assertThat(json(create(second)).path("StatusCode").asInt()).isZero();
        assertThat(Files.readString(folder.resolve("second").resolve("pki").resolve("registry.json")))
                .contains("revoked");

        first = node("first");
        assertThat(first.hasWorlds()).isFalse();
        assertThat(json(control(first, "GET", "/payments", ""))).hasSize(2);
    }

    @Test
    void nobody_is_refused_while_another_node_takes_the_worlds_over() throws Exception {
        int port = second.ports().getOrDefault("kaspi-r1", 0);
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Integer> knocking = CompletableFuture.supplyAsync(() -> knock(port, over::get));
        first.close();
        while (!second.hasWorlds()) {
            Thread.onSpinWait();
        }
        assertThat(json(create(second)).path("StatusCode").asInt()).isZero();
        over.set(true);
        assertThat(knocking.get(20, TimeUnit.SECONDS)).isPositive();
    }

    /** Connects again and again, not so often that a node has too many connections; returns how often it was taken. */
    private static int knock(int port, BooleanSupplier over) {
        int taken = 0;
        while (!over.getAsBoolean()) {
            try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
                taken += connection.isConnected() ? 1 : 0;
            } catch (IOException refused) {
                throw new UncheckedIOException("after " + taken + " connections", refused);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return taken;
    }

    /** A connection that leads to a node whose term is over is cut. */
    private static HttpResponse<String> patiently(Call call) throws InterruptedException {
        while (true) {
            try {
                return call.answer();
            } catch (IOException refused) {
                Thread.onSpinWait();
            }
        }
    }

    private interface Call {
        HttpResponse<String> answer() throws IOException, InterruptedException;
    }

    @Test
    void a_database_that_is_away_for_a_while_loses_nothing() throws Exception {
        String id = json(create(second)).at("/Data/QrPaymentId").asText();
        SERVER.allowConnections(false);
        assertThat(control(first, "GET", "/health", "").statusCode()).isEqualTo(200);
        while (first.hasWorlds()) {
            Thread.onSpinWait();
        }
        SERVER.allowConnections(true);
        HttpResponse<String> payments = patiently(() -> control(second, "GET", "/payments", ""));
        assertThat(json(payments).get(0).path("id").asText()).isEqualTo(id);
        assertThat(first.hasWorlds()).isNotEqualTo(second.hasWorlds());
    }

    @Test
    void nodes_that_other_machines_reach_and_nodes_that_they_do_not_are_not_mixed() {
        assertThatThrownBy(() -> node("third", "bind", "0.0.0.0"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("other nodes of these worlds are reached by their own machine alone");
    }

    @Test
    void fresh_worlds_are_not_for_one_node_to_begin() {
        assertThatThrownBy(() -> node("third", "fresh", "true"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("are not put aside by one");
    }
}
