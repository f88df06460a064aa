package kz.paysandbox.adapters.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.paysandbox.adapters.money.Assumption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ten thousand seeded runs of every call that moves money, by one shop and by several at once, against a bank that does
 * anything: no answer differs from the books, and no shop that follows the advice loses or doubles money.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class MoneyIsNeverMisstatedTest {
    private static final int RUNS = Integer.getInteger("kzpay.model.runs", 10_000);
    private static final int SHOPS = 3;
    private static final int MOST_UNTIL_CAUGHT = 20_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(SHOPS);

    @AfterAll
    void stop() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void by_one_shop(MoneyCall call) throws Exception {
        play(call, "alone", 1);
    }

    @ParameterizedTest
    @EnumSource
    void by_several_shops_at_once(MoneyCall call) throws Exception {
        play(call, "at once", SHOPS);
    }

    /** The model has teeth: what is no proof is caught as a lie as soon as somebody takes it for one. */
    @ParameterizedTest
    @EnumSource(names = {"RETURN_R2", "RETURN_R3", "CANCEL_INVOICE", "CRYPTOPAY", "CHARGE", "CANCEL", "REFUND"})
    void the_guess_that_unchanged_books_mean_not_applied_is_caught(MoneyCall call) throws Exception {
        assertThat(isCaught(call, Assumption.UNCHANGED_BOOKS_MEAN_NOT_APPLIED)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"RETURN_R2", "RETURN_R3", "CRYPTOPAY", "REFUND"})
    void a_promise_to_be_alone_that_is_not_kept_is_caught(MoneyCall call) throws Exception {
        assertThat(isCaught(call, Assumption.SOLE_OPERATOR)).isTrue();
    }

    private boolean isCaught(MoneyCall call, Assumption wrong) throws Exception {
        for (long seed = 0; seed < MOST_UNTIL_CAUGHT; seed++) {
            Stand stand = new Stand(seed, false, ModelBank.Weather.ANYTHING, wrong);
            if (!run(call, seed, stand, SHOPS, new Shop.Tally()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Half of the seeds: shops that promise to be alone, and are; the other half: anybody may work on the payment. */
    private void play(MoneyCall call, String how, int shops) throws Exception {
        Shop.Tally anybody = new Shop.Tally();
        Shop.Tally sole = new Shop.Tally();
        for (long seed = 0; seed < RUNS; seed++) {
            boolean alone = seed % 2 == 0;
            List<String> lies = run(call, seed, Stand.of(seed, alone), shops, alone ? sole : anybody);
            assertThat(lies)
                    .as("%s %s, seed %d, %s", call, how, seed, alone ? "sole operator" : "anybody")
                    .isEmpty();
        }
        System.out.printf(
                Locale.ROOT,
                "%-16s %-8s unknown at once %4.1f %%, in the end %4.1f %%; as a sole operator %4.1f %% and %4.1f %%%n",
                call,
                how,
                anybody.share(anybody.unknown),
                anybody.share(anybody.unknownInTheEnd),
                sole.share(sole.unknown),
                sole.share(sole.unknownInTheEnd));
        assertThat(anybody.applied.get()).isPositive();
        assertThat(sole.applied.get()).isPositive();
    }

    private List<String> run(MoneyCall call, long seed, Stand stand, int count, Shop.Tally tally) throws Exception {
        MoneyCall.Wish wish = call.prepare(stand);
        List<Shop<?>> shops = new ArrayList<>();
        for (int shop = 0; shop < count; shop++) {
            shops.add(new Shop<>(wish.of(shop), seed * SHOPS + shop, tally));
        }
        if (count == 1) {
            shops.get(0).play();
        } else {
            List<Future<?>> playing = new ArrayList<>();
            shops.forEach(shop -> playing.add(threads.submit(shop::play)));
            for (Future<?> one : playing) {
                one.get();
            }
        }
        stand.kaspiBank.pass(Duration.ofMinutes(2));
        stand.epayBank.pass(Duration.ofMinutes(2));
        return shops.stream().flatMap(shop -> shop.lies().stream()).toList();
    }
}
