package kz.paysandbox.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.EpaySettings;
import kz.paysandbox.adapters.epay.callback.CallbackVerdict;
import kz.paysandbox.adapters.epay.callback.CallbackVerifier;
import kz.paysandbox.adapters.epay.callback.InMemoryCallbackStore;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.ClientCredentials;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.Links;
import kz.paysandbox.adapters.kaspi.KaspiR1;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.KaspiSettings;
import kz.paysandbox.adapters.kaspi.payment.ApiKey;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.FollowedPayment;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.adapters.merchant.callback.CallbackInbox;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.testing.FakeBank;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.RetryPolicy;
import kz.paysandbox.adapters.transport.ScriptedBank;
import kz.paysandbox.adapters.transport.TestSurroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's Java is this file's and ReadmeRefundIT's: each snippet is run there, and compared with the README word by word. */
class ReadmeSnippetsTest {
    private static final Bin BIN = Bin.of("180340021791");
    private static final String DEVICE = "{\"StatusCode\":0,\"Data\":{\"DeviceToken\":\"2be4cc91\"}}";
    private static final String QR =
            "{\"StatusCode\":0,\"Data\":{\"QrToken\":\"512\",\"ExpireDate\":\"2026-11-21T14:03:00.000+05:00\",\"QrPaymentId\":15}}";
    private static final String DETAILS =
            "{\"StatusCode\":0,\"Data\":{\"QrPaymentId\":15,\"TotalAmount\":200,\"AvailableReturnAmount\":200,"
                    + "\"TransactionDate\":\"2026-11-21T14:03:00.000+05:00\"}}";

    @TempDir
    Path home;

    private final List<String> shown = new ArrayList<>();
    private final ScriptedBank bank = new ScriptedBank();
    private final TestSurroundings time = TestSurroundings.create();
    private final HttpSettings http = HttpSettings.standard(time.surroundings());
    private final KaspiSettings kaspi = KaspiSettings.over(URI.create("https://bank.example"), http, http.over(bank));

    @Test
    void first_payment() {
        bank.answers(DEVICE).answers(QR);
        KaspiR1 kaspi = KaspiR1.of(this.kaspi, ApiKey.of("test_sandbox"));
        // snippet: first payment
        DeviceToken till = kaspi.registerDevice("TILL-1", 1);
        QrPayment payment =
                kaspi.createQr(Order.of(till, Tenge.of(200), "order-15")).orThrow();
        show(payment.qrToken());
        // end
        assertThat(shown).containsExactly("512");
    }

    @Test
    void following() {
        KaspiR1 kaspi = KaspiR1.of(this.kaspi, ApiKey.of("test_sandbox"));
        bank.answers(DEVICE).answers(QR);
        QrPayment payment = kaspi.createQr(Order.of(kaspi.registerDevice("TILL-1", 1), Tenge.of(200), "order-15"))
                .orThrow();
        // snippet: following
        FollowedPayment following = kaspi.follow(payment, status -> show("now " + status.raw()));
        CompletableFuture<Void> told = following
                .end()
                .thenAccept(end -> show(
                        switch (end.outcome()) {
                            case PAID -> "paid";
                            case NOT_PAID -> "not paid";
                            case UNCONFIRMED -> "ask again later";
                        }));
        // end
        following.cancel();
        assertThat(told).isCompletedExceptionally();
    }

    @Test
    void refund() {
        KaspiR3 kaspi = KaspiR3.of(this.kaspi);
        DeviceToken till = DeviceToken.of("2be4cc91");
        long paymentId = 15;
        String less = DETAILS.replace("Amount\":200,\"T", "Amount\":150,\"T");
        bank.answers(DETAILS).losesTheAnswer().answers(less).answers(less).answers(less);
        // snippet: refund
        MoneyAnswer<Refund> answer = kaspi.refund(BIN, till, paymentId, Tenge.of(50));
        String text = answer.fold(
                applied -> "refunded " + applied.value().amount() + " tenge",
                notApplied -> "not refunded: " + notApplied.reason().getMessage(),
                unknown -> "look again later: " + unknown.finding());
        show(text);
        // end
        assertThat(shown)
                .containsExactly("look again later: organisation 180340021791, till [hidden]:"
                        + " refundable was 200.00 and is 150.00 tenge,"
                        + " which another refund of this amount explains as well");
    }

    @Test
    void several_organisations() {
        KaspiR3 kaspi = KaspiR3.of(this.kaspi);
        Path file = home.resolve("shops");
        var clock = time;
        bank.answers(DEVICE).answers(QR);
        // snippet: several organisations
        MerchantKaspi merchant = MerchantKaspi.of(kaspi, Database.file(file), clock);
        merchant.register("books", BIN, 1, "TILL-1", "front desk");
        QrPayment payment = merchant.createQr("books", Optional.of(BIN), Tenge.of(200), "order-15")
                .orThrow();
        show(merchant.log().last("books", 10).get(0).state().name());
        // end
        assertThat(payment.id()).isEqualTo(15);
        assertThat(shown).containsExactly("APPLIED");
    }

    @Test
    void cards() {
        EpayClient epay = epay();
        bank.answers("{\"access_token\":\"t\",\"expires_in\":7200}");
        URI callback = URI.create("https://shop.example/callback");
        URI back = URI.create("https://shop.example/thanks");
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        // snippet: cards
        CardOrder order = CardOrder.of(InvoiceId.of("205218074"), Tenge.of(200), "Book")
                .reportedTo(Links.of(callback, back))
                .withSecretHash("a-word-of-our-own");
        String json = epay.widget(order).json();

        CallbackVerifier verifier = epay.callbacks(id -> Optional.of(order), InMemoryCallbackStore.of(10_000));
        CallbackVerdict verdict = verifier.handle(body, transaction -> show("paid: " + transaction.invoiceId()));
        show(verdict.httpStatus() + " " + verdict.reason());
        // end
        assertThat(json).contains("205218074");
        assertThat(shown).containsExactly("400 a callback without id");
    }

    @Test
    void a_callback_inbox() {
        CardOrder order = CardOrder.of(InvoiceId.of("205218074"), Tenge.of(200), "Book");
        String id = "af2089fe-43b1-47eb-a61f-c78dd196e18d";
        bank.answers("{\"access_token\":\"t\",\"expires_in\":7200}")
                .answers(
                        "{\"resultCode\":\"100\",\"transaction\":{\"id\":\"" + id
                                + "\",\"invoiceID\":\"205218074\",\"amount\":200,\"currency\":\"KZT\",\"statusName\":\"CHARGE\"}}");
        CallbackVerifier verifier = epay().callbacks(invoice -> Optional.of(order), InMemoryCallbackStore.of(10_000));
        byte[] body = ("{\"transactionId\":\"" + id
                        + "\",\"invoiceId\":\"205218074\",\"amount\":200,\"currency\":\"KZT\",\"code\":\"ok\"}")
                .getBytes(StandardCharsets.UTF_8);
        Path file = home.resolve("shop");
        var clock = time;
        // snippet: callback inbox
        CallbackInbox inbox = CallbackInbox.of(
                Database.file(file),
                clock,
                verifier,
                (transaction, connection) -> markPaid(connection, transaction.invoiceId()));
        show(inbox.receive(body).reason() + ", tried " + inbox.work());
        // end
        assertThat(shown).containsExactly("205218074 is paid", "stored, tried 1");
    }

    private void markPaid(Connection connection, String invoice) {
        assertThat(connection).isNotNull();
        show(invoice + " is paid");
    }

    private EpayClient epay() {
        return EpayClient.of(EpaySettings.over(
                new EpaySettings.Hosts(
                        URI.create("https://o.example"),
                        URI.create("https://a.example"),
                        URI.create("https://w.example")),
                new ClientCredentials("test", "secret", "67e34d63-102f-4bd1-898e-370781d0074d"),
                http,
                http.over(bank)));
    }

    @Test
    void settings() {
        Map<String, String> properties = Map.of(
                "kzpay.backend", "test",
                "kzpay.epay.client-id", "test",
                "kzpay.epay.client-secret", "secret",
                "kzpay.epay.terminal", "t");
        Settings settings = Settings.of(properties, Map.of());
        // snippet: settings
        Kzpay kzpay = Kzpay.builder()
                .settings(settings)
                .deadline(Duration.ofSeconds(20))
                .retryReads(RetryPolicy.standard())
                .listener(call -> show(call.operation() + " took " + call.took().toMillis() + " ms"))
                .build();
        try (EpayClient epay = kzpay.epay()) {
            show(epay.getClass().getSimpleName());
        }
        // end
        assertThat(shown).containsExactly("HttpEpayClient");
    }

    @Test
    void fake_bank() {
        // snippet: fake bank
        FakeBank bank = FakeBank.create();
        KaspiR3 kaspi = bank.clients().build().kaspiR3();
        DeviceToken till = kaspi.registerDevice(BIN, "TILL-1", 1);
        QrPayment payment =
                kaspi.createQr(BIN, Order.of(till, Tenge.of(200), "order-15")).orThrow();
        bank.customerPays(payment.id());
        show(kaspi.status(payment.id()).raw());
        // end
        kaspi.close();
        assertThat(shown).containsExactly("Processed");
    }

    @Test
    void the_readme_shows_these_snippets_and_no_others() throws Exception {
        Path tests = Path.of("src/test/java/kz/paysandbox/adapters");
        String source = Files.readString(tests.resolve("ReadmeSnippetsTest.java"))
                + Files.readString(tests.resolve("sandbox/ReadmeRefundIT.java"));
        Matcher snippets = Pattern.compile("// snippet: [a-z ]+\\n(.*?)\\n *// end", Pattern.DOTALL)
                .matcher(source);
        List<String> run = new ArrayList<>();
        while (snippets.find()) {
            run.add(snippets.group(1).stripIndent().strip());
        }
        Matcher blocks =
                Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("README.md")));
        List<String> printed = new ArrayList<>();
        while (blocks.find()) {
            printed.add(blocks.group(1).strip());
        }
        assertThat(printed).containsExactlyInAnyOrderElementsOf(run);
    }

    private void show(String text) {
        shown.add(text);
    }
}
