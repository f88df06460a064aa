package kz.paysandbox.adapters.merchant;

import static kz.paysandbox.adapters.merchant.Scene.FIRST;
import static kz.paysandbox.adapters.merchant.Scene.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever DataSource a shop has: the log is written before and after, or the call does not leave. */
class SourcesTest {
    @ParameterizedTest
    @EnumSource
    void an_applied_payment_is_in_the_log_also_after_all_connections_were_replaced(TestSource kind) throws Exception {
        Scene scene = Scene.on(kind);
        scene.registered(FIRST, 1, "token");
        scene.bank.answers(Scene.qr(15)).answers(Scene.qr(16));
        scene.merchant.createQr(SHOP, Optional.empty(), Tenge.of(1), "order-1").orThrow();
        TestSource.rotate(scene.source);
        scene.merchant.createQr(SHOP, Optional.empty(), Tenge.of(1), "order-2").orThrow();
        TestSource.rotate(scene.source);
        assertThat(scene.merchant.log().last(SHOP, 5))
                .extracting(LogEntry::state)
                .containsExactly(LineState.APPLIED, LineState.APPLIED);
        assertThat(committed(scene.source)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void without_the_first_line_no_call_leaves(TestSource kind) {
        Scene scene = Scene.on(kind);
        scene.registered(FIRST, 1, "token");
        FailingSource failing = new FailingSource(scene.source);
        MerchantKaspi cut = scene.merchant(scene.bank, failing);
        failing.kill();
        assertThatThrownBy(() -> cut.createQr(SHOP, Optional.empty(), Tenge.of(1), "order-1"))
                .isInstanceOf(StoreFailed.class);
        assertThat(scene.bank.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_POOLED", "POSTGRES_POOLED"})
    void an_answer_whose_line_cannot_be_completed_is_given_and_written_later(TestSource kind) {
        Scene scene = Scene.on(kind);
        scene.registered(FIRST, 1, "token");
        FailingSource failing = new FailingSource(scene.source);
        MerchantKaspi cut = scene.merchant(scene.bank, failing);
        scene.bank.answers(Scene.invoice(17)).whenAsked(failing::kill);
        MoneyAnswer<?> answer = cut.invoice(
                SHOP, Optional.empty(), Phone.parse("87010000001"), Tenge.of(1), "order-1", Optional.empty());
        assertThat(answer.settlement()).isEqualTo(Settlement.APPLIED);
        failing.revive();
        scene.bank.whenAsked(() -> {});
        LogEntry line = scene.merchant.log().ofOrder(SHOP, "order-1").get(0);
        assertThat(line.state()).isEqualTo(LineState.STARTED);
        assertThat(cut.abandonedAfter(Duration.ZERO).resolve(line).paymentId()).contains(17L);
        assertThat(cut.log().ofOrder(SHOP, "order-1").get(0).state()).isEqualTo(LineState.APPLIED);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_POOLED", "POSTGRES_POOLED"})
    void a_code_whose_line_cannot_be_completed_is_given_to_nobody(TestSource kind) {
        Scene scene = Scene.on(kind);
        scene.registered(FIRST, 1, "token");
        FailingSource failing = new FailingSource(scene.source);
        MerchantKaspi cut = scene.merchant(scene.bank, failing);
        scene.bank.answers(Scene.qr(17)).whenAsked(failing::kill);
        MoneyAnswer<?> answer = cut.createQr(SHOP, Optional.empty(), Tenge.of(1), "order-1");
        assertThat(answer.settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(answer.toString()).doesNotContain("code-17");
        failing.revive();
        scene.bank.whenAsked(() -> {}).answers(Scene.qr(18));
        LogEntry open = cut.log().ofOrder(SHOP, "order-1").get(0);
        scene.time.advance(LineState.LONGEST_CALL);
        assertThat(cut.resolve(open).state()).isEqualTo(LineState.NOT_APPLIED);
        assertThat(cut.createQr(SHOP, Optional.empty(), Tenge.of(1), "order-1").ifApplied())
                .map(payment -> payment.qrToken())
                .contains("code-18");
    }

    @Test
    void words_of_the_bank_that_a_database_refuses_do_not_lose_the_line() {
        Scene scene = Scene.on(TestSource.POSTGRES_UNPOOLED);
        scene.registered(FIRST, 1, "token");
        scene.bank.answers("{\"StatusCode\":990000028,\"Message\":\"a\\u0000b\\ud800c" + "x".repeat(2000) + "\"}");
        scene.merchant.createQr(SHOP, Optional.empty(), Tenge.of(1), "order-1");
        assertThat(scene.merchant.log().last(SHOP, 1).get(0).state()).isEqualTo(LineState.NOT_APPLIED);
    }

    @Test
    void a_file_of_version_0_1_0_is_taken_over_without_loss(@TempDir Path home) throws Exception {
        JdbcDataSource old = new JdbcDataSource();
        old.setURL("jdbc:h2:file:" + home.resolve("shops") + ";DB_CLOSE_DELAY=0");
        takenOver(old);
    }

    @Test
    void a_postgres_of_version_0_1_0_is_taken_over_without_loss() throws Exception {
        takenOver(TestSource.POSTGRES_UNPOOLED.open());
    }

    private static void takenOver(DataSource old) throws SQLException {
        Flyway.configure()
                .dataSource(old)
                .locations("classpath:kz/paysandbox/adapters/merchant/migration")
                .table("kzpay_schema_history")
                .target("2")
                .load()
                .migrate();
        try (Connection connection = old.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into payment_config (shop, organization_bin, trade_point_id, device_id,"
                    + " device_token, active, default_of, description, created_at, updated_at) values"
                    + " ('books', '180340021791', 1, 'till', 'token', true, 'books', '', now(), now())");
            for (String line : List.of(
                    "'create', 'order-1', 14, 'applied'",
                    "'create', 'order-1', 15, 'applied'",
                    "'create', 'order-2', null, 'unknown'",
                    "'refund', '15', 15, 'unknown'")) {
                statement.execute("insert into payment_log (shop, config_id, organization_bin, amount_tiyn, started_at,"
                        + " operation, external_id, payment_id, status) values ('books', 1, '180340021791', 10000, now(), "
                        + line + ")");
            }
        }
        Scene scene = new Scene(old);
        assertThat(scene.merchant.configs().of(SHOP))
                .extracting(ShopConfig::device)
                .containsExactly(DeviceToken.of("token"));
        assertThat(scene.merchant.log().last(SHOP, 9))
                .extracting(LogEntry::operation)
                .containsExactly(Operation.REFUND, Operation.CREATE, Operation.CREATE, Operation.CREATE);
        assertThat(scene.merchant.log().last(SHOP, 9))
                .extracting(LogEntry::configId)
                .containsOnly(1L);
        assertThat(scene.merchant.unsettled()).hasSize(2);
        scene.bank.answers(Scene.status("Processed"));
        assertThat(scene.merchant
                        .createQr(SHOP, Optional.empty(), Tenge.of(100), "order-1")
                        .settlement())
                .isEqualTo(Settlement.UNKNOWN);
        assertThat(scene.merchant.refund(SHOP, 15, Tenge.of(1), "refund-1").settlement())
                .isEqualTo(Settlement.NOT_APPLIED);
        assertThat(scene.merchant.resolve(scene.merchant.unsettled().get(1)).state())
                .isEqualTo(LineState.UNKNOWN);
        Database.of(old);
    }

    private static int committed(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from payment_log where status = 'applied'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
