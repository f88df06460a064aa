package kz.paysandbox.adapters.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.callback.CallbackVerdict;
import kz.paysandbox.adapters.epay.callback.CallbackVerifier;
import kz.paysandbox.adapters.epay.callback.InMemoryCallbackStore;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.Links;
import kz.paysandbox.adapters.epay.payment.Payer;
import kz.paysandbox.adapters.kaspi.KaspiR1;
import kz.paysandbox.adapters.kaspi.KaspiR3;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The README's snippets that call a bank, as they are printed; none of them leaves a finding. */
@ExtendWith(WithSandbox.class)
class ReadmeSnippetsIT {
    private static final Bin BIN = Stage.BIN;

    @TempDir
    Path home;

    private final Stage stage;
    private final List<String> shown = new CopyOnWriteArrayList<>();

    ReadmeSnippetsIT(Stage stage) {
        this.stage = stage;
    }

    @BeforeEach
    void begin() {
        stage.sandbox().control("POST", "/reset", Map.of(), "main");
    }

    @AfterEach
    void the_bank_has_nothing_to_remark() {
        assertThat(stage.sandbox().get("/findings")).isEmpty();
    }

    @Test
    void first_payment() throws IOException {
        try (KaspiR1 kaspi = stage.kzpay().kaspiR1()) {
            // snippet: first payment
            DeviceToken till = kaspi.registerDevice("TILL-1", 1);
            QrPayment payment =
                    kaspi.createQr(Order.of(till, Tenge.of(200), "order-15")).orThrow();
            show(payment.qrToken());
            // end
        }
        assertThat(shown).singleElement().asString().matches("\\d{41}");
    }

    @Test
    void following() throws Exception {
        try (KaspiR1 kaspi = stage.kzpay().kaspiR1()) {
            QrPayment payment = kaspi.createQr(Order.of(kaspi.registerDevice("TILL-1", 1), Tenge.of(200), "order-15"))
                    .orThrow();
            stage.sandbox().post("/payments/" + payment.id() + "/scan", Map.of());
            stage.sandbox().post("/payments/" + payment.id() + "/confirm", Map.of());
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
            told.get(60, TimeUnit.SECONDS);
        }
        assertThat(shown).contains("now Processed").last().isEqualTo("paid");
    }

    @Test
    void refund() throws IOException {
        try (KaspiR3 kaspi = stage.kzpay().kaspiR3()) {
            DeviceToken till = kaspi.registerDevice(BIN, "TILL-1", 1);
            long paymentId = kaspi.createQr(BIN, Order.of(till, Tenge.of(200), "order-15"))
                    .orThrow()
                    .id();
            kaspi.testHooks().scan(paymentId);
            kaspi.testHooks().confirm(paymentId);
            // snippet: refund
            MoneyAnswer<Refund> answer = kaspi.refund(BIN, till, paymentId, Tenge.of(50));
            String text = answer.fold(
                    applied -> "refunded " + applied.value().amount() + " tenge",
                    notApplied -> "not refunded: " + notApplied.reason().getMessage(),
                    unknown -> "look again later: " + unknown.finding());
            show(text);
            // end
        }
        assertThat(shown).containsExactly("refunded 50.00 tenge");
    }

    @Test
    void several_organisations() throws IOException {
        Path file = home.resolve("shops");
        Clock clock = Clock.systemUTC();
        try (KaspiR3 kaspi = stage.kzpay().kaspiR3()) {
            // snippet: several organisations
            MerchantKaspi merchant = MerchantKaspi.of(kaspi, Database.file(file), clock);
            merchant.register("books", BIN, 1, "TILL-1", "front desk");
            QrPayment payment = merchant.createQr("books", Optional.of(BIN), Tenge.of(200), "order-15")
                    .orThrow();
            show(merchant.log().last("books", 10).get(0).state().name());
            // end
            assertThat(payment.id()).isPositive();
        }
        assertThat(shown).containsExactly("APPLIED");
    }

    @Test
    void cards() throws IOException {
        URI callback = URI.create("https://shop.example/callback");
        URI back = URI.create("https://shop.example/thanks");
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        try (EpayClient epay = stage.kzpay().epay()) {
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
        }
        assertThat(shown).containsExactly("400 a callback without id");
    }

    @Test
    void a_callback_inbox() throws IOException {
        Path file = home.resolve("shop");
        Clock clock = Clock.systemUTC();
        CardOrder order = CardOrder.of(InvoiceId.of("205218074"), Tenge.of(200), "Book");
        try (EpayClient epay = stage.kzpay().epay()) {
            CardPayment payment = epay.pay(
                            order.by(Payer.named("AIBEK SANDBOX")),
                            Cards.cryptogram(stage, epay, Cards.GOOD, Cards.TERMINAL))
                    .orThrow();
            byte[] body = ("{\"id\":\"" + payment.ref().id()
                            + "\",\"invoiceId\":\"205218074\",\"amount\":200,\"currency\":\"KZT\",\"code\":\"ok\"}")
                    .getBytes(StandardCharsets.UTF_8);
            CallbackVerifier verifier = epay.callbacks(invoice -> Optional.of(order), InMemoryCallbackStore.of(10_000));
            // snippet: callback inbox
            CallbackInbox inbox = CallbackInbox.of(
                    Database.file(file),
                    clock,
                    verifier,
                    (transaction, connection) -> markPaid(connection, transaction.invoiceId()));
            show(inbox.receive(body).reason() + ", tried " + inbox.work());
            // end
        }
        assertThat(shown).containsExactly("205218074 is paid", "stored, tried 1");
    }

    private void markPaid(Connection connection, String invoice) {
        assertThat(connection).isNotNull();
        show(invoice + " is paid");
    }

    private void show(String text) {
        shown.add(text);
    }
}
