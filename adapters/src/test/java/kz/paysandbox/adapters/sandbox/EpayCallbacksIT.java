package kz.paysandbox.adapters.sandbox;

import static kz.paysandbox.adapters.sandbox.Stage.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.callback.CallbackVerdict;
import kz.paysandbox.adapters.epay.callback.CallbackVerifier;
import kz.paysandbox.adapters.epay.callback.InMemoryCallbackStore;
import kz.paysandbox.adapters.epay.payment.Card;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.Links;
import kz.paysandbox.adapters.epay.payment.TransactionState.Kind;
import kz.paysandbox.adapters.epay.payment.WidgetParameters;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Halyk: a shop that hears of its payments, judges what it hears, and has customers pay on the bank's page. */
@ExtendWith(WithSandbox.class)
class EpayCallbacksIT {
    private final Stage stage;
    private final EpayClient epay;
    private final HttpServer shop;
    private final Map<InvoiceId, CardOrder> orders = new ConcurrentHashMap<>();
    private final BlockingQueue<CallbackVerdict> verdicts = new LinkedBlockingQueue<>();
    private final CallbackVerifier verifier;

    EpayCallbacksIT(Stage stage) throws IOException {
        this.stage = stage;
        this.epay = stage.kzpay().epay();
        this.verifier = epay.callbacks(id -> Optional.ofNullable(orders.get(id)), InMemoryCallbackStore.of(1000));
        this.shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/callback", this::hear);
        shop.start();
    }

    private void hear(HttpExchange exchange) throws IOException {
        CallbackVerdict verdict =
                verifier.handle(exchange.getRequestBody().readAllBytes(), transaction -> told(transaction.ref()));
        told(verdict);
        exchange.sendResponseHeaders(verdict.httpStatus(), -1);
        exchange.close();
        verdicts.add(verdict);
    }

    @AfterEach
    void close() {
        epay.close();
        shop.stop(0);
    }

    @Test
    void a_callback_is_believed_once_the_bank_has_been_asked_and_its_copy_is_a_duplicate() throws Exception {
        CardOrder order = order();
        pay(order, Cards.GOOD);
        CallbackVerdict first = heard();
        assertThat(first.kind()).isEqualTo(CallbackVerdict.Kind.ACCEPTED);
        assertThat(first.transaction().orElseThrow().state().kind()).isEqualTo(Kind.CHARGE);
        String delivery = "";
        for (var callback : stage.sandbox().get("/callbacks")) {
            delivery =
                    callback.path("invoiceId").asText().equals(order.invoiceId().value())
                            ? callback.path("id").asText()
                            : delivery;
        }
        stage.sandbox().post("/callbacks/" + delivery + "/replay", Map.of());
        assertThat(heard().kind()).isEqualTo(CallbackVerdict.Kind.DUPLICATE);
    }

    @Test
    void a_declined_payment_is_reported_and_believed_too() throws Exception {
        pay(order(), Cards.POOR);
        CallbackVerdict verdict = heard();
        assertThat(verdict.kind()).isEqualTo(CallbackVerdict.Kind.ACCEPTED);
        assertThat(verdict.transaction().orElseThrow().state().kind()).isEqualTo(Kind.REJECT);
    }

    @Test
    void a_callback_for_another_amount_is_a_mismatch() throws Exception {
        CardOrder order = order();
        pay(order, Cards.GOOD);
        heard();
        orders.put(order.invoiceId(), CardOrder.of(order.invoiceId(), Tenge.of(999), "Book"));
        String forged = "{\"id\":\"x\",\"invoiceId\":\"" + order.invoiceId()
                + "\",\"amount\":200,\"currency\":\"KZT\",\"code\":\"ok\"}";
        assertThat(verifier.handle(forged.getBytes(StandardCharsets.UTF_8), transaction -> {})
                        .kind())
                .isEqualTo(CallbackVerdict.Kind.MISMATCH);
    }

    @Test
    void the_banks_page_takes_the_widgets_parameters_and_the_customers_card() throws Exception {
        CardOrder order = order();
        WidgetParameters widget = epay.widget(order);
        String token = Stage.found(widget.json(), "\"access_token\":\"([^\"]+)\"");
        assertThat(Secrets.ACCESS_TOKEN
                        .matcher(stage.secrets().keep(token, token))
                        .matches())
                .isTrue();
        told(widget);
        URI start = stage.sandbox().listener("epay").resolve("/payform/start");
        HttpResponse<String> page =
                stage.submit(start, "mode=page&payment=" + URLEncoder.encode(widget.json(), StandardCharsets.UTF_8));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.uri().getPath()).startsWith("/payform/pay/");
        String cryptogram =
                Cards.cryptogram(stage, epay, Cards.GOOD, Cards.TERMINAL).value();
        HttpResponse<String> paid = stage.submit(
                page.uri().resolve(page.uri().getPath() + "/card"),
                "name=A+B&cryptogram=" + URLEncoder.encode(cryptogram, StandardCharsets.UTF_8));
        assertThat(paid.statusCode()).as(paid.body()).isEqualTo(200);
        assertThat(heard().kind()).isEqualTo(CallbackVerdict.Kind.ACCEPTED);
        assertThat(epay.status(order.invoiceId()).orElseThrow().state().kind()).isEqualTo(Kind.CHARGE);
    }

    private CardOrder order() {
        URI callback = URI.create("http://127.0.0.1:" + shop.getAddress().getPort() + "/callback");
        CardOrder order = CardOrder.of(stage.order(), Tenge.of(200), "Book")
                .reportedTo(Links.of(callback, URI.create("https://shop.example/thanks")))
                .withSecretHash("a-word-of-our-own");
        stage.secrets().keep(order, "a-word-of-our-own");
        orders.put(order.invoiceId(), order);
        return order;
    }

    private void pay(CardOrder order, Card card) {
        told(epay.pay(order, Cards.cryptogram(stage, epay, card, Cards.TERMINAL)));
    }

    private CallbackVerdict heard() throws InterruptedException {
        CallbackVerdict verdict = verdicts.poll(30, TimeUnit.SECONDS);
        assertThat(verdict).as("a verdict within 30 s").isNotNull();
        return verdict;
    }
}
