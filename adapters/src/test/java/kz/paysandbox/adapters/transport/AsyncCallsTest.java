package kz.paysandbox.adapters.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls as futures hold no thread, end whatever happens, and are given up when they are cancelled. */
@Timeout(120)
class AsyncCallsTest {
    private static final byte[] ANSWER = HostileServer.answer("{\"StatusCode\":0}");

    private final HostileServer server;
    private final RetryingTransport transport;

    AsyncCallsTest() throws Exception {
        server = HostileServer.plain().replies((out, socket) -> out.write(ANSWER));
        SSLContext context = SSLContext.getDefault();
        transport = HttpSettings.standard(TestSurroundings.create().withRealDeadlines())
                .withConnectTimeout(Duration.ofSeconds(60))
                .connect(() -> context);
    }

    @AfterEach
    void stop() throws Exception {
        transport.close();
        server.close();
    }

    @Test
    void two_hundred_slow_answers_are_waited_for_at_once_by_a_few_threads() throws Exception {
        Set<Thread> ofOtherTests = Thread.getAllStackTraces().keySet();
        CountDownLatch all = new CountDownLatch(200);
        server.replies((out, socket) -> {
            all.countDown();
            assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
            out.write(ANSWER);
        });
        List<CompletableFuture<ApiResponse>> answers = IntStream.range(0, 200)
                .mapToObj(i -> transport.sendAsync(request(Duration.ofSeconds(60), Repeat.NEVER)))
                .toList();
        assertThat(all.await(60, TimeUnit.SECONDS)).as("all are asked at once").isTrue();
        long own = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("kzpay-http") && !ofOtherTests.contains(thread))
                .count();
        for (CompletableFuture<ApiResponse> answer : answers) {
            assertThat(answer.get().status()).isEqualTo(200);
        }
        assertThat(own).isLessThan(100);
    }

    @Test
    void cancelling_gives_the_request_up() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        server.replies((out, socket) -> {
            arrived.countDown();
            if (socket.getInputStream().read() < 0) {
                gone.countDown();
            }
        });
        CompletableFuture<ApiResponse> answer = transport.sendAsync(request(Duration.ofSeconds(30), Repeat.HARMLESS));
        arrived.await();
        assertThat(answer.cancel(true)).isTrue();
        assertThat(gone.await(20, TimeUnit.SECONDS))
                .as("the connection was closed")
                .isTrue();
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void the_deadline_ends_a_silent_server() {
        server.replies(HostileServer.stall(new byte[0]));
        assertThatThrownBy(transport.sendAsync(request(Duration.ofMillis(200), Repeat.NEVER))::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(OutcomeUnknown.class)
                .hasMessageContaining("no whole answer within PT0.2S");
    }

    @Test
    void a_read_comes_back_after_a_lost_answer_and_money_does_not() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        server.replies((out, socket) -> {
            if (calls.incrementAndGet() < 3) {
                socket.close();
            } else {
                out.write(ANSWER);
            }
        });
        assertThat(transport
                        .sendAsync(request(Duration.ofSeconds(30), Repeat.HARMLESS))
                        .get()
                        .status())
                .isEqualTo(200);
        assertThat(server.requests()).isEqualTo(3);
        calls.set(0);
        assertThatThrownBy(transport.sendAsync(request(Duration.ofSeconds(30), Repeat.NEVER))::get)
                .hasCauseInstanceOf(OutcomeUnknown.class);
        assertThat(server.requests()).isEqualTo(4);
    }

    @Test
    void a_reader_that_fails_by_mistake_ends_the_future_too() {
        Function<ApiResponse, String> mistaken = response -> {
            throw new StackOverflowError("a mistake");
        };
        assertThatThrownBy(transport.sendAsync(request(Duration.ofSeconds(30), Repeat.HARMLESS), mistaken)::get)
                .hasCauseInstanceOf(StackOverflowError.class);
        Transport broken = request -> {
            throw new IllegalStateException("a mistake");
        };
        assertThatThrownBy(HttpSettings.standard(TestSurroundings.create().surroundings())
                        .over(broken)
                        .sendAsync(request(Duration.ofSeconds(30), Repeat.HARMLESS))::get)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_closed_port_is_not_applied() throws Exception {
        server.close();
        assertThatThrownBy(transport.sendAsync(request(Duration.ofSeconds(30), Repeat.NEVER))::get)
                .hasCauseInstanceOf(ConnectionFailed.class);
    }

    private ApiRequest request(Duration deadline, Repeat repeat) {
        return new ApiRequest(
                "r3 payment return",
                "id",
                repeat == Repeat.NEVER ? "POST" : "GET",
                server.uri(),
                Map.of(),
                repeat == Repeat.NEVER ? Optional.of(new byte[] {1}) : Optional.empty(),
                deadline,
                repeat);
    }
}
