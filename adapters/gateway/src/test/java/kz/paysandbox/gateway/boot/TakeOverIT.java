package kz.paysandbox.gateway.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.adapters.Kzpay;
import kz.paysandbox.adapters.Settings;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Check 42: a database that the adapters have worked on before there was a gateway. */
class TakeOverIT {
    @TempDir
    private Path folder;

    @Test
    void check_42_a_database_of_the_adapters_is_taken_over_without_loss() {
        Path file = folder.resolve("books");
        Map<String, String> own = new HashMap<>();
        own.put("kzpay.gateway.database.url", "jdbc:h2:file:" + file);
        try (GatewayFixture fixture = GatewayFixture.on(TestDatabase.H2)) {
            Database before = Database.file(file);
            try (KaspiR3 kaspi =
                    Kzpay.of(Settings.of(fixture.world().settings())).kaspiR3()) {
                MerchantKaspi merchant = MerchantKaspi.of(kaspi, before, fixture.clock());
                merchant.register("5", Bin.of(GatewayFixture.BIN), 1, "OLD-TILL", "before the gateway");
                merchant.createLink("5", Optional.empty(), Tenge.of(300), "old-1")
                        .orThrow();
            }
            fixture.restart(own);
            String owner = fixture.owner(GatewayFixture.SHOP);
            HttpAnswer log = fixture.get("/admin/log?shop_id=5", fixture.admin());
            assertThat(log.status()).isEqualTo(200);
            assertThat(log.body()).contains(GatewayFixture.BIN);
            assertThat(fixture.gateway().useCases().banks().merchant().log().ofOrder("5", "old-1"))
                    .hasSize(1);
            assertThat(fixture.post(
                                    "/payments/kaspi/create",
                                    owner,
                                    "{\"shop_id\":5,\"amount\":100,\"phone\":\"87010000001\"}")
                            .text("/organization_bin"))
                    .isEqualTo(GatewayFixture.BIN);
            for (int i = 0; i < 2; i++) {
                HttpAnswer migrated = fixture.post("/admin/migrate", fixture.admin(), "");
                assertThat(migrated.status()).isEqualTo(200);
                assertThat(migrated.json().path("applied").asInt(-1)).isZero();
            }
        }
    }
}
