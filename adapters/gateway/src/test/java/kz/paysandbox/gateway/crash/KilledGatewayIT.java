package kz.paysandbox.gateway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.http.card.CardCustomer;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.ServiceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Check 19: kill -9 between "written" and "answered". The outcome comes from the books, and no money moves twice. */
class KilledGatewayIT {
    private static final Map<String, ?> NEVER_APPLIED = Map.of("delay", "PT30S", "drop", "before");
    private static final Map<String, ?> APPLIED_AND_NOT_ANSWERED = Map.of("slow", Map.of("bytesPerSecond", 1));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void check_19_while_the_bank_has_calls_that_it_never_carries_out(TestDatabase database) {
        try (CrashScene scene = new CrashScene(database, folder)) {
            String paid = scene.paid();
            String unpaid = scene.invoice();
            begin(scene, paid, unpaid, NEVER_APPLIED);
            scene.crash();
            scene.settle();
            Operation refund = scene.last(OperationKind.REFUND);
            assertThat(refund.state()).isEqualTo(OperationState.NOT_APPLIED);
            assertThat(scene.payment(refund).refunded().positive()).isFalse();
            assertThat(scene.last(OperationKind.CANCEL).state()).isNotEqualTo(OperationState.APPLIED);
            create(scene);
            onceAtTheBank(scene, 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_19_while_the_bank_has_carried_calls_out_and_answers_slowly(TestDatabase database) {
        try (CrashScene scene = new CrashScene(database, folder)) {
            String paid = scene.paid();
            String unpaid = scene.invoice();
            begin(scene, paid, unpaid, APPLIED_AND_NOT_ANSWERED);
            scene.crash();
            scene.settle();
            Operation refund = scene.last(OperationKind.REFUND);
            assertThat(refund.state()).isEqualTo(OperationState.APPLIED);
            assertThat(scene.payment(refund).refunded()).isEqualTo(refund.amount());
            Operation cancel = scene.last(OperationKind.CANCEL);
            assertThat(cancel.state()).isEqualTo(OperationState.APPLIED);
            assertThat(scene.payment(cancel).status()).isEqualTo(ServiceStatus.CANCELLED);
            create(scene);
            onceAtTheBank(scene, 1);
        }
    }

    /** A refund, a withdrawal and an invoice, all under way at the bank. */
    private static void begin(CrashScene scene, String paid, String unpaid, Map<String, ?> then) {
        scene.fault("r3 payment return", then);
        scene.fault("r3 remote cancel", then);
        scene.fault("r3 remote create", then);
        scene.refund(paid, 40);
        scene.victim().begin("/api/v1/kaspi/cancel", "{\"shop_id\":5,\"external_id\":\"" + unpaid + "\"}");
        scene.victim().begin("/payments/kaspi/create", CrashScene.invoiceBody());
        scene.calledAtTheBank(3);
    }

    /** An invoice whose answer was lost can be looked up nowhere: a person is asked, and nothing is sent again. */
    private static void create(CrashScene scene) {
        Operation create = scene.last(OperationKind.CREATE);
        assertThat(create.state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(scene.attention()).isPositive();
    }

    private static void onceAtTheBank(CrashScene scene, int least) {
        scene.world().journal().verify(Map.of("endpoint", "r3 payment return"), least, 1);
        scene.world().journal().verify(Map.of("endpoint", "r3 remote cancel"), least, 1);
        scene.world().journal().verify(Map.of("endpoint", "r3 remote create"), 2 + least, 3);
    }

    @ParameterizedTest
    @EnumSource
    void check_19_before_anything_has_reached_the_bank(TestDatabase database) {
        try (CrashScene scene = new CrashScene(database, folder)) {
            String paid = scene.paid();
            scene.wire().hold();
            scene.refund(paid, 40);
            Await.until("the gateway asks the bank", () -> scene.wire().held() > 0);
            scene.crash();
            scene.settle();
            Operation refund = scene.last(OperationKind.REFUND);
            assertThat(refund.state()).isEqualTo(OperationState.NOT_APPLIED);
            scene.world().journal().verify(Map.of("endpoint", "r3 payment return"), 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_19_while_ePay_has_made_a_refund_and_answers_slowly(TestDatabase database) {
        try (CrashScene scene = new CrashScene(database, folder)) {
            cardRefund(scene, APPLIED_AND_NOT_ANSWERED);
            Operation refund = scene.last(OperationKind.REFUND);
            assertThat(refund.state()).isEqualTo(OperationState.APPLIED);
            assertThat(scene.payment(refund).refunded()).isEqualTo(refund.amount());
            scene.world().journal().verify(Map.of("endpoint", "epay operation refund"), 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_19_while_ePay_has_a_refund_that_it_never_makes(TestDatabase database) {
        try (CrashScene scene = new CrashScene(database, folder)) {
            cardRefund(scene, NEVER_APPLIED);
            Operation refund = scene.last(OperationKind.REFUND);
            assertThat(refund.state()).isEqualTo(OperationState.NOT_APPLIED);
            assertThat(scene.payment(refund).refunded().positive()).isFalse();
            scene.world().journal().verify(Map.of("endpoint", "epay operation refund"), 0, 1);
        }
    }

    /** A card payment of 750 tenge, of which 200 are being refunded when the gateway is killed. */
    private static void cardRefund(CrashScene scene, Map<String, ?> then) {
        HttpAnswer opened = scene.victim()
                .post(
                        "/api/v1/payments/initiate",
                        "{\"shop_id\":5,\"amount\":75000,\"currency\":\"KZT\",\"payment_type\":\"order\"}");
        new CardCustomer(scene.world()).pay(opened);
        String payment = "/api/v1/payments/" + opened.text("/payment_id");
        Await.until(
                "the card payment is completed",
                () -> scene.victim().get(payment).text("/status").equals("completed"));
        scene.fault("epay operation refund", then);
        scene.victim().begin(payment + "/refund", "{\"refund_amount\":20000}");
        scene.calledAtTheBank(1);
        scene.crash();
        scene.settle();
    }

    /** The bank has answered, and the answer waits for a row that another transaction has locked. */
    @Test
    void check_19_while_the_answer_is_being_written() throws SQLException {
        try (CrashScene scene = new CrashScene(TestDatabase.POSTGRES, folder)) {
            String paid = scene.paid();
            scene.fault("r3 payment return", Map.of("delay", "PT2S"));
            scene.refund(paid, 40);
            scene.calledAtTheBank(1);
            try (Connection other = DriverManager.getConnection(
                    scene.settings().get("kzpay.gateway.database.url"), "postgres", "postgres")) {
                other.setAutoCommit(false);
                count(other, "select count(*) from (select id from payment for update) locked");
                Await.until(
                        "the gateway waits for the row",
                        () -> count(other, "select count(*) from pg_locks where not granted") > 0);
                scene.victim().kill();
                other.rollback();
            }
            scene.crash();
            scene.settle();
            Operation refund = scene.last(OperationKind.REFUND);
            assertThat(refund.state()).isEqualTo(OperationState.APPLIED);
            assertThat(scene.payment(refund).refunded()).isEqualTo(refund.amount());
            scene.world().journal().verify(Map.of("endpoint", "r3 payment return"), 1);
        }
    }

    private static long count(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
