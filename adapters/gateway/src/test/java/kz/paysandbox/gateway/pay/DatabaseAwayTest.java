package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kz.paysandbox.gateway.jobs.Sweep;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.PaymentKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes away while the bank answers: what the bank said is in this node's memory until it is back. */
class DatabaseAwayTest {
    private final PayScene scene = new PayScene();
    private MoneyResult created;

    @BeforeEach
    void the_database_goes_away_while_the_bank_opens_an_invoice() {
        scene.bank.plan(new MemoryBank.Trouble.Meanwhile(() -> {
            rename("payment_log", "away_log");
            rename("money_operation", "away_operation");
        }));
        created = scene.create(PaymentKind.INVOICE);
        assertThat(created.operation().orElseThrow().state()).isEqualTo(OperationState.UNKNOWN);
        rename("away_log", "payment_log");
        rename("away_operation", "money_operation");
        scene.time.pass(Duration.ofMinutes(5));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private void rename(String table, String other) {
        scene.database.transaction(sql -> sql.update("alter table " + table + " rename to " + other));
    }

    private Operation now() {
        return scene.now(created.operation().orElseThrow());
    }

    private void opened() {
        assertThat(now().state()).isEqualTo(OperationState.APPLIED);
        assertThat(scene.now(created.payment()).externalId()).contains(13_000_000_001L);
        assertThat(scene.attention.open()).isEmpty();
        assertThat(scene.bank.asked("remote/create")).isEqualTo(1);
    }

    @Test
    void the_number_is_written_before_the_journal_is_looked_at() {
        scene.settlement.settle(now().id(), 0);
        opened();
    }

    @Test
    void an_operation_that_another_node_gave_to_a_person_is_settled_from_the_late_line() {
        scene.settlement(scene.otherNode()).settle(now().id(), 0);
        assertThat(scene.attention.open()).hasSize(1);
        removeJob();
        new Sweep(scene.database).run();
        assertThat(settleJobs()).isZero();
        scene.merchant.unsettled();
        new Sweep(scene.database).run();
        assertThat(settleJobs()).isEqualTo(1);
        scene.settlement.settle(now().id(), 0);
        opened();
        new Sweep(scene.database).run();
        assertThat(settleJobs()).isZero();
    }

    /** As the runner does where nothing more is to be done. */
    private void removeJob() {
        scene.database.transaction(sql -> {
            scene.database.tables().jobs().remove(sql, JobKinds.SETTLE, now().id());
            return true;
        });
    }

    private long settleJobs() {
        return scene.database
                .transaction(sql -> sql.query("select ref from job where kind = 'settle'", row -> row.getString("ref")))
                .size();
    }
}
