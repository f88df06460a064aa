package kz.paysandbox.gateway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.OperationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Check 40: SIGTERM while a bank has a call. */
class StoppedGatewayIT {
    private static final int TERMINATED = 143;

    @TempDir
    private Path folder;

    @Test
    void check_40_on_sigterm_it_is_not_ready_first_and_what_is_under_way_is_answered() {
        try (CrashScene scene = new CrashScene(TestDatabase.H2, folder)) {
            String paid = scene.paid();
            scene.fault("r3 payment return", Map.of("delay", "PT3S"));
            scene.refund(paid, 40);
            scene.calledAtTheBank(1);
            scene.victim().terminate();
            Await.until(
                    "it says that it is not ready",
                    () -> scene.victim().ask("/health/ready").status() == 503);
            assertThat(scene.victim().first().json().path("refunded_amount").decimalValue())
                    .isEqualByComparingTo("40");
            scene.victim().ended();
            assertThat(scene.victim().process().exitValue()).isEqualTo(TERMINATED);
            scene.crash();
            scene.settle();
            Operation refund = scene.last(OperationKind.REFUND);
            assertThat(refund.state()).isEqualTo(OperationState.APPLIED);
        }
    }
}
