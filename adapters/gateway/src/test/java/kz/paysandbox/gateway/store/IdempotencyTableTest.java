package kz.paysandbox.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.DatabaseKey;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.MemoryDatabase;
import kz.paysandbox.gateway.TestClock;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.payment.TestPayments;
import kz.paysandbox.gateway.store.IdempotencyTable.Answer;
import kz.paysandbox.gateway.store.IdempotencyTable.Kept;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** First answers to keys: how long they are kept, and for whom. */
class IdempotencyTableTest {
    private static final Duration DAY = Duration.ofHours(24);
    private static final IdempotencyKey KEY = new IdempotencyKey(1, "a-key", "print");
    private static final Payment PAYMENT = TestPayments.of(PaymentKind.WIDGET, ServiceStatus.COMPLETED);
    private static final Operation REFUND = new Operation(
            "9b1d0000-0000-4000-8000-000000000002",
            PAYMENT.id(),
            OperationKind.REFUND,
            Tenge.of(10),
            Operation.Outcome.STARTED,
            TestPayments.MADE,
            TestPayments.MADE);

    private final TestClock clock = new TestClock(TestPayments.MADE);
    private final GatewayDatabase database = MemoryDatabase.open(clock);
    private final IdempotencyTable table = database.tables().idempotency();

    @BeforeEach
    void a_refund_is_under_way() {
        on(sql -> {
            database.tables().payments().insert(sql, PAYMENT);
            database.tables().operations().insert(sql, REFUND, Optional.empty());
            return true;
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    private <T> T on(Database.Work<T> work) {
        return database.transaction(work);
    }

    private void taken(IdempotencyKey key, Optional<String> operation) {
        on(sql -> {
            table.insert(sql, key, PAYMENT.id(), operation, DAY);
            return true;
        });
    }

    private void answered(IdempotencyKey key, int status, String body) {
        on(sql -> {
            table.answer(sql, key, new Answer(status, body));
            return true;
        });
    }

    private Optional<Kept> kept(IdempotencyKey key) {
        return on(sql -> table.find(sql, key));
    }

    private void refundEnds() {
        on(sql -> database.tables()
                .operations()
                .settle(sql, REFUND.id(), REFUND.state(), Operation.Outcome.applied(Optional.empty(), "")));
    }

    private int pruned() {
        return on(table::prune);
    }

    @Test
    void a_key_is_kept_with_what_it_began_and_its_first_answer() {
        taken(KEY, Optional.of(REFUND.id()));
        clock.advance(Duration.ofSeconds(5));
        assertThat(kept(KEY))
                .contains(
                        new Kept("print", PAYMENT.id(), Optional.of(REFUND.id()), Optional.empty(), TestPayments.MADE));
        answered(KEY, 201, "{\"first\":true}");
        answered(KEY, 200, "{\"second\":true}");
        assertThat(kept(KEY).orElseThrow().answer()).contains(new Answer(201, "{\"first\":true}"));
    }

    @Test
    void the_same_key_of_another_token_is_another() {
        taken(KEY, Optional.empty());
        IdempotencyKey other = new IdempotencyKey(2, KEY.key(), KEY.fingerprint());
        assertThat(kept(other)).isEmpty();
        taken(other, Optional.empty());
        answered(other, 200, "{}");
        assertThat(kept(KEY).orElseThrow().answer()).isEmpty();
    }

    @Test
    void a_key_is_taken_for_a_day_to_the_second() {
        taken(KEY, Optional.empty());
        clock.advance(DAY.minusMillis(1));
        assertThat(kept(KEY)).isPresent();
        assertThatThrownBy(() -> taken(KEY, Optional.empty()))
                .isInstanceOfSatisfying(
                        StoreFailed.class, e -> assertThat(e.duplicate()).isTrue());
        clock.advance(Duration.ofMillis(1));
        assertThat(kept(KEY)).isEmpty();
        taken(KEY, Optional.empty());
        assertThat(kept(KEY).orElseThrow().createdAt()).isEqualTo(clock.instant());
    }

    @Test
    void a_key_is_taken_as_long_as_nobody_knows_what_became_of_its_operation() {
        taken(KEY, Optional.of(REFUND.id()));
        clock.advance(DAY.multipliedBy(3));
        assertThat(kept(KEY)).isPresent();
        assertThatThrownBy(() -> taken(KEY, Optional.empty())).isInstanceOf(StoreFailed.class);
        assertThat(pruned()).isZero();
        refundEnds();
        assertThat(kept(KEY)).isEmpty();
        assertThat(pruned()).isEqualTo(1);
        assertThat(pruned()).isZero();
    }

    @Test
    void pruning_leaves_what_has_not_ended() {
        taken(KEY, Optional.empty());
        taken(new IdempotencyKey(1, "b-key", "print"), Optional.empty());
        clock.advance(Duration.ofHours(1));
        IdempotencyKey later = new IdempotencyKey(1, "c-key", "print");
        taken(later, Optional.empty());
        clock.advance(DAY.minusHours(1));
        assertThat(pruned()).isEqualTo(2);
        assertThat(kept(later)).isPresent();
    }

    @Test
    void a_key_is_freed_of_its_own_operation_and_not_once_it_was_answered() {
        taken(KEY, Optional.of(REFUND.id()));
        assertThat(released("9b1d0000-0000-4000-8000-000000000003")).isZero();
        assertThat(released(REFUND.id())).isEqualTo(1);
        assertThat(kept(KEY)).isEmpty();
        taken(KEY, Optional.of(REFUND.id()));
        answered(KEY, 409, "{}");
        assertThat(released(REFUND.id())).isZero();
        assertThat(kept(KEY)).isPresent();
    }

    private int released(String operation) {
        return on(sql -> table.release(sql, KEY, operation));
    }

    @Test
    void an_encrypted_answer_is_opened_at_its_own_key_alone(@TempDir Path home) throws IOException {
        String secret = Base64.getEncoder().encodeToString(new byte[32]);
        DatabaseKey key = DatabaseKey.file(Files.writeString(home.resolve("key-file"), secret));
        IdempotencyTable encrypted = new IdempotencyTable(database.database().encryptedWith(key), clock);
        IdempotencyKey other = new IdempotencyKey(1, "b-key", "print");
        taken(KEY, Optional.empty());
        taken(other, Optional.empty());
        on(sql -> {
            encrypted.answer(sql, KEY, new Answer(200, "{\"a\":1}"));
            return sql.update("update idempotency set http_status = 200, body = (select body from idempotency"
                    + " where idempotency_key = 'a-key') where idempotency_key = 'b-key'");
        });
        assertThatThrownBy(() -> kept(KEY)).hasMessageContaining("answer to key 1, a-key is encrypted");
        assertThat(this.<Optional<Kept>>on(sql -> encrypted.find(sql, KEY))
                        .orElseThrow()
                        .answer())
                .contains(new Answer(200, "{\"a\":1}"));
        assertThatThrownBy(() -> on(sql -> encrypted.find(sql, other))).hasMessageContaining("b-key");
    }
}
