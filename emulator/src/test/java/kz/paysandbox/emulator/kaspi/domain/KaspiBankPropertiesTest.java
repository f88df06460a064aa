package kz.paysandbox.emulator.kaspi.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.paysandbox.emulator.core.Money;
import org.junit.jupiter.api.Test;
import org.quicktheories.QuickTheory;
import org.quicktheories.core.Gen;

/** No sequence of calls breaks these; a failure prints the seed and the shortest sequence found. */
class KaspiBankPropertiesTest {

    private static final long SEED = 20_261_105;

    @Test
    void every_call_is_answered_and_every_payment_stands_as_in_the_ledger() {
        theory().forAll(calls()).checkAssert(calls -> walk(calls, Expectations::asInTheLedger));
    }

    @Test
    void a_final_state_never_changes() {
        theory().forAll(calls()).checkAssert(calls -> {
            Map<Long, PaymentStatus> seen = new HashMap<>();
            walk(calls, walk -> Expectations.finalStaysFinal(walk, seen));
        });
    }

    @Test
    void returns_never_exceed_the_payment_and_no_money_appears_or_vanishes() {
        theory().forAll(calls()).checkAssert(calls -> walk(calls, Expectations::moneyIsConserved));
    }

    @Test
    void an_organisation_sees_its_own_payments_and_no_other_s() {
        theory().forAll(calls()).checkAssert(calls -> walk(calls, Expectations::onlyOwnIsSeen));
    }

    @Test
    void one_seed_and_one_sequence_of_calls_give_the_same_ids() {
        theory().forAll(calls(), longs().all())
                .checkAssert((calls, seed) -> assertThat(ids(calls, seed)).isEqualTo(ids(calls, seed)));
    }

    @Test
    void any_amount_of_tiyn_comes_back_from_its_decimal_form() {
        theory().forAll(longs().all())
                .checkAssert(tiyn -> assertThat(Money.exactly(new Money(tiyn).toDecimal()))
                        .isEqualTo(tiyn == Long.MIN_VALUE ? Optional.empty() : Optional.of(new Money(tiyn))));
    }

    private static QuickTheory theory() {
        return qt().withFixedSeed(SEED).withExamples(250).withShrinkCycles(2_000);
    }

    private static Gen<List<Integer>> calls() {
        return lists().of(integers().between(0, 100_000)).ofSizeBetween(1, 120);
    }

    private static List<Long> ids(List<Integer> calls, long seed) {
        Walk walk = new Walk(seed);
        calls.forEach(walk::step);
        return walk.ids();
    }

    private static void walk(List<Integer> calls, Consumer<Walk> check) {
        Walk walk = new Walk(SEED);
        for (int call : calls) {
            walk.step(call);
            check.accept(walk);
        }
    }
}
