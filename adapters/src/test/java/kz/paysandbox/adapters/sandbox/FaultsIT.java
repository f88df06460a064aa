package kz.paysandbox.adapters.sandbox;

import static kz.paysandbox.adapters.sandbox.Stage.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.sandbox.Trouble.Truth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that can go wrong, at every kind of call: it ends in the right member of the taxonomy within the deadline,
 * money is asked for once, and what the client says is what the bank's books say.
 */
@Tag("thorough")
@ExtendWith(WithSandbox.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final Stage stage;
    private final Clients calm;
    private final Clients hurried;
    private final Clients waiting;
    private final Clients sole;
    private final Moves moves;
    private final CardPayment paidByCard;
    private final long paidByQr;

    FaultsIT(Stage stage) throws IOException {
        this.stage = stage;
        this.calm = Clients.of(stage, http -> http);
        this.hurried = Clients.of(stage, http -> Stage.impatient(http.withDeadline(DEADLINE)));
        this.waiting = Clients.of(stage, http -> http.withDeadline(DEADLINE));
        this.sole = Clients.sole(stage, http -> http.withDeadline(DEADLINE));
        this.moves = new Moves(stage, calm, stage.secret(calm.kaspi().registerDevice(Stage.BIN, "FAULTS", 1)));
        this.paidByCard = moves.paid(calm.epay(), Cards.TERMINAL);
        this.paidByQr = moves.paidByQr();
    }

    @AfterAll
    void close() {
        Stream.of(calm, hurried, waiting, sole).forEach(Clients::close);
    }

    /** The calls that only ask. */
    enum Question {
        STATUS("r3 payment status"),
        DETAILS("r3 payment details"),
        CARD_STATUS("epay check-status payment transaction"),
        CARDS("epay cards");

        private final String endpoint;

        Question(String endpoint) {
            this.endpoint = endpoint;
        }
    }

    private void ask(Question question, Clients clients) {
        switch (question) {
            case STATUS -> told(clients.kaspi().status(paidByQr));
            case DETAILS -> told(clients.kaspi().details(paidByQr, moves.till()));
            case CARD_STATUS -> told(clients.epay().status(paidByCard.ref().invoiceId()));
            case CARDS -> told(clients.epay().savedCards("nobody"));
        }
    }

    static Stream<Arguments> questions() {
        return Stream.of(Question.values())
                .flatMap(question -> Stream.of(Trouble.values())
                        .filter(trouble -> trouble.at(question.endpoint))
                        .map(trouble -> Arguments.of(question, trouble)));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void a_question_in_trouble_ends_in_its_member_of_the_taxonomy_and_in_time(Question question, Trouble trouble)
            throws IOException {
        stage.sandbox().fault(trouble.where(question.endpoint), trouble.then);
        try (Clients strangers = strangers()) {
            Clients clients = trouble == Trouble.NO_HANDSHAKE ? strangers : hurried;
            assertThatThrownBy(() -> inTime(clients, c -> ask(question, c), 1))
                    .satisfies(Stage::told)
                    .isInstanceOf(trouble.failure);
        }
    }

    /** Whoever promises nothing, and who promises to be alone. */
    enum Promise {
        NOTHING,
        SOLE_OPERATOR
    }

    static Stream<Arguments> moves() {
        return Stream.of(Moves.Kind.values())
                .flatMap(kind -> Stream.of(Trouble.values())
                        .filter(trouble -> trouble.at(kind.endpoint))
                        .flatMap(trouble -> promises(kind, trouble)));
    }

    /** A promise matters where it makes an answer, and only there it is played too. */
    private static Stream<Arguments> promises(Moves.Kind kind, Trouble trouble) {
        return Stream.of(Promise.values())
                .filter(promise -> promise == Promise.NOTHING
                        || (kind.seen == Moves.Seen.BY_SOLE_OPERATORS && trouble.truth == Truth.APPLIED))
                .map(promise -> Arguments.of(kind, trouble, promise));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void money_in_trouble_is_asked_for_once_and_the_answer_is_what_the_books_say(
            Moves.Kind kind, Trouble trouble, Promise promise) throws IOException {
        Moves.Move move = moves.ready(kind);
        stage.sandbox().forgetRequests();
        stage.sandbox().fault(trouble.where(kind.endpoint), trouble.then);
        MoneyAnswer<?>[] answer = new MoneyAnswer<?>[1];
        try (Clients strangers = strangers()) {
            Clients clients = promise == Promise.SOLE_OPERATOR
                    ? sole
                    : switch (trouble) {
                        case TOO_LATE -> waiting;
                        case NO_HANDSHAKE -> strangers;
                        default -> hurried;
                    };
            inTime(clients, c -> answer[0] = told(move.call().apply(c)), 6);
        }
        eventually(() -> stage.sandbox().arrived(kind.endpoint) == (trouble == Trouble.NO_HANDSHAKE ? 0 : 1));
        eventually(() -> move.applied().getAsBoolean() == (trouble.truth == Truth.APPLIED));
        MoneyAnswer<?> looked =
                late(trouble) && answer[0] instanceof MoneyAnswer.Unknown<?> open ? told(open.recheck()) : answer[0];
        assertThat(looked.settlement()).as("%s", looked).isEqualTo(expected(kind, trouble, promise));
        assertThat(reason(answer[0]))
                .as("%s", answer[0])
                .isIn(trouble.failure, answer[0].settlement() == Settlement.APPLIED ? Object.class : trouble.failure);
        stage.sandbox().mend();
        assertThat(stage.sandbox().arrived(kind.endpoint)).isLessThanOrEqualTo(1);
    }

    /** Without a connection yet: one that is open and then closed by the bank may have carried a request. */
    private Clients strangers() throws IOException {
        return Clients.of(stage, http -> Stage.impatient(http.withDeadline(DEADLINE)));
    }

    /** An answer that uses the whole deadline up leaves no time for a look; it is made later. */
    private static boolean late(Trouble trouble) {
        return trouble == Trouble.TOO_LATE || trouble == Trouble.DRIPPING;
    }

    /** An empty HTTP 200 is a documented success of ePay's operations. */
    private static Settlement expected(Moves.Kind kind, Trouble trouble, Promise promise) {
        if (trouble == Trouble.EMPTY && kind.endpoint.startsWith("epay operation")) {
            return Settlement.APPLIED;
        }
        return switch (trouble.truth) {
            case REFUSED -> Settlement.NOT_APPLIED;
            case APPLIED ->
                switch (kind.seen) {
                    case NEVER -> Settlement.UNKNOWN;
                    case BY_SOLE_OPERATORS ->
                        promise == Promise.SOLE_OPERATOR ? Settlement.APPLIED : Settlement.UNKNOWN;
                    case ALWAYS -> Settlement.APPLIED;
                };
            case NOT_APPLIED -> Settlement.UNKNOWN;
        };
    }

    private static Class<?> reason(MoneyAnswer<?> answer) {
        return answer.<Class<?>>fold(
                yes -> Object.class,
                no -> no.reason().getClass(),
                unknown -> unknown.reason().getClass());
    }

    /** Each of so many calls has its own deadline; a busy machine is given some grace, and pauses are counted. */
    private static void inTime(Clients clients, Consumer<Clients> work, int calls) {
        long begun = System.nanoTime();
        try {
            work.accept(clients);
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(DEADLINE.multipliedBy(calls).plusSeconds(calls == 1 ? 3 : 10));
        }
    }

    private static void eventually(BooleanSupplier fact) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!fact.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(fact.getAsBoolean()).isTrue();
    }
}
