package kz.paysandbox.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.EpaySettings;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.epay.payment.ClientCredentials;
import kz.paysandbox.adapters.epay.payment.Cryptogram;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.NotSent;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.KaspiSettings;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Reconciliation;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.ApiRequest;
import kz.paysandbox.adapters.transport.ApiResponse;
import kz.paysandbox.adapters.transport.CallListener;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.RequestOptions;
import kz.paysandbox.adapters.transport.Surroundings;
import kz.paysandbox.adapters.transport.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls as futures: none holds a thread, each goes the same way as the blocking one, and a cancelled one is accounted for. */
@Timeout(60)
class AsyncClientsTest {
    private static final Bin BIN = Bin.of("180340021791");
    private static final DeviceToken TILL = DeviceToken.of("till");
    private static final CardOrder ORDER = CardOrder.of(InvoiceId.of("205218074"), Tenge.of(200), "Book");

    private final WaitingBank bank = new WaitingBank();
    private final List<CallListener.Call> calls = new CopyOnWriteArrayList<>();
    private final HttpSettings http =
            HttpSettings.standard(Surroundings.system()).withListener(calls::add);
    private final KaspiR3 kaspi =
            KaspiR3.of(KaspiSettings.over(URI.create("https://bank.example"), http, http.over(bank)));
    private final EpayClient epay = EpayClient.of(EpaySettings.over(
            new EpaySettings.Hosts(
                    URI.create("https://bank.example"),
                    URI.create("https://bank.example"),
                    URI.create("https://bank.example/w.js")),
            new ClientCredentials("test", "secret", "terminal"),
            http,
            http.over(bank)));

    /** Requests wait until the test answers them; whoever asks is given a future and nothing else. */
    private static final class WaitingBank implements Transport {
        private record Waiting(ApiRequest request, CompletableFuture<ApiResponse> answer) {}

        private final List<Waiting> all = new ArrayList<>();

        @Override
        public ApiResponse send(ApiRequest request) {
            throw new AssertionError("a thread would be held by " + request);
        }

        @Override
        public synchronized CompletableFuture<ApiResponse> sendAsync(ApiRequest request) {
            Waiting waiting = new Waiting(request, new CompletableFuture<>());
            all.add(waiting);
            notifyAll();
            return waiting.answer();
        }

        /** The nth request, from 0, once it is there. */
        synchronized Waiting request(int number) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (all.size() <= number && System.nanoTime() < end) {
                try {
                    wait(100);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            return all.get(number);
        }

        synchronized int size() {
            return all.size();
        }

        void answers(int number, String json) {
            Waiting waiting = request(number);
            waiting.answer()
                    .complete(new ApiResponse(
                            waiting.request().requestId(), 200, Map.of(), json.getBytes(StandardCharsets.UTF_8)));
        }

        String path(int number) {
            return request(number).request().uri().getPath();
        }
    }

    @AfterEach
    void close() {
        kaspi.close();
        epay.close();
    }

    private static String details(long refundable) {
        return "{\"StatusCode\":0,\"Data\":{\"QrPaymentId\":15,\"TotalAmount\":200,\"AvailableReturnAmount\":"
                + refundable + ",\"TransactionDate\":\"2026-11-21T14:03:00.000+05:00\"}}";
    }

    @Test
    void three_hundred_calls_wait_at_once_without_a_thread() {
        int before = Thread.activeCount();
        List<CompletableFuture<?>> all = new ArrayList<>();
        IntStream.range(0, 300).forEach(i -> all.add(kaspi.async().status(i)));
        assertThat(bank.size()).isEqualTo(300);
        assertThat(Thread.activeCount()).isLessThan(before + 10);
        IntStream.range(0, 300).forEach(i -> bank.answers(i, "{\"StatusCode\":0,\"Data\":{\"Status\":\"Wait\"}}"));
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }

    @Test
    void a_refund_reads_sends_and_takes_its_turn_as_the_blocking_one_does() {
        CompletableFuture<MoneyAnswer<Refund>> first = kaspi.async().refund(BIN, TILL, 15, Tenge.of(50));
        CompletableFuture<MoneyAnswer<Refund>> second = kaspi.async().refund(BIN, TILL, 15, Tenge.of(50));
        bank.answers(0, details(200));
        assertThat(bank.path(1)).endsWith("payment/return");
        assertThat(bank.size()).as("the second waits for its turn").isEqualTo(2);
        bank.answers(1, "{\"StatusCode\":0,\"Data\":{\"ReturnOperationId\":7}}");
        assertThat(first.join().orThrow().operationId()).contains(7L);
        bank.answers(2, details(150));
        bank.answers(3, "{\"StatusCode\":-99000005,\"Message\":\"no\"}");
        assertThat(second.join().settlement()).isEqualTo(Settlement.NOT_APPLIED);
    }

    @Test
    void a_refund_that_is_cancelled_after_it_left_is_an_unknown_one_to_the_listener_and_the_next_refund() {
        CompletableFuture<MoneyAnswer<Refund>> refund = kaspi.async().refund(BIN, TILL, 15, Tenge.of(50));
        bank.answers(0, details(200));
        CompletableFuture<ApiResponse> exchange = bank.request(1).answer();
        assertThat(refund.cancel(true)).isTrue();
        assertThat(exchange).isCancelled();
        CallListener.Call told = calls.get(calls.size() - 1);
        assertThat(told.operation()).isEqualTo("r3 payment return");
        assertThat(told.failure()).get().isInstanceOf(OutcomeUnknown.class);
        assertThat(bank.size()).as("no look is made for nobody").isEqualTo(2);
        KaspiR3 sole = kaspi;
        CompletableFuture<MoneyAnswer<Refund>> next = sole.async().refund(BIN, TILL, 15, Tenge.of(50));
        bank.answers(2, details(200));
        bank.answers(3, "{\"StatusCode\":0,\"Data\":{\"ReturnOperationId\":8}}");
        assertThat(next.join().orThrow().operationId())
                .as("the turn was given back")
                .contains(8L);
    }

    @Test
    void a_call_that_is_cancelled_before_its_money_left_sends_none() {
        CompletableFuture<MoneyAnswer<Refund>> refund = kaspi.async().refund(BIN, TILL, 15, Tenge.of(50));
        bank.request(0);
        CompletableFuture<MoneyAnswer<Refund>> waiting = kaspi.async().refund(BIN, TILL, 15, Tenge.of(50));
        waiting.cancel(true);
        refund.cancel(true);
        CompletableFuture<MoneyAnswer<Refund>> third = kaspi.async().refund(BIN, TILL, 15, Tenge.of(50));
        assertThat(bank.path(1)).as("the third begins").endsWith("payment/details");
        assertThat(bank.size()).isEqualTo(2);
        third.cancel(true);
        assertThatThrownBy(third::join).isInstanceOf(CancellationException.class);
        CompletableFuture<MoneyAnswer<CardPayment>> paid = epay.async().pay(ORDER, new Cryptogram("c"));
        assertThat(bank.path(2)).endsWith("/oauth2/token");
        paid.cancel(true);
        bank.answers(2, "{\"access_token\":\"t\",\"expires_in\":7200}");
        assertThat(bank.size()).isEqualTo(3);
    }

    @Test
    void a_lost_answer_is_looked_into_without_a_thread_and_refused_ones_end_as_failures() {
        HttpSettings soon = http.withDeadline(Duration.ofSeconds(30));
        KaspiSettings settings = KaspiSettings.over(URI.create("https://bank.example"), soon, soon.over(bank));
        KaspiR3 quick = KaspiR3.of(settings.withReconciliation(new Reconciliation(
                List.of(Duration.ofMillis(1)), soon.surroundings().sleeper())));
        CompletableFuture<MoneyAnswer<Refund>> refund = quick.async().refund(BIN, TILL, 15, Tenge.of(150));
        bank.answers(0, details(200));
        bank.request(1).answer().completeExceptionally(OutcomeUnknown.lost("id", "lost", null));
        bank.answers(2, details(100));
        assertThat(refund.join().settlement()).isEqualTo(Settlement.NOT_APPLIED);
        CompletableFuture<?> status = quick.async().status(15);
        bank.answers(3, "{\"StatusCode\":-1601,\"Message\":\"none\"}");
        assertThatThrownBy(status::join).hasCauseInstanceOf(Rejected.class);
        assertThatThrownBy(quick.async().refund(BIN, TILL, 15, Tenge.ZERO)::join)
                .hasCauseInstanceOf(IllegalArgumentException.class);
        quick.close();
    }

    @Test
    void whoever_waits_too_long_for_a_turn_sends_nothing_and_a_repeat_is_given_up_too() {
        CompletableFuture<MoneyAnswer<Refund>> first = kaspi.async().refund(BIN, TILL, 15, Tenge.of(50));
        MoneyAnswer<Refund> second = kaspi.with(RequestOptions.within(Duration.ofMillis(20)))
                .async()
                .refund(BIN, TILL, 15, Tenge.of(50))
                .join();
        assertThat(second.<Object>fold(yes -> yes, no -> no.reason(), unknown -> unknown))
                .isInstanceOf(NotSent.class);
        first.cancel(true);
        CompletableFuture<?> status = kaspi.async().status(15);
        bank.request(1).answer().completeExceptionally(OutcomeUnknown.lost("id", "lost", null));
        status.cancel(true);
        assertThat(status).isCancelled();
    }

    @Test
    void a_future_completes_on_the_executor_and_after_a_close_where_it_is() throws Exception {
        CompletableFuture<String> name = kaspi.async()
                .status(15)
                .thenApply(status -> Thread.currentThread().getName());
        CountDownLatch done = new CountDownLatch(1);
        var unused = name.thenRun(done::countDown);
        bank.answers(0, "{\"StatusCode\":0,\"Data\":{\"Status\":\"Wait\"}}");
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(name.join()).startsWith("kaspi-call");
        CompletableFuture<?> late = kaspi.async().status(15);
        kaspi.close();
        bank.request(1)
                .answer()
                .completeExceptionally(ConnectionFailed.lasting("id", "closed", new IllegalStateException()));
        assertThatThrownBy(late::join).hasCauseInstanceOf(ConnectionFailed.class);
    }

    @Test
    void an_order_key_is_sent_where_a_call_names_none() {
        RequestOptions options = RequestOptions.order("order-15");
        CompletableFuture<MoneyAnswer<QrPayment>> named =
                kaspi.with(options).async().createQr(BIN, Order.of(TILL, Tenge.of(200)));
        assertThat(new String(bank.request(0).request().body().orElseThrow(), StandardCharsets.UTF_8))
                .contains("order-15");
        CompletableFuture<MoneyAnswer<QrPayment>> own =
                kaspi.with(options).async().createQr(BIN, Order.of(TILL, Tenge.of(200), "own"));
        assertThat(new String(bank.request(1).request().body().orElseThrow(), StandardCharsets.UTF_8))
                .contains("own")
                .doesNotContain("order-15");
        assertThat(Arrays.asList(named, own)).noneMatch(CompletableFuture::isDone);
        assertThatThrownBy(() -> RequestOptions.order(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RequestOptions.order("x".repeat(101))).isInstanceOf(IllegalArgumentException.class);
        assertThat(options.withDeadline(Duration.ofSeconds(1))
                        .withHeader("A", "b")
                        .orderKey())
                .isEqualTo(Optional.of("order-15"));
    }
}
