package kz.paysandbox.adapters.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import kz.paysandbox.adapters.error.ConnectionFailed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that lay idle are not used again, and a closed client leaves neither threads nor connections. */
@Timeout(60)
class ConnectionsTest {
    private static final byte[] ANSWER = HostileServer.answer("{\"StatusCode\":0}");

    private final AtomicLong later = new AtomicLong();
    private final HostileServer server;
    private final HttpSettings settings;

    ConnectionsTest() throws Exception {
        server = HostileServer.plain().replies((out, socket) -> out.write(ANSWER));
        Surroundings usual = TestSurroundings.create().withRealDeadlines();
        settings = HttpSettings.standard(new Surroundings(
                usual.clock(),
                () -> System.nanoTime() + later.get(),
                usual.sleeper(),
                usual.random(),
                usual.requestIds()));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void a_header_that_java_refuses_is_not_quoted() throws Exception {
        ApiRequest plain = request(server.uri());
        try (Transport transport = connect()) {
            assertThatThrownBy(() -> transport.send(plain.withHeaders(Map.of("Authorization", "Bearer a-secret\n"))))
                    .isInstanceOf(ConnectionFailed.class)
                    .hasMessageContaining("header value")
                    .satisfies(failure -> {
                        StringWriter text = new StringWriter();
                        failure.printStackTrace(new PrintWriter(text));
                        assertThat(text.toString()).doesNotContain("a-secret");
                    });
        }
    }

    @Test
    void a_connection_that_was_idle_for_longer_than_allowed_is_not_used_again() throws Exception {
        try (Transport transport = connect()) {
            transport.send(request(server.uri()));
            pass(Duration.ofSeconds(29));
            transport.send(request(server.uri()));
            assertThat(server.connections()).isEqualTo(1);
            pass(Duration.ofSeconds(31));
            transport.send(request(server.uri()));
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void of_several_connections_none_grows_older_than_allowed() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        server.replies((out, socket) -> {
            both.countDown();
            both.await();
            out.write(ANSWER);
        });
        try (Transport transport = connect()) {
            CompletableFuture<ApiResponse> one = transport.sendAsync(request(server.uri()));
            transport.send(request(server.uri()));
            one.join();
            assertThat(server.connections()).isEqualTo(2);
            for (int i = 0; i < 3; i++) {
                pass(Duration.ofSeconds(9));
                transport.send(request(server.uri()));
            }
            assertThat(server.connections()).isEqualTo(2);
            pass(Duration.ofSeconds(9));
            transport.send(request(server.uri()));
            assertThat(server.connections())
                    .as("one of the two may have been idle since the beginning")
                    .isEqualTo(3);
        }
    }

    @Test
    void forty_closed_clients_leave_no_thread_and_no_connection() throws Exception {
        List<Thread> ofOtherTests = threads();
        List<Transport> transports = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            transports.add(connect());
            transports.get(i).send(request(server.uri()));
        }
        assertThat(threadsBeside(ofOtherTests)).hasSizeGreaterThanOrEqualTo(40);
        assertThat(server.open()).isEqualTo(40);
        transports.forEach(Transport::close);
        transports.clear();
        // On a busy machine the JDK's thread may miss its interrupt; it then ends when its client is collected.
        for (int round = 0; round < 100 && !threadsBeside(ofOtherTests).isEmpty(); round++) {
            System.gc();
            for (Thread thread : threadsBeside(ofOtherTests)) {
                thread.join(10);
            }
        }
        assertThat(threadsBeside(ofOtherTests)).isEmpty();
        server.untilNoneIsOpen();
    }

    @Test
    void a_call_after_the_close_is_not_sent_and_one_under_way_gets_its_answer() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        server.replies((out, socket) -> {
            arrived.countDown();
            closed.await();
            out.write(ANSWER);
        });
        Transport transport = connect();
        CompletableFuture<ApiResponse> underWay = transport.sendAsync(request(server.uri()));
        arrived.await();
        transport.close();
        assertThatThrownBy(() -> transport.send(request(server.uri())))
                .isInstanceOf(ConnectionFailed.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(transport.sendAsync(request(server.uri()))::get).hasCauseInstanceOf(ConnectionFailed.class);
        closed.countDown();
        assertThat(underWay.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(server.requests()).isEqualTo(1);
        server.untilNoneIsOpen();
        transport.close();
    }

    private void pass(Duration time) {
        later.addAndGet(time.toNanos());
    }

    private Transport connect() throws Exception {
        SSLContext context = SSLContext.getDefault();
        return settings.connect(() -> context);
    }

    private static List<Thread> threadsBeside(List<Thread> others) {
        return threads().stream().filter(thread -> !others.contains(thread)).toList();
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> {
                    ThreadGroup group = thread.getThreadGroup();
                    return thread.getName().startsWith("kzpay-http")
                            || (group != null && group.getName().startsWith("kzpay-http"));
                })
                .toList();
    }

    private static ApiRequest request(URI uri) {
        return new ApiRequest(
                "r3 payment return",
                "id",
                "POST",
                uri,
                Map.of(),
                Optional.of(new byte[] {1}),
                Duration.ofSeconds(20),
                Repeat.NEVER);
    }
}
