package kz.paysandbox.gateway.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.Outage;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.store.GatewayDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Check 40: the database goes away, and comes back. */
class DatabaseAwayIT {
    private static final String INVOICE = "{\"shop_id\":5,\"amount\":100,\"phone\":\"87010000001\"}";

    @ParameterizedTest
    @EnumSource
    void check_40_without_its_database_it_is_not_ready_and_takes_no_money_and_then_works_on(TestDatabase database)
            throws SQLException {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            fixture.accept("kaspi.create.blind-retry");
            fixture.till(GatewayFixture.SHOP);
            String owner = fixture.owner(GatewayFixture.SHOP);
            assertThat(invoice(fixture, owner).status()).isEqualTo(200);
            assertThat(fixture.get("/health/ready", "").status()).isEqualTo(200);
            try (Outage away = away(fixture, database)) {
                assertThat(away).isNotNull();
                HttpAnswer refused = invoice(fixture, owner);
                assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
                assertThat(refused.text("/code")).isEqualTo("database_unavailable");
                HttpAnswer ready = fixture.get("/health/ready", "");
                assertThat(ready.status()).isEqualTo(503);
                assertThat(ready.text("/database")).isEqualTo("DOWN");
                assertThat(fixture.get("/health/live", "").status()).isEqualTo(200);
                HttpAnswer callback = fixture.post("/api/v1/payments/callback", "", "{\"invoiceId\":\"300000000001\"}");
                assertThat(callback.status()).as(callback.toString()).isIn(400, 503);
            }
            fixture.world().journal().verify(Map.of("endpoint", "r3 remote create"), 1);
            Await.until(
                    "it is ready again", () -> fixture.get("/health/ready", "").status() == 200);
            assertThat(invoice(fixture, owner).status()).isEqualTo(200);
        }
    }

    private static HttpAnswer invoice(GatewayFixture fixture, String token) {
        return fixture.post("/payments/kaspi/create", token, INVOICE);
    }

    private static Outage away(GatewayFixture fixture, TestDatabase database) throws SQLException {
        GatewayDatabase.Address address = DatabaseSetup.address(GatewaySettings.of(fixture.settings()));
        return database == TestDatabase.H2
                ? Outage.ofH2(address.url())
                : Outage.ofPostgres(
                        address.url(),
                        address.user().orElseThrow(),
                        address.password().orElseThrow());
    }
}
