package kz.paysandbox.adapters.sandbox;

import static kz.paysandbox.adapters.sandbox.Stage.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.merchant.refund.EpayRefundLine;
import kz.paysandbox.adapters.merchant.refund.EpayRefunds;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Halyk: refunds whose keys are kept in a shop's database. */
@ExtendWith(WithSandbox.class)
class EpayRefundsIT {
    private static final String REFUND = "epay operation refund";

    @Test
    void a_key_refunds_once_and_a_lost_answer_is_settled_by_hand(Stage stage, @TempDir Path folder) throws Exception {
        try (EpayClient epay = stage.holding().with(Stage::impatient).epay()) {
            TransactionRef paid = charged(stage, epay);
            EpayRefunds refunds = EpayRefunds.of(epay, Database.file(folder.resolve("shops")), Clock.systemUTC());
            stage.sandbox().forgetRequests();
            told(refunds.refund(paid, Optional.of(Tenge.of(50)), "back-1")).orThrow();
            told(refunds.refund(paid, Optional.of(Tenge.of(50)), "back-1")).orThrow();
            assertThat(stage.sandbox().arrived(REFUND)).isEqualTo(1);
            assertThat(left(epay, paid)).isEqualTo(Tenge.of(100));
            assertThat(refunds.unsettled()).isEmpty();

            stage.sandbox().fault(REFUND, "{'drop':'after'}");
            assertThat(told(refunds.refund(paid, Optional.of(Tenge.of(30)), "back-2"))
                            .settlement())
                    .isEqualTo(Settlement.UNKNOWN);
            stage.sandbox().mend();
            assertThat(told(refunds.refund(paid, Optional.of(Tenge.of(20)), "back-3"))
                            .settlement())
                    .as("another refund while one is open")
                    .isEqualTo(Settlement.NOT_APPLIED);
            EpayRefundLine open =
                    refunds.abandonedAfter(Duration.ZERO).unsettled().get(0);
            assertThat(refunds.find("back-2")).contains(open);
            assertThat(open.refundKey()).isEqualTo("back-2");
            assertThat(left(epay, paid)).isEqualTo(Tenge.of(70));
            refunds.settle(open, Settlement.APPLIED, "the bank's status shows it");
            told(refunds.refund(paid, Optional.of(Tenge.of(30)), "back-2")).orThrow();
            told(refunds.refund(paid, Optional.of(Tenge.of(20)), "back-3")).orThrow();
            assertThat(stage.sandbox().arrived(REFUND)).isEqualTo(3);
            assertThat(left(epay, paid)).isEqualTo(Tenge.of(50));
        }
    }

    private static TransactionRef charged(Stage stage, EpayClient epay) {
        CardOrder order = CardOrder.of(stage.order(), Tenge.of(200), "Book");
        TransactionRef held = told(epay.pay(order, Cards.cryptogram(stage, epay, Cards.GOOD, Cards.HOLD_TERMINAL)))
                .orThrow()
                .ref();
        told(epay.charge(held, Optional.of(Tenge.of(150)))).orThrow();
        return held;
    }

    private static Tenge left(EpayClient epay, TransactionRef paid) {
        return Tenge.of(epay.status(paid.invoiceId()).orElseThrow().payout().orElseThrow());
    }
}
