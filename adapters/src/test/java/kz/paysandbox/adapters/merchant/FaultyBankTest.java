package kz.paysandbox.adapters.merchant;

import static kz.paysandbox.adapters.merchant.Scene.FIRST;
import static kz.paysandbox.adapters.merchant.Scene.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;

/**
 * Seeded runs of a shop that repeats what it asked for, dies and starts again, at a bank where anything may go wrong: no
 * order has two codes that can be paid, no key refunds twice, and what log and answers say is what the books say.
 */
class FaultyBankTest {
    private static final int RUNS = 100;
    private static final int STEPS = 25;

    private final DataSource source = TestSource.H2_POOLED.open();
    private final Scene scene = new Scene(source);
    private int asked;
    private int unknown;

    /** One shop's program and what it was told. */
    private final class Run {
        final Random chance;
        final FailingSource failing = new FailingSource(source);
        final Database database = Database.of(failing);
        final FaultyBank bank;
        final String order;
        final Map<String, Settlement> told = new HashMap<>();
        MerchantKaspi merchant;
        long code;

        Run(int seed) {
            chance = new Random(seed);
            bank = new FaultyBank(seed, 1000L * (seed + 1), failing::kill);
            order = "order-" + seed;
            merchant = scene.over(bank, database);
        }

        void play() {
            for (int step = 0; step < STEPS; step++) {
                try {
                    step();
                } catch (FaultyBank.Death death) {
                    restarted();
                } catch (StoreFailed dead) {
                    restarted();
                }
            }
            bank.behave();
            scene.time.advance(LineState.LONGEST_CALL);
            merchant.unsettled().forEach(merchant::resolve);
            merchant.unsettled().forEach(this::askedAPerson);
            compare();
        }

        private void askedAPerson(LogEntry line) {
            Settlement truth =
                    bank.refunded(line.externalId().orElseThrow()) > 0 ? Settlement.APPLIED : Settlement.NOT_APPLIED;
            merchant.settle(line, truth, Optional.empty(), "the bank, by phone");
        }

        private void restarted() {
            failing.revive();
            merchant = scene.over(bank, database);
            scene.time.advance(chance.nextBoolean() ? Duration.ofSeconds(1) : LineState.LONGEST_CALL);
        }

        private void step() {
            switch (chance.nextInt(6)) {
                case 0 -> open();
                case 1 -> bank.pay(code);
                case 2 -> bank.expire(code);
                case 3 -> merchant.unsettled().forEach(merchant::resolve);
                default -> refund("refund-" + code + "-" + chance.nextInt(3));
            }
        }

        private void open() {
            MoneyAnswer<QrPayment> answer = merchant.createQr(SHOP, Optional.empty(), Tenge.of(100), order);
            counted(answer);
            answer.ifApplied().map(QrPayment::id).filter(id -> id != code).ifPresent(id -> {
                assertThat(code == 0 || bank.stateOf(code).equals("Error"))
                        .as("%s has code %s, and the first, %s, is %s", order, id, code, bank.stateOf(code))
                        .isTrue();
                code = id;
            });
        }

        private void refund(String key) {
            if (code == 0) {
                return;
            }
            bank.asking(key);
            MoneyAnswer<Refund> answer = merchant.refund(SHOP, code, Tenge.of(40), key);
            counted(answer);
            if (answer instanceof MoneyAnswer.Unknown<Refund> open && chance.nextBoolean()) {
                answer = open.recheck();
            }
            if (answer.settlement() == Settlement.NOT_APPLIED) {
                assertThat(bank.refunded(key)).as("%s is not applied", key).isZero();
            }
            told.put(key, answer.settlement());
        }

        private void counted(MoneyAnswer<?> answer) {
            asked++;
            unknown += answer.settlement() == Settlement.UNKNOWN ? 1 : 0;
        }

        private void compare() {
            told.forEach((key, settlement) -> {
                List<LineState> lines = merchant.log().ofOrder(SHOP, key).stream()
                        .map(LogEntry::state)
                        .toList();
                assertThat(bank.refunded(key)).as("%s was refunded", key).isLessThanOrEqualTo(1);
                if (settlement == Settlement.APPLIED || lines.contains(LineState.APPLIED)) {
                    assertThat(bank.refunded(key)).as("%s is applied", key).isEqualTo(1);
                }
                if (!lines.contains(LineState.APPLIED)) {
                    assertThat(bank.refunded(key)).as("%s is not applied", key).isZero();
                }
            });
        }
    }

    @Test
    void no_order_has_two_codes_no_key_refunds_twice_and_nothing_is_said_that_is_not_so() {
        scene.merchant.configs().save(SHOP, FIRST, 1, "till", DeviceToken.of("token"), "");
        for (int seed = 0; seed < RUNS; seed++) {
            new Run(seed).play();
        }
        assertThat(asked).isGreaterThan(RUNS * 3);
        assertThat(unknown).as("unknown of %s", asked).isBetween(1, asked / 2);
    }
}
