package kz.paysandbox.adapters.epay.callback;

import static kz.paysandbox.adapters.epay.EpayTestStand.ID;
import static kz.paysandbox.adapters.epay.EpayTestStand.INVOICE;
import static kz.paysandbox.adapters.epay.EpayTestStand.ORDER;
import static kz.paysandbox.adapters.epay.EpayTestStand.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.paysandbox.adapters.epay.callback.CallbackVerdict.Kind;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.ReasonCode;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackVerifierTest {
    private final List<Transaction> acted = new ArrayList<>();
    private final InMemoryCallbackStore store = InMemoryCallbackStore.of(100);
    private Optional<Transaction> books = Optional.of(transaction(ID, "200", "CHARGE", TERMINAL));
    private final CallbackVerifier verifier = CallbackVerifier.of(
            id -> id.equals(INVOICE) ? Optional.of(ORDER) : Optional.empty(), id -> books, store, TERMINAL);

    @Test
    void a_genuine_callback_is_accepted_once() {
        CallbackVerdict first = verify(body("200", "ok"));
        assertThat(first.kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(first.httpStatus()).isEqualTo(200);
        assertThat(first.transaction()).isEqualTo(books);
        CallbackVerdict second = verify(body("200", "ok"));
        assertThat(second.kind()).isEqualTo(Kind.DUPLICATE);
        assertThat(second.httpStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "\"amount\":200, \"amount\":20",
        "205218074, 205218075",
        "KZT, USD",
        "shop-word, other-word",
        "secret_hash, secretHashX",
        "98120001, 98120002"
    })
    void a_changed_field_is_a_mismatch(String original, String changed) {
        CallbackVerdict verdict = verify(body("200", "ok").replace(original, changed));
        assertThat(verdict.kind()).isEqualTo(Kind.MISMATCH);
        assertThat(verdict.httpStatus()).isEqualTo(400);
        assertThat(verdict.reason()).doesNotContain("shop-word");
    }

    @Test
    void the_amount_may_be_written_otherwise() {
        assertThat(verify(body("200.00", "ok")).kind()).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void the_terminal_may_be_named_by_its_uuid_or_not_at_all() {
        assertThat(verify(body("200", "ok").replace("98120001", TERMINAL)).kind())
                .isEqualTo(Kind.ACCEPTED);
        assertThat(verify(body("200", "ok").replace("\"terminal\":\"98120001\",", ""))
                        .kind())
                .isEqualTo(Kind.DUPLICATE);
    }

    @Test
    void what_the_bank_does_not_confirm_is_not_believed() {
        books = Optional.empty();
        assertThat(verify(body("200", "ok")).kind()).isEqualTo(Kind.UNCONFIRMED);
        books = Optional.of(transaction(ID, "200", "NEW", TERMINAL));
        CallbackVerdict early = verify(body("200", "ok"));
        assertThat(early.kind()).isEqualTo(Kind.UNCONFIRMED);
        assertThat(early.httpStatus()).isEqualTo(503);
        books = Optional.of(transaction(ID, "200", "VERIFIED", TERMINAL));
        assertThat(verify(body("200", "ok")).kind()).isEqualTo(Kind.UNCONFIRMED);
        books = Optional.of(transaction("00000000-0000-0000-0000-000000000000", "200", "CHARGE", TERMINAL));
        assertThat(verify(body("200", "ok")).kind()).isEqualTo(Kind.MISMATCH);
        books = Optional.of(transaction(ID, "100", "CHARGE", TERMINAL));
        assertThat(verify(body("200", "ok")).kind()).isEqualTo(Kind.MISMATCH);
        books = Optional.of(transaction(ID, "200", "CHARGE", "another-terminal"));
        assertThat(verify(body("200", "ok")).kind()).isEqualTo(Kind.MISMATCH);
    }

    @Test
    void a_bank_that_cannot_be_asked_leaves_it_unconfirmed() {
        CallbackVerifier cut = CallbackVerifier.of(
                id -> Optional.of(ORDER),
                id -> {
                    throw OutcomeUnknown.lost("id", "lost", null);
                },
                store,
                TERMINAL);
        CallbackVerdict verdict = cut.handle(body("200", "ok").getBytes(StandardCharsets.UTF_8), acted::add);
        assertThat(verdict.kind()).isEqualTo(Kind.UNCONFIRMED);
        assertThat(verdict.reason()).contains("could not be asked");
    }

    @Test
    void an_old_stage_after_a_later_one_is_outdated() {
        books = Optional.of(transaction(ID, "200", "REFUND", TERMINAL));
        assertThat(verify(body("200", "ok")).kind()).isEqualTo(Kind.ACCEPTED);
        books = Optional.of(transaction(ID, "200", "CHARGE", TERMINAL));
        assertThat(verify(body("200", "ok")).kind()).isEqualTo(Kind.OUTDATED);
    }

    @Test
    void a_failure_is_accepted_as_such_and_outdated_after_success() {
        books = Optional.of(transaction(ID, "200", "FAILED", TERMINAL));
        CallbackVerdict failed = verify(body("200", "error"));
        assertThat(failed.kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(failed.transaction().orElseThrow().state().successful()).isFalse();
        books = Optional.of(transaction(ID, "200", "CHARGE", TERMINAL));
        assertThat(verify(body("200", "error")).kind()).isEqualTo(Kind.OUTDATED);
        books = Optional.of(transaction("11111111-0000-0000-0000-000000000000", "200", "CHARGE", TERMINAL));
        assertThat(verify(body("200", "error")).kind()).isEqualTo(Kind.OUTDATED);
    }

    @Test
    void a_hold_counts_and_a_charge_after_it_is_new() {
        books = Optional.of(transaction(ID, "200", "AUTH", TERMINAL));
        assertThat(verify(body("200", "ok")).kind()).isEqualTo(Kind.ACCEPTED);
        books = Optional.of(transaction(ID, "200", "CHARGE", TERMINAL));
        assertThat(verify(body("200", "ok")).kind()).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void an_order_without_a_secret_word_needs_none() {
        CallbackVerifier plain = CallbackVerifier.of(
                id -> Optional.of(CardOrder.of(INVOICE, ORDER.amount(), "Book")), id -> books, store, TERMINAL);
        assertThat(plain.handle(body("200", "ok").getBytes(StandardCharsets.UTF_8), acted::add)
                        .kind())
                .isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void a_form_is_read_as_well() {
        CallbackVerdict verdict = verify(
                "id=" + ID
                        + "&invoiceId=205218074&amount=200&currency=KZT&code=ok&reasonCode=0&secret_hash=shop%2Dword&terminal=98120001");
        assertThat(verdict.kind()).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void no_text_makes_it_throw_or_accept() {
        qt().forAll(strings().allPossible().ofLengthBetween(0, 300))
                .check(text -> verify(text).kind() == Kind.MISMATCH);
        assertThat(verify("{\"a\":\"" + "x".repeat(70_000) + "\"}").reason()).contains("64 KiB");
        assertThat(verify("{}").reason()).contains("without id");
    }

    @Test
    void what_a_callback_says_is_kept() {
        Callback callback = Callback.parse(body("200", "error")
                .replace("\"reasonCode\":0", "\"reasonCode\":484")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(callback.success()).isFalse();
        assertThat(callback.reasonCode()).contains(ReasonCode.of(484));
        assertThat(callback.cardMask()).contains("440563...5096");
        assertThat(callback.toString()).doesNotContain("shop-word");
    }

    @Test
    void the_memory_of_a_trial_is_bounded() {
        InMemoryCallbackStore small = InMemoryCallbackStore.of(2);
        small.once("a", 3, () -> {});
        small.once("b", 3, () -> {});
        small.once("c", 3, () -> {});
        assertThat(small.once("c", 3, () -> {})).isEqualTo(CallbackStore.Seen.DUPLICATE);
        assertThat(small.once("a", 3, () -> {})).isEqualTo(CallbackStore.Seen.FIRST);
    }

    @Test
    void it_counts_as_seen_only_when_the_shop_has_acted() {
        byte[] body = body("200", "ok").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> verifier.handle(body, transaction -> {
                    throw new IllegalStateException("the shop's database is down");
                }))
                .hasMessage("the shop's database is down");
        assertThat(verify(body("200", "ok")).kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(acted).containsExactly(books.orElseThrow());
        assertThat(verify(body("200", "ok")).kind()).isEqualTo(Kind.DUPLICATE);
        assertThat(acted).hasSize(1);
    }

    @Test
    void of_two_threads_with_one_callback_the_shop_acts_in_one_and_the_other_waits() throws Exception {
        CountDownLatch acting = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        byte[] body = body("200", "ok").getBytes(StandardCharsets.UTF_8);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<CallbackVerdict> first = threads.submit(() -> verifier.handle(body, transaction -> {
                acting.countDown();
                await(go);
            }));
            acting.await();
            Future<CallbackVerdict> second = threads.submit(() -> verifier.handle(body, acted::add));
            go.countDown();
            assertThat(first.get().kind()).isEqualTo(Kind.ACCEPTED);
            assertThat(second.get().kind()).isEqualTo(Kind.DUPLICATE);
            assertThat(acted).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_transaction_may_be_named_as_shops_in_production_receive_it() {
        assertThat(verify(body("200", "ok").replace("\"id\"", "\"transactionId\""))
                        .kind())
                .isEqualTo(Kind.ACCEPTED);
        assertThat(verify(body("200", "ok").replace(ID, "a/b?c")).reason()).contains("no UUID");
        assertThat(verify(body("200", "ok").replace("98120001", "9".repeat(101)))
                        .reason())
                .contains("terminal is too long");
    }

    @Test
    void what_is_kept_of_a_callback_reads_the_same_and_holds_no_secret_word_and_no_card() {
        byte[] kept = Callback.parse(body("200.00", "error")
                        .replace("\"reasonCode\":0", "\"reasonCode\":484")
                        .getBytes(StandardCharsets.UTF_8))
                .kept();
        assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("shop-word", "440563", "c1");
        Callback again = Callback.parse(kept);
        assertThat(again.id()).isEqualTo(ID);
        assertThat(again.success()).isFalse();
        assertThat(again.reasonCode()).contains(ReasonCode.of(484));
        assertThat(again.terminal()).contains("98120001");
        assertThat(again.amount()).isEqualByComparingTo("200");
    }

    private CallbackVerdict verify(String body) {
        return verifier.handle(body.getBytes(StandardCharsets.UTF_8), acted::add);
    }

    private static String body(String amount, String code) {
        return "{\"accountId\":\"7\",\"amount\":" + amount
                + ",\"cardId\":\"c1\",\"cardMask\":\"440563...5096\",\"code\":\"" + code
                + "\",\"currency\":\"KZT\",\"id\":\"" + ID
                + "\",\"invoiceId\":\"205218074\",\"reason\":\"success\",\"reasonCode\":0,\"secret_hash\":\"shop-word\","
                + "\"secure\":\"yes\",\"terminal\":\"98120001\",\"ipLatitude\":43.2}";
    }

    private static Transaction transaction(String id, String amount, String state, String terminal) {
        return new Transaction(
                id,
                "205218074",
                new BigDecimal(amount),
                Optional.empty(),
                Optional.empty(),
                "KZT",
                TransactionState.of(state),
                Optional.of("98120001"),
                Optional.of(terminal),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
