package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import kz.paysandbox.adapters.error.RateLimited;
import kz.paysandbox.adapters.merchant.BinSelection;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.BankRefusals;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that end in a fault of the program or of its database. */
class BankCallTest {
    private static SQLException quoting() {
        return new SQLException("Value too long for column: 'device-token-planted'", "22001");
    }

    private final PayScene scene = new PayScene();
    private final BankCall call = new BankCall(
            scene.ledger,
            new Identity(
                    "node-1",
                    scene.time,
                    () -> UUID.randomUUID().toString(),
                    Duration.ofSeconds(45),
                    Duration.ofSeconds(150)));

    @AfterEach
    void close() {
        scene.close();
    }

    private Operation made(Supplier<MoneyAnswer<String>> bank) {
        MoneyResult begun = PayScene.ok(scene.ledger.begin(
                scene.paid().id(),
                new Ledger.Intent(OperationKind.REFUND, now -> Result.of(Tenge.of(30)), Optional.empty()),
                Optional.empty()));
        return call.make(
                        begun,
                        bank,
                        new BankCall.Reading<>(
                                BankRefusals::kaspi, word -> Optional.of(word), word -> Ledger.Effect.NONE))
                .operation()
                .orElseThrow();
    }

    @Test
    void the_time_that_the_bank_asks_to_wait_is_in_the_result() {
        Operation refused =
                made(() -> MoneyAnswer.notApplied(RateLimited.of("request", Duration.ofSeconds(7)), "refused"));
        assertThat(refused.outcome().refusal().orElseThrow().retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(scene.now(refused).outcome().refusal().orElseThrow().code())
                .isEqualTo(RefusalCode.TOO_MANY_REQUESTS);
    }

    @Test
    void what_a_database_quotes_is_in_no_finding() {
        Operation broken = made(() -> {
            throw new IllegalStateException(quoting());
        });
        assertThat(broken.state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(broken.outcome().finding()).contains("SQLSTATE 22001").doesNotContain("planted");
        Operation unwritten = made(() -> {
            throw StoreFailed.of(quoting());
        });
        assertThat(unwritten.state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(unwritten.outcome().finding()).contains("SQLSTATE 22001").doesNotContain("planted");
        assertThat(unwritten.outcome().refusal().orElseThrow().code()).isEqualTo(RefusalCode.DATABASE_UNAVAILABLE);
    }

    @Test
    void a_call_that_was_held_up_is_not_made() {
        MoneyResult begun = PayScene.ok(scene.ledger.begin(
                scene.paid().id(),
                new Ledger.Intent(OperationKind.REFUND, now -> Result.of(Tenge.of(30)), Optional.empty()),
                Optional.empty()));
        scene.time.pass(Duration.ofSeconds(11));
        Operation late = call.make(
                        begun,
                        () -> {
                            throw new AssertionError("sent");
                        },
                        new BankCall.Reading<String>(
                                BankRefusals::kaspi, word -> Optional.of(word), word -> Ledger.Effect.NONE))
                .operation()
                .orElseThrow();
        assertThat(late.state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(late.outcome().refusal().orElseThrow().code()).isEqualTo(RefusalCode.BANK_UNAVAILABLE);
    }

    @Test
    void a_till_that_was_switched_off_meanwhile_is_told_and_nothing_was_sent() {
        Operation refused = made(() -> {
            throw noSuchBin();
        });
        assertThat(refused.state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(refused.outcome().refusal().orElseThrow().code()).isEqualTo(RefusalCode.NO_ACTIVE_CONFIGURATION);
        assertThat(refused.outcome().refusal().orElseThrow().detail()).contains("shop 5 has no active default");
    }

    private static RuntimeException noSuchBin() {
        return catchThrowableOfType(
                BinSelection.NoSuchBin.class,
                () -> new BinSelection(PayScene.SHOP, List.of()).forPayment(Optional.empty()));
    }
}
