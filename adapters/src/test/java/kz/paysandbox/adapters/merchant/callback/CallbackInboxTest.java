package kz.paysandbox.adapters.merchant.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.EpaySettings;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.ClientCredentials;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.merchant.TestSource;
import kz.paysandbox.adapters.merchant.callback.StoredCallback.State;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.ScriptedBank;
import kz.paysandbox.adapters.transport.TestSurroundings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A callback is stored, answered, and done only when the shop's own writing is committed with it. */
class CallbackInboxTest {
    private static final String ID = "af2089fe-43b1-47eb-a61f-c78dd196e18d";
    private static final String TERMINAL = "67e34d63-102f-4bd1-898e-370781d0074d";
    private static final CardOrder ORDER =
            CardOrder.of(InvoiceId.of("205218074"), Tenge.of(200), "Book").withSecretHash("shop-word");

    private final TestSurroundings time = TestSurroundings.create();
    private final ScriptedBank bank = new ScriptedBank();

    /** A shop with a table of its own in the same database. */
    private final class Shop {
        final DataSource source;
        final CallbackInbox inbox;
        boolean broken;

        Shop(TestSource kind) {
            source = kind.open();
            execute("create table shop_order (invoice varchar(20), state varchar(20))");
            inbox = CallbackInbox.of(
                    Database.of(source),
                    time,
                    client().callbacks(
                                    invoice -> Optional.of(ORDER)
                                            .filter(order -> order.invoiceId().equals(invoice)),
                                    (id, stage, handler) -> {
                                        throw new AssertionError("the inbox has a memory of its own");
                                    }),
                    this::paid);
        }

        private void paid(Transaction transaction, Connection connection) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement("insert into shop_order values (?, ?)")) {
                statement.setString(1, transaction.invoiceId());
                statement.setString(2, transaction.state().raw());
                statement.executeUpdate();
            }
            if (broken) {
                throw new IllegalStateException("the shop's handler crashes");
            }
        }

        List<String> orders() {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement();
                    var rows = statement.executeQuery("select state from shop_order order by state")) {
                List<String> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(rows.getString(1));
                }
                return read;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void execute(String sql) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
                if (!connection.getAutoCommit()) {
                    connection.commit();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_callback_whose_handler_crashed_is_tried_again_and_the_order_is_paid_once(TestSource kind) {
        Shop shop = new Shop(kind);
        token();
        assertThat(shop.inbox.receive(body(ID, "ok"))).isEqualTo(new Receipt(200, "stored"));
        shop.broken = true;
        bank.answers(status("CHARGE"));
        assertThat(shop.inbox.work()).isEqualTo(1);
        assertThat(shop.orders()).isEmpty();
        StoredCallback waiting = shop.inbox.in(State.WAITING, 10).get(0);
        assertThat(waiting.error().orElseThrow()).contains("the shop's handler crashes");
        assertThat(shop.inbox.work()).isZero();
        shop.broken = false;
        time.advance(Duration.ofMinutes(1));
        bank.answers(status("CHARGE"));
        assertThat(shop.inbox.work()).isEqualTo(1);
        assertThat(shop.orders()).containsExactly("CHARGE");
        assertThat(shop.inbox.in(State.DONE, 10)).hasSize(1);
        shop.inbox.receive(body(ID, "ok"));
        bank.answers(status("CHARGE"));
        assertThat(shop.inbox.work()).isEqualTo(1);
        assertThat(shop.orders()).containsExactly("CHARGE");
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_POOLED", "POSTGRES_POOLED"})
    void an_unconfirmed_callback_is_tried_after_1_5_15_minutes_1_and_6_hours_and_then_shown(TestSource kind) {
        Shop shop = new Shop(kind);
        token();
        shop.inbox.receive(body(ID, "ok"));
        bank.answers(status("NEW"));
        shop.inbox.work();
        for (Duration pause : List.of(
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(15),
                Duration.ofHours(1),
                Duration.ofHours(6))) {
            time.advance(pause.minusSeconds(1));
            assertThat(shop.inbox.work()).isZero();
            assertThat(shop.inbox.in(State.EXHAUSTED, 10)).isEmpty();
            time.advance(Duration.ofSeconds(1));
            token();
            bank.answers(status("NEW"));
            bank.answers(status("NEW"));
            assertThat(shop.inbox.work()).isEqualTo(1);
        }
        assertThat(shop.inbox.in(State.EXHAUSTED, 10)).hasSize(1);
        time.advance(Duration.ofDays(1));
        assertThat(shop.inbox.work()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_POOLED", "POSTGRES_POOLED"})
    void two_processes_try_a_callback_once(TestSource kind) {
        Shop shop = new Shop(kind);
        token();
        shop.inbox.receive(body(ID, "ok"));
        bank.answers(status("CHARGE"))
                .whenAsked(() -> assertThat(shop.inbox.work()).isZero());
        assertThat(shop.inbox.work()).isEqualTo(1);
        assertThat(shop.orders()).containsExactly("CHARGE");
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_POOLED", "POSTGRES_POOLED"})
    void a_callback_that_comes_again_while_it_is_tried_is_tried_again(TestSource kind) {
        Shop shop = new Shop(kind);
        token();
        shop.inbox.receive(body(ID, "ok"));
        bank.answers(status("AUTH")).whenAsked(() -> shop.inbox.receive(body(ID, "ok")));
        assertThat(shop.inbox.work()).isEqualTo(1);
        bank.answers(status("CHARGE")).whenAsked(() -> {});
        assertThat(shop.inbox.work()).isEqualTo(1);
        assertThat(shop.orders()).containsExactly("AUTH", "CHARGE");
        assertThat(shop.inbox.in(State.DONE, 10)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_POOLED", "POSTGRES_POOLED"})
    void what_does_not_fit_is_neither_stored_nor_asked_about_and_forgeries_are_bounded(TestSource kind) {
        Shop shop = new Shop(kind);
        for (String forged : List.of(
                "{}",
                text(ID, "ok").replace("205218074", "205218075"),
                text(ID, "ok").replace("\"amount\":200", "\"amount\":20"),
                text(ID, "ok").replace("shop-word", "guess"))) {
            assertThat(shop.inbox
                            .receive(forged.getBytes(StandardCharsets.UTF_8))
                            .httpStatus())
                    .isEqualTo(400);
        }
        assertThat(shop.inbox.in(State.WAITING, 10)).isEmpty();
        assertThat(bank.requests()).isEmpty();
        List<Integer> answers = IntStream.range(0, 22)
                .mapToObj(i -> shop.inbox
                        .receive(body(new UUID(1, i).toString(), "ok"))
                        .httpStatus())
                .toList();
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(20);
        assertThat(answers.stream().filter(status -> status == 503)).hasSize(2);
        assertThat(shop.inbox.receive(body(new UUID(1, 0).toString(), "ok")).httpStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_POOLED", "POSTGRES_POOLED"})
    void another_payments_callback_is_rejected_and_old_rows_are_pruned(TestSource kind) {
        Shop shop = new Shop(kind);
        token();
        shop.inbox.receive(body("00000000-0000-0000-0000-000000000001", "ok"));
        bank.answers(status("CHARGE"));
        shop.inbox.work();
        assertThat(shop.inbox.in(State.REJECTED, 10)).hasSize(1);
        assertThat(shop.orders()).isEmpty();
        assertThat(shop.inbox.prune(Duration.ofDays(90))).isZero();
        time.advance(Duration.ofDays(91));
        assertThat(shop.inbox.prune(Duration.ofDays(90))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_POOLED", "POSTGRES_POOLED"})
    void a_hold_and_the_charge_after_it_are_two_stages_and_a_late_hold_is_none(TestSource kind) {
        Shop shop = new Shop(kind);
        token();
        for (String state : List.of("AUTH", "CHARGE", "AUTH")) {
            shop.inbox.receive(body(ID, "ok"));
            bank.answers(status(state));
            assertThat(shop.inbox.work()).isEqualTo(1);
        }
        assertThat(shop.orders()).containsExactly("AUTH", "CHARGE");
    }

    private void token() {
        bank.answers("{\"access_token\":\"DCEB8O\",\"expires_in\":720000,\"token_type\":\"Bearer\"}");
    }

    private EpayClient client() {
        HttpSettings http = HttpSettings.standard(time.surroundings());
        return EpayClient.of(EpaySettings.over(
                new EpaySettings.Hosts(
                        URI.create("https://oauth.example"),
                        URI.create("https://api.example"),
                        URI.create("https://widget.example")),
                new ClientCredentials("test", "secret", TERMINAL),
                http,
                http.over(bank)));
    }

    private static byte[] body(String id, String code) {
        return text(id, code).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String id, String code) {
        return "{\"amount\":200,\"cardMask\":\"440563...5096\",\"code\":\"" + code
                + "\",\"currency\":\"KZT\",\"transactionId\":\"" + id
                + "\",\"invoiceId\":\"205218074\",\"reasonCode\":null,\"secret_hash\":\"shop-word\",\"terminal\":\"98120001\"}";
    }

    private static String status(String name) {
        return "{\"resultCode\":\"100\",\"transaction\":{\"id\":\"" + ID
                + "\",\"invoiceID\":\"205218074\",\"amount\":200,\"currency\":\"KZT\",\"terminal\":\"98120001\","
                + "\"terminalID\":\"" + TERMINAL + "\",\"statusName\":\"" + name + "\"}}";
    }
}
