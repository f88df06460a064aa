package kz.paysandbox.adapters.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.Effect;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.ProtocolViolation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a server does with the socket, a call ends in time, in the taxonomy, and has been sent once. */
@Timeout(120)
class HostileAnswersTest {
    private static final byte[] ANSWER = HostileServer.answer("{\"Data\":{\"ReturnOperationId\":15},\"StatusCode\":0}");

    private final HostileServer server;
    private final Caller caller;

    HostileAnswersTest() throws Exception {
        server = HostileServer.plain();
        caller = Caller.plain(server.uri());
    }

    @BeforeEach
    void answerWell() {
        server.replies((out, socket) -> out.write(ANSWER));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void a_connection_lost_at_any_byte_of_the_answer_is_an_unknown_outcome_and_sent_once() {
        int sent = 0;
        for (int after = 0; after < ANSWER.length; after++) {
            for (boolean reset : new boolean[] {true, false}) {
                server.replies(HostileServer.cut(ANSWER, after, reset));
                assertThatThrownBy(caller::post)
                        .as("%d bytes, reset %s", after, reset)
                        .isInstanceOf(OutcomeUnknown.class)
                        .hasMessageContaining("the-id");
                assertThat(server.requests()).isEqualTo(++sent);
            }
        }
        server.replies(HostileServer.cut(ANSWER, ANSWER.length, false));
        assertThat(caller.post().status()).isEqualTo(200);
    }

    @Test
    void no_bytes_make_a_call_hang_or_throw_anything_else_or_leave_twice() {
        qt().withExamples(150)
                .forAll(
                        lists().of(integers().between(0, 255)).ofSizeBetween(0, 120),
                        integers().between(0, 20))
                .check((noise, valid) -> {
                    byte[] bytes = new byte[valid + noise.size()];
                    System.arraycopy(ANSWER, 0, bytes, 0, valid);
                    for (int i = 0; i < noise.size(); i++) {
                        bytes[valid + i] = noise.get(i).byteValue();
                    }
                    return survives(bytes);
                });
    }

    private boolean survives(byte[] bytes) {
        int before = server.requests();
        long begun = System.nanoTime();
        server.replies(HostileServer.cut(bytes, bytes.length, false));
        try {
            caller.post();
        } catch (PaymentException inTheTaxonomy) {
            assertThat(inTheTaxonomy.requestId()).isEqualTo("the-id");
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return server.requests() == before + 1 && took.compareTo(Caller.DEADLINE.plusSeconds(1)) < 0;
    }

    @Test
    void a_server_that_falls_silent_ends_at_the_deadline_wherever_it_does() {
        for (int after : List.of(0, 10, ANSWER.length - 5)) {
            server.replies(HostileServer.stall(Arrays.copyOf(ANSWER, after)));
            long begun = System.nanoTime();
            assertThatThrownBy(() -> caller.post(Duration.ofMillis(300))).isInstanceOf(OutcomeUnknown.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void an_answer_without_end_is_refused_at_the_limit() {
        byte[] kilobyte = new byte[1024];
        server.replies((out, socket) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            while (!socket.isClosed()) {
                out.write(kilobyte);
            }
        });
        assertThatThrownBy(caller::post)
                .isInstanceOf(ProtocolViolation.class)
                .hasMessageContaining("larger than 65536 bytes");
    }

    @Test
    void gzip_is_unpacked_within_the_limit() throws Exception {
        server.replies((out, socket) -> out.write(gzipped("{\"StatusCode\":0}".getBytes(StandardCharsets.UTF_8))));
        assertThat(caller.post().text()).isEqualTo("{\"StatusCode\":0}");
        server.replies((out, socket) -> out.write(gzipped(new byte[10_000_000])));
        assertThatThrownBy(caller::post).isInstanceOf(ProtocolViolation.class);
        byte[] broken = gzipped(new byte[100]);
        broken[broken.length - 6] ^= 0x55;
        server.replies((out, socket) -> out.write(broken));
        assertThatThrownBy(caller::post)
                .isInstanceOfSatisfying(
                        PaymentException.class, e -> assertThat(e.effect()).isEqualTo(Effect.POSSIBLE));
    }

    @Test
    void a_read_comes_back_after_a_lost_answer() {
        byte[] all = ANSWER;
        AtomicInteger calls = new AtomicInteger();
        server.replies((out, socket) -> {
            if (calls.incrementAndGet() < 3) {
                socket.setSoLinger(true, 0);
                socket.close();
            } else {
                out.write(all);
            }
        });
        assertThat(caller.get().status()).isEqualTo(200);
    }

    @Test
    void a_host_without_address_and_a_closed_port_are_not_applied() throws Exception {
        assertThatThrownBy(
                        () -> Caller.plain(URI.create("http://nowhere.invalid")).post())
                .isInstanceOf(ConnectionFailed.class)
                .hasMessageContaining("nowhere.invalid");
        server.close();
        assertThatThrownBy(caller::post)
                .isInstanceOf(ConnectionFailed.class)
                .hasMessageContaining("localhost:" + server.uri().getPort())
                .message()
                .doesNotContain("null");
    }

    @Test
    void an_interrupt_ends_the_wait_at_once() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        server.replies((out, socket) -> {
            arrived.countDown();
            HostileServer.stall(new byte[0]).to(out, socket);
        });
        CompletableFuture<Boolean> kept = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try {
                caller.post();
            } catch (OutcomeUnknown expected) {
                kept.complete(Thread.currentThread().isInterrupted());
            }
        });
        waiting.start();
        arrived.await();
        waiting.interrupt();
        assertThat(kept.get(2, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void an_interrupted_thread_sends_nothing() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(caller::post).isInstanceOf(ConnectionFailed.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(server.requests()).isZero();
    }

    @Test
    void a_header_that_java_does_not_send_is_not_applied() {
        ApiRequest odd = new ApiRequest(
                "r3 payment return",
                "id",
                "POST",
                server.uri(),
                Map.of("Host", "elsewhere.example"),
                Optional.of(new byte[] {1}),
                Caller.DEADLINE,
                Repeat.NEVER);
        assertThatThrownBy(() -> caller.transport.send(odd))
                .isInstanceOf(ConnectionFailed.class)
                .hasMessageContaining("restricted header name");
        assertThat(server.requests()).isZero();
    }

    @Test
    void a_java_that_would_send_a_refund_twice_is_refused() {
        System.setProperty("jdk.httpclient.enableAllMethodRetry", "");
        try {
            assertThatThrownBy(() -> Caller.plain(server.uri()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("enableAllMethodRetry");
        } finally {
            System.clearProperty("jdk.httpclient.enableAllMethodRetry");
        }
    }

    @Test
    void a_thousand_calls_share_one_connection() {
        for (int i = 0; i < 1000; i++) {
            caller.post();
        }
        assertThat(server.connections()).isEqualTo(1);
    }

    private static byte[] gzipped(byte[] plain) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(plain);
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        answer.writeBytes(packed.toByteArray());
        return answer.toByteArray();
    }
}
