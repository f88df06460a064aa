package kz.paysandbox.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.EpaySettings;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.ClientCredentials;
import kz.paysandbox.adapters.epay.payment.Cryptogram;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.KaspiSettings;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.ApiRequest;
import kz.paysandbox.adapters.transport.ApiResponse;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.TestSurroundings;
import org.junit.jupiter.api.Test;

/** A money call ends within its deadline, whatever it has to read, send and look after, at a bank that never answers in time. */
class WholeCallTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final InvoiceId INVOICE = InvoiceId.of("205218074");
    private static final TransactionRef REF = new TransactionRef("af2089fe-43b1-47eb-a61f-c78dd196e18d", INVOICE);
    private static final String DETAILS =
            "{\"StatusCode\":0,\"Data\":{\"QrPaymentId\":15,\"TotalAmount\":200,\"AvailableReturnAmount\":200,"
                    + "\"TransactionDate\":\"2026-11-21T14:03:00.000+05:00\"}}";
    private static final String STATUS =
            "{\"resultCode\":\"100\",\"transaction\":{\"id\":\"af2089fe-43b1-47eb-a61f-c78dd196e18d\",\"createdDate\":"
                    + "\"2026-11-20T03:52:17.289853+05:00\",\"invoiceID\":\"205218074\",\"amount\":200,\"payoutAmount\":200,"
                    + "\"currency\":\"KZT\",\"terminal\":\"1\",\"terminalID\":\"t\",\"statusName\":\"CHARGE\"}}";

    private final TestSurroundings time = TestSurroundings.create();
    private final HttpSettings http = HttpSettings.standard(time.surroundings()).withDeadline(DEADLINE);
    private final List<ApiRequest> sent = new ArrayList<>();
    private Duration reading = Duration.ofSeconds(5);

    /** The first reads take five seconds each; from the money call on, nothing is answered in time. */
    private ApiResponse answer(ApiRequest request) {
        sent.add(request);
        boolean moneySent = sent.stream().anyMatch(earlier -> money(earlier));
        if (moneySent) {
            time.advance(request.deadline());
            throw OutcomeUnknown.lost(request.requestId(), "silence", null);
        }
        time.advance(reading);
        String path = request.uri().getPath();
        String json = path.endsWith("/oauth2/token")
                ? "{\"access_token\":\"t\",\"expires_in\":7200}"
                : path.contains("check-status") ? STATUS : DETAILS;
        return new ApiResponse(request.requestId(), 200, Map.of(), json.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean money(ApiRequest request) {
        return request.method().equals("POST") && !request.uri().getPath().endsWith("/oauth2/token");
    }

    @Test
    void a_refund_of_kaspi_reads_sends_and_looks_within_one_deadline() {
        KaspiR3 kaspi =
                KaspiR3.of(KaspiSettings.over(URI.create("https://bank.example"), http, http.over(this::answer)));
        MoneyAnswer<?> answer = kaspi.refund(Bin.of("180340021791"), DeviceToken.of("d"), 15, Tenge.of(50));
        assertThat(time.elapsed()).isLessThanOrEqualTo(DEADLINE);
        ApiRequest refund =
                sent.stream().filter(WholeCallTest::money).findFirst().orElseThrow();
        assertThat(refund.deadline()).isBetween(Duration.ofSeconds(12), Duration.ofSeconds(20));
        assertThat(sent.indexOf(refund)).as("a look follows").isLessThan(sent.size() - 1);
        assertThat(answer).isInstanceOf(MoneyAnswer.Unknown.class);
    }

    @Test
    void every_money_call_of_epay_does_so_with_the_token_included() {
        Map<String, Function<EpayClient, MoneyAnswer<?>>> calls = Map.of(
                "pay",
                client -> client.pay(CardOrder.of(INVOICE, Tenge.of(200), "Book"), new Cryptogram("c")),
                "charge",
                client -> client.charge(REF, Optional.empty()),
                "cancel",
                client -> client.cancel(REF),
                "refund",
                client -> client.refund(REF, Optional.of(Tenge.of(50)), Optional.empty()));
        calls.forEach((name, call) -> {
            sent.clear();
            Duration begun = time.elapsed();
            MoneyAnswer<?> answer = call.apply(epay());
            assertThat(time.elapsed().minus(begun)).as(name).isLessThanOrEqualTo(DEADLINE);
            assertThat(answer).as(name).isInstanceOf(MoneyAnswer.Unknown.class);
        });
    }

    @Test
    void money_that_would_leave_in_the_last_moment_does_not_leave() {
        EpayClient epay = epay();
        reading = Duration.ofSeconds(14);
        MoneyAnswer<?> answer = epay.refund(REF, Optional.of(Tenge.of(50)), Optional.empty());
        assertThat(answer).isInstanceOf(MoneyAnswer.NotApplied.class);
        assertThat(answer.toString()).contains("too little to send it");
        KaspiR3 kaspi =
                KaspiR3.of(KaspiSettings.over(URI.create("https://bank.example"), http, http.over(this::answer)));
        reading = Duration.ofSeconds(28);
        assertThat(kaspi.refund(Bin.of("180340021791"), DeviceToken.of("d"), 15, Tenge.of(50)))
                .isInstanceOf(MoneyAnswer.NotApplied.class);
        reading = Duration.ofSeconds(29);
        assertThat(epay().createLink(CardOrder.of(INVOICE, Tenge.of(200), "Book"), "shop", 1))
                .as("the token took the time")
                .isInstanceOf(MoneyAnswer.NotApplied.class);
        assertThat(sent).noneMatch(WholeCallTest::money);
    }

    @Test
    void a_later_look_has_the_whole_deadline_again() {
        MoneyAnswer<?> answer = epay().cancel(REF);
        int before = sent.size();
        answer.fold(yes -> "", no -> "", unknown -> unknown.recheck());
        assertThat(sent.get(before).deadline()).isEqualTo(DEADLINE);
    }

    private EpayClient epay() {
        return EpayClient.of(EpaySettings.over(
                new EpaySettings.Hosts(
                        URI.create("https://o.example"),
                        URI.create("https://a.example"),
                        URI.create("https://w.example/payment-api.js")),
                new ClientCredentials("test", "secret", "t"),
                http,
                http.over(this::answer)));
    }
}
