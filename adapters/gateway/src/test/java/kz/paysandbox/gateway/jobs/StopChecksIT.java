package kz.paysandbox.gateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.On;
import kz.paysandbox.gateway.Outage;
import kz.paysandbox.gateway.TestClock;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.JobTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Jobs when the program ends, when it starts again, and when the database goes away. */
class StopChecksIT {
    private static void claimed(GatewayFixture fixture, String kind, String node) {
        JobTable jobs = fixture.gateway().database().tables().jobs();
        fixture.gateway().database().transaction(sql -> {
            jobs.insertClaimed(
                    sql, kind, node, fixture.clock().instant().plus(Duration.ofDays(1)), node, Duration.ofDays(1));
            return true;
        });
    }

    private static String owner(GatewayFixture fixture, String ref) {
        return fixture.gateway()
                .database()
                .transaction(sql -> sql.first(
                                "select claimed_by from job where ref = ?",
                                row -> String.valueOf(row.getString(1)),
                                ref)
                        .orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void check_40_a_claim_outlives_the_process_that_holds_it_until_it_ends_or_none_is_left(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database, Map.of("kzpay.gateway.node", "n1"))) {
            claimed(fixture, "settle", "n1");
            claimed(fixture, "settle", "n2");
            fixture.restart();
            // a file of H2 serves one process: whoever has claimed anything in it is dead. Elsewhere the call of a node
            // that is gone may still be under way at the bank
            assertThat(owner(fixture, "n1")).isEqualTo(database == TestDatabase.H2 ? "null" : "n1");
            assertThat(owner(fixture, "n2")).isEqualTo(database == TestDatabase.H2 ? "null" : "n2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_lost_its_job_has_one_again_after_a_start(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            Shop shop = Shop.at(fixture);
            Payment code = shop.opened(PaymentKind.QR);
            Payment invoice = shop.opened(PaymentKind.INVOICE);
            fixture.gateway().database().transaction(sql -> sql.update("delete from job"));
            fixture.restart();
            shop.pays(code);
            fixture.advance(Duration.ofSeconds(5));
            fixture.runDue();
            assertThat(shop.status(code)).isEqualTo("completed");
            assertThat(shop.looks()).isEqualTo(1);
            fixture.advance(Duration.ofHours(25));
            fixture.runDue();
            assertThat(shop.status(invoice)).isNotEqualTo("pending");
            assertThat(shop.looks()).isEqualTo(2);
        }
    }

    @Test
    @On(TestDatabase.POSTGRES)
    void check_40_jobs_go_on_when_the_database_is_back() throws Exception {
        TestClock clock = TestClock.usual();
        GatewayDatabase.Address address = TestDatabase.POSTGRES.address();
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
        CountDownLatch done = new CountDownLatch(1);
        try (GatewayDatabase database = GatewayDatabase.open(address, Optional.empty(), clock)) {
            JobRunner runner = new JobRunner(
                    database,
                    JobScene.identity("a", clock),
                    Map.of("k", job -> {
                        done.countDown();
                        return Next.DONE;
                    }),
                    new JobRunner.Threads("a", 1, ticker));
            runner.start();
            Await.until("it ticks", () -> runner.lastTick().isPresent());

            Outage outage = Outage.ofPostgres(
                    address.url(), "postgres", address.password().orElse(""));
            clock.advance(Duration.ofSeconds(30));
            Instant away = clock.instant();
            assertThat(database.reachable()).isFalse();
            assertThat(runner.lastTick().orElseThrow()).isBefore(away);

            outage.close();
            Await.until("the database is back", database::reachable);
            database.transaction(sql -> {
                database.tables().jobs().insert(sql, "k", "1", away);
                return true;
            });
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
            Await.until("it ticks again", () -> runner.lastTick().orElseThrow().equals(away));
            assertThat(runner.stop(Duration.ofSeconds(20))).isZero();
        } finally {
            ticker.shutdownNow();
        }
    }
}
