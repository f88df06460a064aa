package kz.paysandbox.gateway.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.pay.KaspiDemand;
import kz.paysandbox.gateway.pay.MoneyResult;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayIT {
    private static final KaspiDemand INVOICE = new KaspiDemand(
            GatewayFixture.SHOP,
            PaymentKind.INVOICE,
            Optional.empty(),
            Optional.empty(),
            Tenge.of(100),
            Optional.of(Phone.parse("87010000001")),
            Optional.of("Order 1"),
            Optional.empty());

    @ParameterizedTest
    @EnumSource
    void the_rooms_put_together_open_an_invoice_at_the_bank(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            fixture.till(GatewayFixture.SHOP);
            Result<MoneyResult> result = fixture.gateway().useCases().kaspi().create(INVOICE, Optional.empty());
            assertThat(result).isInstanceOf(Result.Ok.class);
            MoneyResult made = ((Result.Ok<MoneyResult>) result).value();
            assertThat(made.operation().orElseThrow().state()).isEqualTo(OperationState.APPLIED);
            fixture.world().journal().verify(Map.of("endpoint", "r3 remote create"), 1);
            String admin = fixture.admin();
            assertThat(fixture.get("/health/ready", "").status()).isEqualTo(200);
            assertThat(fixture.get("/metrics", "").status()).isEqualTo(401);
            assertThat(fixture.get("/metrics", admin).body())
                    .contains("gateway_bank_call_seconds_count{operation=\"r3 remote create\",outcome=\"success\"} 1")
                    .contains("gateway_attention_open 0.0", "gateway_operations_unknown 0.0");
            fixture.restart();
            assertThat(fixture.get("/health/live", "").status()).isEqualTo(200);
            assertThat(fixture.gateway()
                            .database()
                            .<Boolean>transaction(sql -> fixture.gateway()
                                    .database()
                                    .tables()
                                    .payments()
                                    .find(sql, made.payment().id())
                                    .isPresent()))
                    .isTrue();
        }
    }
}
