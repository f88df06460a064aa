package kz.paysandbox.gateway.http.kaspi;

import static kz.paysandbox.gateway.GatewayFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shops may poll the gateway as they like; the bank is not polled. */
class PollingIT {
    @ParameterizedTest
    @EnumSource
    void check_13_an_invoice_polled_each_second_is_asked_for_four_times_a_minute(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.till(SHOP);
            String token = gateway.cashier(SHOP);
            String id = gateway.post("/api/v1/kaspi/create", token, "{\"amount\":100,\"phone\":\"87010000001\"}")
                    .text("/external_id");
            for (int second = 0; second < 60; second++) {
                HttpAnswer answer = gateway.get("/payments/kaspi/status/" + id, token);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.text("/status")).isEqualTo("RemotePaymentCreated");
                assertThat(answer.text("/service_status")).isEqualTo("pending");
                assertThat(answer.text("/checked_at")).isNotBlank();
                gateway.advance(Duration.ofSeconds(1));
            }
            gateway.world().journal().verify(Map.of("endpoint", "r3 payment status"), 1, 4);
            assertThat(gateway.world().journal().findings())
                    .noneMatch(finding -> finding.rule().startsWith("kaspi.poll"));
        }
    }
}
