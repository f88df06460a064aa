package kz.paysandbox.adapters.merchant.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.paysandbox.adapters.epay.callback.CallbackVerifier;
import kz.paysandbox.adapters.epay.callback.InMemoryCallbackStore;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.merchant.FailingSource;
import kz.paysandbox.adapters.merchant.TestSource;
import kz.paysandbox.adapters.merchant.callback.StoredCallback.State;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.TestSurroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks that do not fit their order, the pauses between tries, and the tries of one invoice. */
class RejectedCallbacksTest {
    private static final String ID = "af2089fe-43b1-47eb-a61f-c78dd196e18d";
    private static final String TERMINAL = "67e34d63-102f-4bd1-898e-370781d0074d";
    private static final InvoiceId INVOICE = InvoiceId.of("205218074");
    private static final InvoiceId OTHER = InvoiceId.of("205218075");

    private final TestSurroundings time = TestSurroundings.create();
    private final List<String> acted = new ArrayList<>();
    private String shown = "CHARGE";

    private CallbackInbox inbox(DataSource source) {
        CallbackVerifier verifier = CallbackVerifier.of(
                invoice -> Stream.of(INVOICE, OTHER)
                        .filter(invoice::equals)
                        .findFirst()
                        .map(own -> CardOrder.of(own, Tenge.of(200), "Book").withSecretHash("shop-word")),
                invoice -> Optional.of(transaction(invoice)),
                InMemoryCallbackStore.of(10),
                TERMINAL);
        return CallbackInbox.of(
                Database.of(source), time, verifier, (transaction, connection) -> acted.add(transaction.invoiceId()));
    }

    private Transaction transaction(InvoiceId invoice) {
        return new Transaction(
                ID,
                invoice.value(),
                new BigDecimal(200),
                Optional.empty(),
                Optional.empty(),
                "KZT",
                TransactionState.of(shown),
                Optional.of("98120001"),
                Optional.of(TERMINAL),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String text(InvoiceId invoice, String id) {
        return "{\"amount\":200,\"code\":\"ok\",\"currency\":\"KZT\",\"id\":\"" + id + "\",\"invoiceId\":\"" + invoice
                + "\",\"cardMask\":\"440563...5096\",\"secret_hash\":\"shop-word\",\"terminal\":\"98120001\"}";
    }

    private static int received(CallbackInbox inbox, String text) {
        return inbox.receive(text.getBytes(StandardCharsets.UTF_8)).httpStatus();
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_UNPOOLED", "POSTGRES_POOLED"})
    void what_does_not_fit_is_kept_with_why_and_never_tried(TestSource kind) {
        CallbackInbox inbox = inbox(kind.open());
        List<String> forged = List.of(
                text(InvoiceId.of("205218099"), ID),
                text(INVOICE, ID).replace("\"amount\":200", "\"amount\":20"),
                text(INVOICE, new UUID(1, 1).toString()).replace("shop-word", "a-guess"),
                text(INVOICE, new UUID(1, 2).toString()).replace("98120001", "another-terminal"));
        assertThat(forged).allSatisfy(text -> assertThat(received(inbox, text)).isEqualTo(400));
        assertThat(received(inbox, forged.get(1))).as("again").isEqualTo(400);
        List<StoredCallback> kept = inbox.in(State.REJECTED, 10);
        assertThat(kept)
                .extracting(callback -> callback.error().orElseThrow())
                .containsExactly(
                        "no such order: 205218099",
                        "the amount is 20, the order's is 200.00",
                        "secret_hash is missing or another",
                        "the terminal is another shop's");
        assertThat(kept.toString()).doesNotContain("guess", "440563");
        assertThat(kept).extracting(StoredCallback::attempt).containsOnly(0);
        time.advance(Duration.ofDays(1));
        assertThat(inbox.work()).isZero();
        assertThat(inbox.prune(Duration.ofHours(1))).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_UNPOOLED", "POSTGRES_POOLED"})
    void a_forgery_under_a_genuine_number_neither_replaces_nor_spoils_the_genuine_one(TestSource kind) {
        CallbackInbox inbox = inbox(kind.open());
        String forged = text(INVOICE, ID).replace("\"amount\":200", "\"amount\":20");
        received(inbox, forged);
        assertThat(received(inbox, text(INVOICE, ID))).isEqualTo(200);
        assertThat(inbox.in(State.WAITING, 10))
                .hasSize(1)
                .allMatch(callback -> callback.error().isEmpty());
        assertThat(received(inbox, forged)).isEqualTo(400);
        assertThat(inbox.in(State.WAITING, 10)).hasSize(1);
        assertThat(inbox.work()).isEqualTo(1);
        assertThat(acted).containsExactly(INVOICE.value());
        received(inbox, forged);
        assertThat(inbox.in(State.DONE, 10)).hasSize(1);
        assertThat(inbox.in(State.REJECTED, 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_POOLED", "POSTGRES_POOLED"})
    void an_open_door_does_not_fill_the_table(TestSource kind) {
        CallbackInbox inbox = inbox(kind.open());
        IntStream.range(0, 1100).forEach(i -> {
            InvoiceId invoice = InvoiceId.of(Integer.toString(300_000_000 + i / 22));
            assertThat(received(inbox, text(invoice, new UUID(2, i).toString())))
                    .isEqualTo(400);
        });
        List<StoredCallback> kept = inbox.in(State.REJECTED, 1000);
        assertThat(kept).hasSize(1000);
        assertThat(kept.stream().filter(callback -> callback.invoiceId().value().equals("300000000")))
                .hasSize(20);
        received(inbox, text(InvoiceId.of("400000000"), ID));
        assertThat(inbox.in(State.REJECTED, 1000)).isEqualTo(kept);
        assertThat(received(inbox, text(INVOICE, ID))).isEqualTo(200);
    }

    @Test
    void a_database_that_fails_does_not_change_the_answer() {
        FailingSource failing = new FailingSource(TestSource.H2_POOLED.open());
        CallbackInbox inbox = inbox(failing);
        failing.kill();
        assertThat(received(inbox, text(InvoiceId.of("205218099"), ID))).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"amount\":1E999999999",
                "\"amount\":1E-999999999",
                "\"amount\":200.000000000000000000001",
                "\"amount\":200,\"terminal\":\"\\ud800\"",
                "\"amount\":200,\"terminal\":\"a\\u0000b\""
            })
    void what_cannot_be_kept_is_refused(String forged) {
        CallbackInbox inbox = inbox(TestSource.H2_POOLED.open());
        String text = text(INVOICE, ID).replace(",\"terminal\":\"98120001\"", "");
        assertThat(received(inbox, text.replace("\"amount\":200", forged))).isEqualTo(400);
        assertThat(inbox.in(State.REJECTED, 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_UNPOOLED", "POSTGRES_POOLED"})
    void the_pauses_between_tries_are_the_shops(TestSource kind) {
        CallbackInbox inbox = inbox(kind.open()).withRetries(List.of(Duration.ofSeconds(10), Duration.ofSeconds(30)));
        shown = "NEW";
        received(inbox, text(INVOICE, ID));
        assertThat(inbox.work()).isEqualTo(1);
        for (Duration pause : List.of(Duration.ofSeconds(10), Duration.ofSeconds(30))) {
            time.advance(pause.minusMillis(1));
            assertThat(inbox.work()).isZero();
            assertThat(inbox.in(State.EXHAUSTED, 10)).isEmpty();
            time.advance(Duration.ofMillis(1));
            assertThat(inbox.work()).isEqualTo(1);
        }
        assertThat(inbox.in(State.EXHAUSTED, 10)).hasSize(1);
    }

    static Stream<List<Duration>> pauses() {
        return Stream.of(
                List.of(),
                List.of(Duration.ZERO),
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(-1)),
                List.of(Duration.ofDays(30).plusMillis(1)),
                IntStream.range(0, 101).mapToObj(Duration::ofMinutes).toList());
    }

    @ParameterizedTest
    @MethodSource("pauses")
    void pauses_that_are_none_are_refused(List<Duration> wrong) {
        CallbackInbox inbox = inbox(TestSource.H2_POOLED.open());
        assertThatThrownBy(() -> inbox.withRetries(wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_UNPOOLED", "POSTGRES_POOLED"})
    void what_is_due_of_one_invoice_is_tried_alone(TestSource kind) {
        CallbackInbox inbox = inbox(kind.open());
        received(inbox, text(INVOICE, ID));
        received(inbox, text(OTHER, ID));
        assertThat(inbox.work(OTHER)).isEqualTo(1);
        assertThat(acted).containsExactly(OTHER.value());
        assertThat(inbox.work(OTHER)).isZero();
        assertThat(inbox.in(State.WAITING, 10))
                .extracting(StoredCallback::invoiceId)
                .containsExactly(INVOICE);
    }
}
