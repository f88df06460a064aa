package kz.paysandbox.adapters.kaspi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.net.ssl.SSLContext;
import kz.paysandbox.adapters.kaspi.payment.FollowedPayment;
import kz.paysandbox.adapters.kaspi.payment.PaymentTimes;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.Till;
import kz.paysandbox.adapters.transport.Background;
import kz.paysandbox.adapters.transport.DaemonThreads;
import kz.paysandbox.adapters.transport.HostileServer;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many payments are followed at once over real sockets, at a bank that answers slowly. */
@Timeout(120)
class FollowManyTest {
    private static final int PAYMENTS = 500;

    @Test
    void five_hundred_slow_polls_wait_side_by_side_on_few_threads() throws Exception {
        CountDownLatch allAsked = new CountDownLatch(PAYMENTS);
        try (HostileServer bank = HostileServer.plain().replies((out, socket) -> {
                    allAsked.countDown();
                    allAsked.await();
                    out.write(HostileServer.answer("{\"Data\":{\"Status\":\"Processed\"},\"StatusCode\":0}"));
                });
                KaspiR2 kaspi = client(bank)) {
            List<FollowedPayment> followings = LongStream.range(0, PAYMENTS)
                    .mapToObj(id -> kaspi.follow(payment(id), status -> {}))
                    .toList();
            assertThat(allAsked.await(90, TimeUnit.SECONDS))
                    .as("every payment is asked for before any is answered")
                    .isTrue();
            long own = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("kaspi-")
                            || thread.getName().startsWith("kzpay-"))
                    .count();
            assertThat(own).isLessThan(PAYMENTS / 4);
            for (FollowedPayment following : followings) {
                assertThat(following.end().get(60, TimeUnit.SECONDS).outcome()).isEqualTo(FollowedPayment.Outcome.PAID);
            }
        }
    }

    private static KaspiR2 client(HostileServer bank) throws Exception {
        SSLContext context = SSLContext.getDefault();
        HttpSettings http = HttpSettings.standard(Surroundings.system()).withConnectTimeout(Duration.ofSeconds(60));
        return KaspiR2.of(KaspiSettings.of(bank.uri(), http, () -> context)
                .withBackground(new AtOnce(DaemonThreads.of("kaspi"))));
    }

    /** The standard threads, without the waiting between polls. */
    private record AtOnce(DaemonThreads usual) implements Background {
        @Override
        public CompletableFuture<Void> pause(Duration delay) {
            return usual.pause(Duration.ZERO);
        }

        @Override
        public Executor executor() {
            return usual.executor();
        }

        @Override
        public void close() {
            usual.close();
        }
    }

    private static QrPayment payment(long id) {
        Instant now = Surroundings.system().clock().instant();
        return new QrPayment(
                id,
                "5",
                now,
                now,
                List.of(),
                new PaymentTimes(Duration.ofSeconds(90), Duration.ofSeconds(180), Duration.ofSeconds(180)),
                new Till(Optional.empty(), KaspiTestStand.DEVICE));
    }
}
