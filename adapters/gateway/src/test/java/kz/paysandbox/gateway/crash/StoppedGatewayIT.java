package kz.paysandbox.gateway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.OperationState;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Check 40: SIGTERM under load. */
class StoppedGatewayIT {
    private static final int TERMINATED = 143;
    private static final int CALLERS = 4;

    /** Long enough for a busy machine to see that it is not ready. */
    private static final Map<String, String> SLOWLY = Map.of("kzpay.gateway.stop.after", "6s");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void check_40_on_sigterm_it_is_not_ready_first_and_no_answer_is_without_its_row(TestDatabase database) {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (CrashScene scene = new CrashScene(database, folder, SLOWLY)) {
            String paid = scene.paid();
            ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
            List<CompletableFuture<Void>> load = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                load.add(CompletableFuture.runAsync(() -> untilTheEnd(scene, told), callers));
            }
            Await.until("there is load", () -> told.size() > CALLERS);
            scene.fault("r3 payment return", Map.of("delay", "PT8S"));
            CompletableFuture<HttpAnswer> refund = scene.refund(paid, 40);
            scene.calledAtTheBanks(1);
            scene.victim().terminate();
            Await.until(
                    "it says that it is not ready",
                    () -> scene.victim().ask("/health/ready").status() == 503);
            assertThat(refund.join().json().path("refunded_amount").decimalValue())
                    .isEqualByComparingTo("40");
            scene.victim().ended();
            load.forEach(CompletableFuture::join);
            assertThat(scene.victim().process().exitValue()).isEqualTo(TERMINATED);
            scene.crash();
            List<Operation> rows = scene.operations();
            assertThat(rows.stream()
                            .filter(row -> row.kind() == OperationKind.CREATE)
                            .map(row -> row.outcome().bankOperationId().orElse("none")))
                    .containsAll(told);
            assertThat(rows).allMatch(row -> row.state() == OperationState.APPLIED);
        } finally {
            callers.shutdownNow();
        }
    }

    /** Opens invoices until the gateway takes no more. */
    private static void untilTheEnd(CrashScene scene, ConcurrentLinkedQueue<String> told) {
        try {
            HttpAnswer answer = scene.victim().post("/payments/kaspi/create", scene.invoiceBody());
            while (answer.status() == 200) {
                told.add(answer.text("/external_id"));
                answer = scene.victim().post("/payments/kaspi/create", scene.invoiceBody());
            }
            assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        } catch (CompletionException gone) {
            assertThat(gone).hasCauseInstanceOf(java.io.IOException.class);
        }
    }
}
