package kz.paysandbox.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.ProtocolViolation;
import kz.paysandbox.adapters.kaspi.KaspiR1;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.tls.TestPki;
import kz.paysandbox.adapters.transport.CallListener;
import kz.paysandbox.adapters.transport.HostileServer;
import kz.paysandbox.adapters.transport.RequestOptions;
import kz.paysandbox.adapters.transport.RetryPolicy;
import kz.paysandbox.adapters.transport.ScriptedBank;
import kz.paysandbox.adapters.transport.TestSurroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the builder is told arrives at the calls. */
class KzpayBuilderTest {
    private static final String WAIT = "{\"StatusCode\":0,\"Data\":{\"Status\":\"Wait\"}}";
    private static final String QR =
            "{\"StatusCode\":0,\"Data\":{\"QrToken\":\"5\",\"ExpireDate\":\"2026-11-21T14:03:00.000+05:00\",\"QrPaymentId\":15}}";

    private final ScriptedBank bank = new ScriptedBank();
    private final KzpayBuilder builder = Kzpay.builder()
            .settings(Settings.of(
                    Map.of(
                            "kzpay.backend", "custom",
                            "kzpay.kaspi.r1.url", "https://bank.example:8543",
                            "kzpay.kaspi.r3.url", "https://bank.example:8545",
                            "kzpay.kaspi.pfx", "not-read.pfx",
                            "kzpay.kaspi.api-key", "key",
                            "kzpay.kaspi.ca", "not-read.pem"),
                    Map.of()))
            .transport(bank);

    @Test
    void deadline_repeats_and_listeners_arrive() {
        List<CallListener.Call> first = new ArrayList<>();
        List<CallListener.Call> second = new ArrayList<>();
        KaspiR1 kaspi = builder.deadline(Duration.ofSeconds(7))
                .retryReads(RetryPolicy.none())
                .listener(first::add)
                .listener(second::add)
                .build()
                .kaspiR1();
        bank.losesTheAnswer();
        assertThatThrownBy(() -> kaspi.status(15)).isInstanceOf(OutcomeUnknown.class);
        assertThat(bank.requests()).hasSize(1);
        assertThat(bank.last().deadline()).isEqualTo(Duration.ofSeconds(7));
        assertThat(first).hasSize(1).isEqualTo(second);
    }

    @Test
    void clock_and_executor_arrive() {
        AtomicInteger tasks = new AtomicInteger();
        Instant then = Instant.parse("2026-11-21T09:00:00Z");
        KaspiR1 kaspi = builder.clock(Clock.fixed(then, ZoneOffset.UTC))
                .executor(task -> {
                    tasks.incrementAndGet();
                    task.run();
                })
                .build()
                .kaspiR1();
        bank.answers(QR).answers(WAIT);
        assertThat(kaspi.createQr(Order.of(DeviceToken.of("d"), Tenge.of(1)))
                        .orThrow()
                        .receivedAt())
                .isEqualTo(then);
        assertThat(kaspi.async().status(15).join().raw()).isEqualTo("Wait");
        assertThat(tasks).hasPositiveValue();
    }

    @Test
    void a_lost_answer_is_looked_into_as_the_program_says() {
        String purchase = "{\"StatusCode\":0,\"Data\":{\"QrPaymentId\":15,\"TotalAmount\":100,"
                + "\"AvailableReturnAmount\":100,\"TransactionDate\":\"2026-11-21T14:03:00.000+05:00\"}}";
        KaspiR3 kaspi = builder.surroundings(TestSurroundings.create().surroundings())
                .reconciliation(usual -> usual.once())
                .build()
                .kaspiR3();
        bank.answers(purchase).losesTheAnswer().answers(purchase);
        assertThat(kaspi.refund(Bin.of("180340021791"), DeviceToken.of("d"), 15, Tenge.of(50))
                        .settlement())
                .isEqualTo(Settlement.UNKNOWN);
        assertThat(bank.requests()).as("reading, refund, one look").hasSize(3);
    }

    @Test
    @Timeout(60)
    void idle_time_and_longest_answer_arrive_at_the_connections(@TempDir Path home) throws Exception {
        TestPki pki = TestPki.create();
        TestSurroundings time = TestSurroundings.create();
        try (HostileServer server = HostileServer.tls(pki.server(), false)) {
            server.replies((out, socket) -> out.write(HostileServer.answer(WAIT)));
            KaspiR1 kaspi = networked(server, pki.writeRoot(home))
                    .surroundings(time.surroundings())
                    .connectTimeout(Duration.ofSeconds(50))
                    .maxIdle(Duration.ofSeconds(3))
                    .maxResponseBytes(2048)
                    .build()
                    .kaspiR1();
            kaspi.status(15);
            time.advance(Duration.ofSeconds(2));
            kaspi.status(15);
            assertThat(server.connections()).isEqualTo(1);
            time.advance(Duration.ofSeconds(4));
            kaspi.status(15);
            assertThat(server.connections()).isEqualTo(2);
            server.replies((out, socket) -> out.write(HostileServer.answer(WAIT + " ".repeat(2048))));
            assertThatThrownBy(() -> kaspi.status(15)).isInstanceOf(ProtocolViolation.class);
        }
    }

    /** The server never answers the handshake; without the limit the deadline would end the call, with other words. */
    @Test
    @Timeout(60)
    void the_time_to_connect_arrives_at_the_connections(@TempDir Path home) throws Exception {
        try (HostileServer silent = HostileServer.plain()) {
            KaspiR1 kaspi = networked(silent, TestPki.create().writeRoot(home))
                    .deadline(Duration.ofSeconds(4))
                    .connectTimeout(Duration.ofMillis(200))
                    .retryReads(RetryPolicy.none())
                    .build()
                    .kaspiR1();
            assertThatThrownBy(() -> kaspi.status(15))
                    .isInstanceOf(ConnectionFailed.class)
                    .hasMessageContaining("connect or handshake took too long");
        }
    }

    private static KzpayBuilder networked(HostileServer server, Path root) {
        return Kzpay.builder()
                .settings(Settings.of(
                        Map.of(
                                "kzpay.backend",
                                "custom",
                                "kzpay.kaspi.r1.url",
                                "https://localhost:" + server.uri().getPort(),
                                "kzpay.kaspi.api-key",
                                "key",
                                "kzpay.kaspi.ca",
                                root.toString()),
                        Map.of()));
    }

    @Test
    void a_call_may_have_wishes_of_its_own() {
        KaspiR1 kaspi = builder.build().kaspiR1();
        bank.answers(WAIT).answers(WAIT);
        kaspi.with(RequestOptions.within(Duration.ofSeconds(3)).withHeader("X-Correlation-ID", "cart-7"))
                .status(15);
        assertThat(bank.last().deadline()).isEqualTo(Duration.ofSeconds(3));
        assertThat(bank.last().headers())
                .containsEntry("X-Correlation-ID", "cart-7")
                .containsEntry("Api-Key", "key");
        kaspi.status(15);
        assertThat(bank.last().deadline()).isEqualTo(Duration.ofSeconds(30));
        assertThat(bank.last().headers()).doesNotContainKey("X-Correlation-ID");
    }

    @Test
    void a_wish_cannot_replace_what_the_client_says_of_itself() {
        for (String name : List.of("Authorization", "api-key", "X-Request-ID", "Host", "a b", "")) {
            assertThatThrownBy(() -> RequestOptions.header(name, "x"))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> RequestOptions.header("X-Correlation-ID", "a\r\nb"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RequestOptions.within(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
