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
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.paysandbox.adapters.epay.CardPayment;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever goes wrong, and however often: nothing but the taxonomy is thrown, no refund is asked for twice, and where
 * the client says applied or not applied, the bank's books say the same.
 */
@ExtendWith(WithSandbox.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsAtRandomIT {
    private static final int TRIES = 40;
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
    private final Moves moves;

    FaultsAtRandomIT(Stage stage) throws IOException {
        this.stage = stage;
        this.calm = Clients.of(stage, http -> http);
        this.troubled = Clients.of(stage, http -> Stage.impatient(http.withDeadline(Duration.ofSeconds(8))));
        this.moves = new Moves(stage, calm, stage.secret(calm.kaspi().registerDevice(Stage.BIN, "RANDOM", 1)));
    }

    @AfterAll
    void close() {
        calm.close();
        troubled.close();
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
