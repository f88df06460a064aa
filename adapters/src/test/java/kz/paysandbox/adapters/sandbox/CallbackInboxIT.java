package kz.paysandbox.adapters.sandbox;

import static kz.paysandbox.adapters.sandbox.Stage.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.callback.Callback;
import kz.paysandbox.adapters.epay.callback.CallbackStore.Seen;
import kz.paysandbox.adapters.epay.callback.CallbackVerdict;
import kz.paysandbox.adapters.epay.callback.CallbackVerifier;
import kz.paysandbox.adapters.epay.callback.InMemoryCallbackStore;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.Links;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.merchant.callback.CallbackInbox;
import kz.paysandbox.adapters.merchant.callback.JdbcCallbackStore;
import kz.paysandbox.adapters.merchant.callback.Receipt;
import kz.paysandbox.adapters.merchant.callback.StoredCallback.State;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.money.Tenge;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Halyk: a shop that stores what it hears in its database, and acts on it there. */
@ExtendWith(WithSandbox.class)
class CallbackInboxIT {
    private final Stage stage;
    private final EpayClient epay;
    private final HttpServer server;
    private final JdbcDataSource source = new JdbcDataSource();
    private final Database database;
    private final CallbackVerifier verifier;
    private final CallbackInbox inbox;
    private final Map<InvoiceId, CardOrder> orders = new ConcurrentHashMap<>();
    private final BlockingQueue<byte[]> bodies = new LinkedBlockingQueue<>();

    CallbackInboxIT(Stage stage, @TempDir Path folder) throws Exception {
        this.stage = stage;
        this.epay = stage.kzpay().epay();
        source.setURL("jdbc:h2:file:" + folder.resolve("shop") + ";DB_CLOSE_DELAY=0");
        this.database = Database.of(source);
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table shop_order (invoice varchar(20) primary key, state varchar(20))");
        }
        this.verifier = epay.callbacks(id -> Optional.ofNullable(orders.get(id)), InMemoryCallbackStore.of(100));
        this.inbox = CallbackInbox.of(database, Clock.systemUTC(), verifier, CallbackInboxIT::paid);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/callback", this::hear);
        server.start();
    }

    private void hear(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Receipt receipt = inbox.receive(body);
        told(receipt);
        exchange.sendResponseHeaders(receipt.httpStatus(), -1);
        exchange.close();
        bodies.add(body);
    }

    private static void paid(Transaction transaction, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into shop_order values (?, ?)")) {
            statement.setString(1, transaction.invoiceId());
            statement.setString(2, transaction.state().raw());
            statement.executeUpdate();
        }
    }

    @AfterEach
    void close() {
        epay.close();
        server.stop(0);
    }

    @Test
    void a_callback_is_stored_and_the_order_is_paid_in_the_same_database() throws Exception {
        CardOrder order = order();
        pay(order);
        Callback callback = Callback.parse(heard());
        told(callback);
        assertThat(inbox.in(State.WAITING, 10)).hasSize(1);
        byte[] forged = "{\"id\":\"%s\",\"invoiceId\":\"%s\",\"amount\":1,\"currency\":\"KZT\",\"code\":\"ok\"}"
                .formatted(new UUID(1, 1), order.invoiceId())
                .getBytes(StandardCharsets.UTF_8);
        assertThat(inbox.receive(forged).httpStatus()).isEqualTo(400);
        assertThat(inbox.in(State.REJECTED, 10)).hasSize(1);
        assertThat(inbox.withRetries(List.of(Duration.ofMinutes(1))).work(order.invoiceId()))
                .isEqualTo(1);
        assertThat(inbox.in(State.DONE, 10)).hasSize(1);
        assertThat(state(order)).isEqualTo("CHARGE");
        assertThat(JdbcCallbackStore.of(database, Clock.systemUTC()).once(callback.id(), 3, () -> {}))
                .isEqualTo(Seen.DUPLICATE);
        assertThat(inbox.prune(Duration.ofDays(90))).isZero();
    }

    @Test
    void a_shop_may_judge_in_steps_and_act_in_its_own_transaction() throws Exception {
        CardOrder order = order();
        pay(order);
        Callback callback = Callback.parse(heard());
        assertThat(verifier.mismatch(callback)).isEmpty();
        JdbcCallbackStore store = JdbcCallbackStore.of(database, Clock.systemUTC());
        assertThatThrownBy(() -> store.onceWith(callback.id(), 3, connection -> {
                    throw new SQLException("no");
                }))
                .hasMessage("the database failed, no SQLSTATE")
                .hasRootCauseMessage("no");
        try (Connection shop = source.getConnection()) {
            shop.setAutoCommit(false);
            CallbackVerdict verdict =
                    verifier.over(store.within(shop)).confirm(callback, transaction -> told(transaction.ref()));
            assertThat(verdict.kind()).isEqualTo(CallbackVerdict.Kind.ACCEPTED);
            shop.commit();
        }
        assertThat(inbox.work()).isEqualTo(1);
        assertThat(state(order)).isEqualTo("none");
    }

    private String state(CardOrder order) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select state from shop_order where invoice = ?")) {
            statement.setString(1, order.invoiceId().value());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "none";
            }
        }
    }

    private CardOrder order() {
        URI callback = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/callback");
        CardOrder order = CardOrder.of(stage.order(), Tenge.of(200), "Book")
                .reportedTo(Links.of(callback, URI.create("https://shop.example/thanks")))
                .withSecretHash("another-word-of-our-own");
        stage.secrets().keep(order, "another-word-of-our-own");
        orders.put(order.invoiceId(), order);
        return order;
    }

    private void pay(CardOrder order) {
        told(epay.pay(order, Cards.cryptogram(stage, epay, Cards.GOOD, Cards.TERMINAL)));
    }

    private byte[] heard() throws InterruptedException {
        byte[] body = bodies.poll(30, TimeUnit.SECONDS);
        assertThat(body).as("a callback within 30 s").isNotNull();
        return body == null ? new byte[0] : body;
    }
}
