package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refunds under random troubles: whatever is lost, ours and the bank's books agree once all is settled. */
class BooksAgreePropertiesTest {
    private static final int STEPS = 60;

    private final PayScene scene = new PayScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5})
    void what_was_refunded_is_what_the_bank_gave_back(long seed) {
        Random random = new Random(seed);
        List<Payment> payments = new ArrayList<>(List.of(scene.paid(), scene.paid(), scene.paid()));
        List<Operation> open = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            Payment payment = payments.get(random.nextInt(payments.size()));
            trouble(random.nextInt(6));
            scene.refund(payment, 1 + random.nextInt(40))
                    .fold(result -> open.add(result.operation().orElseThrow()), refusal -> {
                        assertThat(refusal.code().word()).isIn("operation_in_progress", "refund_too_large");
                        return false;
                    });
            if (random.nextInt(3) == 0) {
                settle(open, random.nextBoolean() ? Duration.ofMinutes(1) : BankBooks.SLOWEST);
            }
        }
        settle(open, BankBooks.SLOWEST);
        for (Payment payment : payments) {
            Payment now = scene.now(payment);
            long left = scene.bank.refundable(payment.externalId().orElseThrow());
            assertThat(now.left()).isEqualTo(Tenge.of(left));
            assertThat(now.refunded().compareTo(now.amount())).isLessThanOrEqualTo(0);
        }
        long applied = open.stream()
                .filter(operation -> scene.now(operation).state() == OperationState.APPLIED)
                .mapToLong(operation -> operation.amount().tiyn())
                .sum();
        long refunded = payments.stream()
                .mapToLong(payment -> scene.now(payment).refunded().tiyn())
                .sum();
        assertThat(applied).isEqualTo(refunded);
        assertThat(scene.merchant.unsettled()).isEmpty();
    }

    private void trouble(int kind) {
        switch (kind) {
            case 0 -> scene.bank.plan(new MemoryBank.Trouble.LostAfter());
            case 1 -> scene.bank.plan(new MemoryBank.Trouble.LostBefore());
            case 2 -> scene.bank.plan(new MemoryBank.Trouble.Down());
            case 3 -> scene.bank.plan(new MemoryBank.Trouble.Code(-999));
            default -> {}
        }
    }

    private void settle(List<Operation> operations, Duration later) {
        scene.time.pass(later);
        operations.stream()
                .filter(operation -> scene.now(operation).state().open())
                .forEach(operation -> scene.settlement.settle(operation.id(), 0));
    }
}
