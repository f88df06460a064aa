package kz.paysandbox.gateway.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.TestClock;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Caller;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.Field;
import kz.paysandbox.gateway.http.route.Fields;
import kz.paysandbox.gateway.http.route.Handler;
import kz.paysandbox.gateway.http.route.Method;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.pay.Identity;
import kz.paysandbox.gateway.pay.MoneyResult;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.payment.TestPayments;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.IdempotencyKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyedCallsTest {
    private static final Payment PAYMENT = TestPayments.of(PaymentKind.WIDGET, ServiceStatus.COMPLETED);
    private static final Duration CALL = Duration.ofSeconds(45);

    private final TestClock clock = new TestClock();
    private final GatewayDatabase database = GatewayDatabase.open(
            new GatewayDatabase.Address(
                    "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", Optional.empty(), Optional.empty(), 3),
            Optional.empty(),
            clock);
    private final Identity identity =
            new Identity("one", clock, () -> UUID.randomUUID().toString(), Duration.ofSeconds(30), CALL);
    private final List<Optional<IdempotencyKey>> begun = new ArrayList<>();

    private Operation.Outcome outcome = Operation.Outcome.applied(Optional.of("1"), "");
    private Optional<Refusal> refusal = Optional.empty();

    @AfterEach
    void close() {
        database.close();
    }

    /** Writes an operation with its key, as use cases do. */
    private Result<MoneyResult> begin(Call call, Optional<IdempotencyKey> key) {
        begun.add(key);
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        Operation operation = new Operation(
                UUID.randomUUID().toString(),
                PAYMENT.id(),
                OperationKind.REFUND,
                Tenge.of(10),
                Operation.Outcome.STARTED,
                clock.instant(),
                clock.instant());
        database.transaction(sql -> {
            if (database.tables().payments().find(sql, PAYMENT.id()).isEmpty()) {
                database.tables().payments().insert(sql, PAYMENT);
            }
            database.tables().operations().insert(sql, operation, Optional.empty());
            if (key.isPresent()) {
                database.tables()
                        .idempotency()
                        .insert(sql, key.get(), PAYMENT.id(), Optional.of(operation.id()), Duration.ofDays(1));
            }
            return outcome.state() == Operation.Outcome.STARTED.state()
                    || database.tables().operations().settle(sql, operation.id(), OperationState.STARTED, outcome);
        });
        return Result.of(MoneyResult.of(PAYMENT, operation.became(outcome, clock.instant())));
    }

    private Answer call(Family family, boolean required, String body, Map<String, String> headers, String... query) {
        Handler.Money handler =
                new Handler.Money(this::begin, result -> Answer.of(201, Answer.JSON, "{\"n\":" + begun.size() + "}"));
        Route route = new Route(Method.POST, "/refund", Role.OWNER, family, handler);
        Call.Origin origin = new Call.Origin("request", "127.0.0.1", "/refund");
        Map<String, Field> fields =
                query.length == 0 ? Map.of() : Map.of("idempotency_key", new Field(Field.Type.TEXT, query[0]));
        Fields sent = new Fields(Map.of(), fields, List.of());
        String asked =
                query.length == 0 ? "" : "access_token=" + begun.size() + "&idempotency_key=" + query[0] + "&a=1";
        Incoming incoming = new Incoming("POST", origin, headers, body, asked, sent, List.of(), Optional.empty());
        Call made = new Call(new Caller(7, Optional.of("5"), Role.OWNER), sent, body, origin, headers);
        return new KeyedCalls(database, identity, required).answer(route, handler, made, incoming);
    }

    private Answer keyed(String body) {
        return call(Family.SHOP, false, body, Map.of("idempotency-key", "k"));
    }

    @Test
    void without_a_key_each_call_is_one_of_its_own() {
        assertThat(call(Family.SHOP, false, "{}", Map.of()).body()).isEqualTo("{\"n\":1}");
        assertThat(call(Family.SHOP, false, "{}", Map.of()).body()).isEqualTo("{\"n\":2}");
        assertThat(begun).allMatch(Optional::isEmpty);
        assertThat(call(Family.SHOP, true, "{}", Map.of()).body()).contains("idempotency_key_missing");
        assertThat(begun).hasSize(2);
    }

    @Test
    void with_a_key_the_first_answer_is_given_again() {
        Answer first = keyed("{}");
        Answer again = keyed("{}");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.contentType()).isEqualTo(Answer.JSON);
        assertThat(again.headers())
                .containsEntry("Idempotent-Replayed", "true")
                .containsEntry("Location", "/api/v1/payments/" + PAYMENT.id());
        assertThat(first.headers()).isEmpty();
        assertThat(begun).hasSize(1);
        Answer other = keyed("{\"other\":1}");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body()).contains("idempotency_key_reused");
    }

    @Test
    void the_key_of_the_wrapper_may_be_a_parameter_and_the_token_does_not_count() {
        Answer first = call(Family.WRAPPER, true, "", Map.of(), "k");
        Answer again = call(Family.WRAPPER, true, "", Map.of("idempotency-key", "k"), "k");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers()).containsKey("Idempotent-Replayed");
        assertThat(call(Family.WRAPPER, true, "", Map.of("idempotency-key", "j"), "k")
                        .status())
                .isEqualTo(400);
        assertThat(call(Family.SHOP, true, "", Map.of(), "k").body()).contains("idempotency_key_missing");
    }

    @Test
    void a_key_has_1_to_255_printable_characters() {
        for (String bad : List.of("", "k".repeat(256), "ключ", "a\nb")) {
            assertThat(call(Family.SHOP, false, "", Map.of("idempotency-key", bad))
                            .status())
                    .isEqualTo(400);
        }
        assertThat(call(Family.SHOP, false, "", Map.of("idempotency-key", "k".repeat(255)))
                        .status())
                .isEqualTo(201);
        assertThat(begun).hasSize(1);
    }

    @Test
    void what_is_refused_before_it_is_written_is_not_kept() {
        refusal = Optional.of(Refusal.invalid("amount", "is missing"));
        assertThat(keyed("{}").status()).isEqualTo(400);
        refusal = Optional.empty();
        assertThat(keyed("{}").status()).isEqualTo(201);
    }

    @Test
    void a_refusal_of_the_banks_is_kept_as_what_it_was() {
        outcome = Operation.Outcome.notApplied(Refusal.bank(RefusalCode.REFUND_TOO_LARGE, -99000005, "no"), "");
        Answer first = keyed("{}");
        assertThat(first.status()).isEqualTo(422);
        Answer again = keyed("{}");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.contentType()).isEqualTo(Answer.PROBLEM);
        assertThat(again.headers()).doesNotContainKey("Location");
        assertThat(begun).hasSize(1);
    }

    @Test
    void a_refusal_for_a_while_is_not_kept_and_a_repeated_call_is_made_anew() {
        outcome = Operation.Outcome.notApplied(Refusal.later(Duration.ofSeconds(7), "the bank asks to wait"), "");
        Answer first = keyed("{}");
        assertThat(first.status()).isEqualTo(429);
        assertThat(first.headers()).containsEntry("Retry-After", "7");
        outcome = Operation.Outcome.applied(Optional.of("1"), "");
        Answer again = keyed("{}");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.headers()).doesNotContainKey("Idempotent-Replayed");
        assertThat(begun).hasSize(2);
        assertThat(keyed("{}").body()).isEqualTo(again.body());
        assertThat(begun).hasSize(2);
    }

    @Test
    void a_refusal_in_the_wrapper_is_json_again() {
        outcome = Operation.Outcome.notApplied(Refusal.bank(RefusalCode.REFUND_TOO_LARGE, -99000005, "no"), "");
        call(Family.WRAPPER, false, "", Map.of(), "k");
        assertThat(call(Family.WRAPPER, false, "", Map.of(), "k").contentType()).isEqualTo(Answer.JSON);
    }

    @Test
    void an_unknown_outcome_is_told_until_it_is_settled_and_the_settled_answer_is_kept() {
        outcome = Operation.Outcome.unknown("lost");
        Answer first = keyed("{}");
        assertThat(first.status()).isEqualTo(202);
        Answer still = keyed("{}");
        assertThat(still.status()).isEqualTo(202);
        assertThat(still.headers()).containsEntry("Location", "/api/v1/payments/" + PAYMENT.id());
        database.transaction(sql -> {
            Operation open =
                    database.tables().operations().open(sql, PAYMENT.id()).orElseThrow();
            return database.tables()
                    .operations()
                    .settle(sql, open.id(), OperationState.UNKNOWN, Operation.Outcome.applied(Optional.of("2"), ""));
        });
        Answer settled = keyed("{}");
        assertThat(settled.status()).isEqualTo(201);
        assertThat(settled.headers()).containsEntry("Idempotent-Replayed", "true");
        assertThat(keyed("{}").body()).isEqualTo(settled.body());
        assertThat(begun).hasSize(1);
    }

    @Test
    void a_first_call_that_runs_is_409_until_it_can_run_no_longer() {
        outcome = Operation.Outcome.STARTED;
        keyed("{}");
        clock.advance(CALL.minusMillis(1));
        Answer running = keyed("{}");
        assertThat(running.status()).isEqualTo(409);
        assertThat(running.body()).contains("idempotency_in_flight");
        clock.advance(Duration.ofMillis(1));
        assertThat(keyed("{}").status()).isEqualTo(202);
    }
}
