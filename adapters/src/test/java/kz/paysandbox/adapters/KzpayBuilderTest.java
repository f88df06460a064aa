package kz.paysandbox.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.kaspi.KaspiR1;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.money.Reconciliation;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.CallListener;
import kz.paysandbox.adapters.transport.RequestOptions;
import kz.paysandbox.adapters.transport.RetryPolicy;
import kz.paysandbox.adapters.transport.ScriptedBank;
import org.junit.jupiter.api.Test;

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
                            "kzpay.kaspi.api-key", "key",
                            "kzpay.kaspi.ca", "not-read.pem"),
                    Map.of()))
            .transport(bank);

    @Test
    void deadline_repeats_and_listeners_arrive() {
        List<CallListener.Call> first = new ArrayList<>();
        List<CallListener.Call> second = new ArrayList<>();
        KaspiR1 kaspi = builder.deadline(Duration.ofSeconds(7))
                .connectTimeout(Duration.ofSeconds(2))
                .maxIdle(Duration.ofSeconds(3))
                .maxResponseBytes(2048)
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
    void clock_executor_and_reconciliation_arrive() {
        AtomicInteger tasks = new AtomicInteger();
        List<Reconciliation> seen = new ArrayList<>();
        Instant then = Instant.parse("2026-11-21T09:00:00Z");
        KaspiR1 kaspi = builder.clock(Clock.fixed(then, ZoneOffset.UTC))
                .executor(task -> {
                    tasks.incrementAndGet();
                    task.run();
                })
                .reconciliation(usual -> {
                    seen.add(usual);
                    return usual.once();
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
        assertThat(seen).hasSize(1);
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
