package kz.paysandbox.gateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.merchant.LineState;
import kz.paysandbox.adapters.merchant.LogEntry;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.adapters.merchant.ShopConfig;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.pay.Ledger;
import kz.paysandbox.gateway.pay.RefundDemand;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Item;
import org.junit.jupiter.api.Test;

/** Lines of the adapters' journal that no operation of ours stands for. */
class JournalSweepIT {
    private static MerchantKaspi merchant(GatewayFixture fixture) {
        return fixture.gateway().useCases().banks().merchant();
    }

    @Test
    void a_refund_of_nobody_is_looked_up_and_holds_later_refunds_back_no_longer() {
        try (GatewayFixture fixture = GatewayFixture.on(TestDatabase.H2)) {
            Shop shop = Shop.at(fixture);
            Payment payment = shop.opened(PaymentKind.QR);
            shop.pays(payment);
            fixture.advance(Duration.ofSeconds(5));
            fixture.runDue();
            long number = payment.externalId().orElseThrow();
            merchant(fixture).refund(GatewayFixture.SHOP, number, Tenge.of(30), "of nobody");
            // as where the program died before the answer could be written
            fixture.gateway()
                    .database()
                    .transaction(
                            sql -> sql.update(
                                    "update payment_log set status = 'started', ended_at = null where external_id = 'of nobody'"));
            fixture.advance(Duration.ofMinutes(5));
            assertThat(merchant(fixture).unsettled()).hasSize(1);
            fixture.runDue();
            assertThat(merchant(fixture).unsettled()).isEmpty();
        }
    }

    @Test
    void a_line_whose_operation_a_person_has_ended_says_the_same() {
        try (GatewayFixture fixture = GatewayFixture.on(TestDatabase.H2)) {
            Shop shop = Shop.at(fixture);
            Payment payment = shop.opened(PaymentKind.QR);
            shop.pays(payment);
            fixture.advance(Duration.ofSeconds(5));
            fixture.runDue();
            fixture.world().faults().loseNextCall("r3 payment return");
            RefundDemand demand =
                    new RefundDemand(Optional.of(Tenge.of(30)), Optional.empty(), Optional.empty(), Optional.empty());
            Operation refund = fixture.gateway()
                    .useCases()
                    .kaspi()
                    .refund(payment, demand, Optional.empty())
                    .map(result -> result.operation().orElseThrow())
                    .fold(operation -> operation, refusal -> {
                        throw new AssertionError(refusal.toString());
                    });
            // as where the program died between the person's word and the journal
            fixture.gateway()
                    .useCases()
                    .ledger()
                    .settle(refund, Operation.Outcome.applied(Optional.empty(), ""), Ledger.Effect.NONE);
            assertThat(merchant(fixture).unsettled()).hasSize(1);
            fixture.advance(Duration.ofMinutes(5));
            fixture.runDue();
            assertThat(merchant(fixture).log().ofOrder(GatewayFixture.SHOP, refund.id()))
                    .extracting(LogEntry::state)
                    .containsExactly(LineState.APPLIED);
        }
    }

    @Test
    void what_cannot_be_looked_up_is_for_a_person_once() {
        try (GatewayFixture fixture = GatewayFixture.on(TestDatabase.H2)) {
            Shop shop = Shop.at(fixture);
            ShopConfig till =
                    merchant(fixture).configs().of(GatewayFixture.SHOP).get(0);
            fixture.world().faults().loseNextAnswer("r3 remote create");
            merchant(fixture)
                    .at(till)
                    .invoice(Phone.parse("87010000001"), Tenge.of(100), "of nobody", Optional.empty());
            fixture.advance(Duration.ofMinutes(5));
            fixture.runDue();
            List<Item> items = shop.attention();
            assertThat(items).hasSize(1);
            assertThat(items.get(0).subject().kind()).isEqualTo(AttentionKind.JOURNAL);
            assertThat(items.get(0).what()).contains("payment_log", "create");
            fixture.advance(Duration.ofMinutes(5));
            fixture.runDue();
            assertThat(shop.attention()).hasSize(1);
        }
    }

    @Test
    void an_operation_that_is_open_is_left_to_its_own_job() {
        try (GatewayFixture fixture = GatewayFixture.on(TestDatabase.H2)) {
            Shop shop = Shop.at(fixture);
            fixture.world().faults().loseNextAnswer("r3 remote create");
            shop.opened(PaymentKind.INVOICE);
            for (int i = 0; i < 3; i++) {
                fixture.advance(Duration.ofMinutes(5));
                fixture.runDue();
            }
            assertThat(shop.attention())
                    .extracting(item -> item.subject().kind())
                    .containsExactly(AttentionKind.OPERATION);
        }
    }
}
