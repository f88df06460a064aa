package kz.paysandbox.adapters.sandbox;

import static kz.paysandbox.adapters.sandbox.Stage.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever goes wrong, and however often: nothing but the taxonomy is thrown, no refund is asked for twice, and where
 * the client says applied or not applied, the bank's books say the same.
 */
@Tag("thorough")
@ExtendWith(WithSandbox.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsAtRandomIT {
    private static final int TRIES = 40;
    private static final int SHOPS = 3;
    private static final List<String> PLACES = List.of(
            "r3 *",
            "epay *",
            "*",
            "r3 payment return",
            "r3 payment details",
            "epay operation refund",
            "epay check-status payment transaction",
            "epay oauth2 token");

    private final Stage stage;
    private final Clients calm;
    private final Clients troubled;
    private final Clients sole;
    private final ExecutorService threads = Executors.newFixedThreadPool(2 * SHOPS);
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();
    private final Moves moves;

    FaultsAtRandomIT(Stage stage) throws IOException {
        this.stage = stage;
        this.calm = Clients.of(stage, http -> http);
        this.troubled = Clients.of(stage, http -> Stage.impatient(http.withDeadline(Duration.ofSeconds(8))));
        this.sole = Clients.sole(stage, http -> Stage.impatient(http.withDeadline(Duration.ofSeconds(8))));
        this.moves = new Moves(stage, calm, stage.secret(calm.kaspi().registerDevice(Stage.BIN, "RANDOM", 1)));
    }

    @AfterAll
    void close() {
        calm.close();
        troubled.close();
        sole.close();
        threads.shutdownNow();
        System.out.printf("against the sandbox: %d of %d answers unknown%n", unknown.get(), answers.get());
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(TRIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void refunds_in_any_weather_are_told_as_the_books_have_them(long seed) {
        long payment = moves.paidByQr();
        CardPayment card = moves.paid(calm.epay(), Cards.TERMINAL);
        List<Trouble> weather = weather(new Random(seed));
        stage.sandbox().forgetRequests();

        Settlement byQr = settled(() -> troubled.kaspi().refund(Stage.BIN, moves.till(), payment, Tenge.of(50)));
        Settlement byCard =
                settled(() -> troubled.epay().refund(card.ref(), Optional.of(Tenge.of(50)), Optional.empty()));

        assertThat(stage.sandbox().arrived("r3 payment return")).isLessThanOrEqualTo(1);
        assertThat(stage.sandbox().arrived("epay operation refund")).isLessThanOrEqualTo(1);
        stage.sandbox().mend();
        agree(byQr, Long.toString(payment), weather);
        agree(byCard, card.ref().id(), weather);
    }

    /** Each kind of call in the seed's weather, by shops that promise nothing and by shops that promise to be alone. */
    @ParameterizedTest
    @MethodSource("seeds")
    void every_call_in_any_weather_is_told_as_the_books_have_them(long seed) {
        Random random = new Random(seed);
        for (Moves.Kind kind : Moves.Kind.values()) {
            Moves.Move move = moves.ready(kind);
            List<Trouble> weather = weather(random);
            Clients clients = random.nextBoolean() ? sole : troubled;
            MoneyAnswer<?> answer = told(move.call().apply(clients));
            stage.sandbox().mend();
            MoneyAnswer<?> later = answer instanceof MoneyAnswer.Unknown<?> open ? told(open.recheck()) : answer;
            count(answer);
            boolean applied = move.applied().getAsBoolean();
            for (MoneyAnswer<?> one : List.of(answer, later)) {
                assertThat(one.settlement())
                        .as("%s in %s: %s", kind, weather, one)
                        .isIn(Settlement.UNKNOWN, applied ? Settlement.APPLIED : Settlement.NOT_APPLIED);
            }
        }
    }

    /** Three refunds of one payment at once: as many as say so were made, and as many as say not were not. */
    @ParameterizedTest
    @MethodSource("seeds")
    void refunds_at_once_do_not_claim_each_others_effects(long seed) throws Exception {
        Random random = new Random(seed);
        String payment = Long.toString(moves.paidByQr());
        CardPayment card = moves.paid(calm.epay(), Cards.TERMINAL);
        Clients clients = random.nextBoolean() ? sole : troubled;
        List<Trouble> weather = weather(random);
        List<CompletableFuture<MoneyAnswer<?>>> byQr = new ArrayList<>();
        List<CompletableFuture<MoneyAnswer<?>>> byCard = new ArrayList<>();
        for (int shop = 0; shop < SHOPS; shop++) {
            byQr.add(CompletableFuture.supplyAsync(
                    () -> clients.kaspi().refund(Stage.BIN, moves.till(), Long.parseLong(payment), Tenge.of(50)),
                    threads));
            byCard.add(CompletableFuture.supplyAsync(
                    () -> clients.epay().refund(card.ref(), Optional.of(Tenge.of(50)), Optional.empty()), threads));
        }
        agree(byQr, payment, weather);
        agree(byCard, card.ref().id(), weather);
    }

    private void agree(List<CompletableFuture<MoneyAnswer<?>>> calls, String id, List<Trouble> weather)
            throws Exception {
        int applied = 0;
        int not = 0;
        for (CompletableFuture<MoneyAnswer<?>> call : calls) {
            MoneyAnswer<?> answer = told(call.get(2, TimeUnit.MINUTES));
            count(answer);
            applied += answer.settlement() == Settlement.APPLIED ? 1 : 0;
            not += answer.settlement() == Settlement.NOT_APPLIED ? 1 : 0;
        }
        int made = moves.refunded(id) / 50;
        assertThat(made).as("%s", weather).isBetween(applied, SHOPS - not);
    }

    private void count(MoneyAnswer<?> answer) {
        answers.incrementAndGet();
        unknown.addAndGet(answer.settlement() == Settlement.UNKNOWN ? 1 : 0);
    }

    /** Drawn by the seed: one to four troubles, each at some calls of some place. */
    private List<Trouble> weather(Random random) {
        List<Trouble> drawn = new ArrayList<>();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            String place = PLACES.get(random.nextInt(PLACES.size()));
            List<Trouble> possible = Stream.of(Trouble.values())
                    .filter(trouble -> trouble.at(place))
                    .filter(trouble -> trouble != Trouble.TOO_LATE
                            && trouble != Trouble.DRIPPING
                            && trouble != Trouble.NO_HANDSHAKE)
                    .toList();
            Trouble trouble = possible.get(random.nextInt(possible.size()));
            double share = (1 + random.nextInt(4)) / 4.0;
            stage.sandbox().fault(Map.of("endpoint", place, "share", share), trouble.then);
            drawn.add(trouble);
        }
        return drawn;
    }

    private static Settlement settled(Supplier<MoneyAnswer<?>> call) {
        try {
            return told(call.get()).settlement();
        } catch (PaymentException known) {
            throw new AssertionError("a money call answers, it does not throw", known);
        }
    }

    private void agree(Settlement told, String id, List<Trouble> weather) {
        boolean applied = moves.refunded(id, 50);
        assertThat(applied || moves.refunded(id, 0)).isTrue();
        assertThat(told)
                .as("%s", weather)
                .isIn(Settlement.UNKNOWN, applied ? Settlement.APPLIED : Settlement.NOT_APPLIED);
    }
}
