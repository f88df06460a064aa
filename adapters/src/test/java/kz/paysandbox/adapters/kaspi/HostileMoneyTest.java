package kz.paysandbox.adapters.kaspi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.HostileServer;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.TestSurroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over real sockets that break at any moment, a refund is sent once or not at all, and always ends in an answer. */
@Timeout(120)
class HostileMoneyTest {
    private static final byte[] RETURNED =
            HostileServer.answer("{\"Data\":{\"ReturnOperationId\":15},\"StatusCode\":0}");

    private final HostileServer server;
    private long payment = 501020796;
    private final KaspiR3 kaspi;

    HostileMoneyTest() throws Exception {
        server = HostileServer.plain();
        HttpSettings http = HttpSettings.standard(TestSurroundings.create().withRealDeadlines())
                .withDeadline(Duration.ofSeconds(5));
        SSLContext tls = SSLContext.getDefault();
        KaspiSettings settings = KaspiSettings.of(server.uri(), http, () -> tls);
        kaspi = KaspiR3.of(settings.withReconciliation(settings.reconciliation().assuming(Assumption.SOLE_OPERATOR)));
    }

    @AfterEach
    void stop() throws Exception {
        kaspi.close();
        server.close();
    }

    @Test
    void a_refund_applied_before_the_line_broke_is_found_wherever_it_broke() {
        for (int after = 0; after < RETURNED.length; after += 3) {
            assertThat(refund(after, true).settlement())
                    .as("after %d bytes", after)
                    .isEqualTo(Settlement.APPLIED);
            assertThat(refunds()).isEqualTo(1);
            assertThat(refund(after, false).settlement())
                    .as("after %d bytes", after)
                    .isEqualTo(Settlement.UNKNOWN);
            assertThat(refunds()).isEqualTo(1);
        }
    }

    @Test
    void noise_at_any_call_never_sends_a_refund_twice() {
        qt().withExamples(60).forAll(integers().all()).check(seed -> {
            server.replies((out, socket) -> {
                byte[] noise = Integer.toString(seed).repeat(3).getBytes(StandardCharsets.UTF_8);
                HostileServer.cut(noise, noise.length, seed % 2 == 0).to(out, socket);
            });
            MoneyAnswer<RemoteInvoice> invoice = kaspi.invoice(
                    KaspiTestStand.BIN,
                    KaspiTestStand.DEVICE,
                    Phone.parse("87010000001"),
                    Tenge.of(5),
                    Optional.empty());
            kaspi.refund(KaspiTestStand.BIN, KaspiTestStand.DEVICE, 15, Tenge.of(5));
            List<String> lines = server.takeLines();
            return invoice.settlement() == Settlement.UNKNOWN
                    && lines.stream()
                                    .filter(line -> line.contains("remote/create"))
                                    .count()
                            == 1
                    && lines.stream().noneMatch(line -> line.contains("payment/return"));
        });
    }

    private MoneyAnswer<Refund> refund(int after, boolean applied) {
        boolean[] sent = new boolean[1];
        payment++;
        server.replies((out, socket) -> {
            if (server.lastLine().startsWith("POST")) {
                sent[0] = true;
                HostileServer.cut(RETURNED, after, true).to(out, socket);
            } else {
                out.write(details(sent[0] && applied ? "6.00" : "11.00"));
            }
        });
        return kaspi.refund(KaspiTestStand.BIN, KaspiTestStand.DEVICE, payment, Tenge.of(5));
    }

    private byte[] details(String refundable) {
        return HostileServer.answer(
                GoldenMessagesTest.details(refundable).replace("501020796", Long.toString(payment)));
    }

    private long refunds() {
        return server.takeLines().stream()
                .filter(line -> line.contains("payment/return"))
                .count();
    }
}
