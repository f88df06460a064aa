package kz.paysandbox.adapters.kaspi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
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
    private static final byte[] DETAILS = HostileServer.answer(GoldenMessagesTest.details("11.00"));
    private static final byte[] LESS = HostileServer.answer(GoldenMessagesTest.details("6.00"));
    private static final byte[] RETURNED =
            HostileServer.answer("{\"Data\":{\"ReturnOperationId\":15},\"StatusCode\":0}");

    private final HostileServer server;
    private final KaspiR3 kaspi;

    HostileMoneyTest() throws Exception {
        server = HostileServer.plain();
        HttpSettings http = HttpSettings.standard(TestSurroundings.create().withRealDeadlines())
                .withDeadline(Duration.ofSeconds(5));
        SSLContext tls = SSLContext.getDefault();
        kaspi = KaspiR3.of(KaspiSettings.of(server.uri(), http, () -> tls));
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
                    .isEqualTo(Settlement.NOT_APPLIED);
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
        server.replies((out, socket) -> {
            if (server.lastLine().startsWith("POST")) {
                sent[0] = true;
                HostileServer.cut(RETURNED, after, true).to(out, socket);
            } else {
                out.write(sent[0] && applied ? LESS : DETAILS);
            }
        });
        return kaspi.refund(KaspiTestStand.BIN, KaspiTestStand.DEVICE, 501020796, Tenge.of(5));
    }

    private long refunds() {
        return server.takeLines().stream()
                .filter(line -> line.contains("payment/return"))
                .count();
    }
}
