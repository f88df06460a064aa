package kz.paysandbox.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.gateway.TestClock;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.store.AttentionTable.Item;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.WebhookTable.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookSenderTest {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6));
    private static final String SHOP = "5";

    /** The library of Standard Webhooks judges timestamps by the machine's clock. */
    private final TestClock clock = new TestClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));

    private final GatewayDatabase database = TestDatabase.H2.open(clock);
    private final List<WebhookClient.SignedMessage> sent = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final WebhookSender sender = new WebhookSender(database, this::receive, PAUSES, clock);
    private Duration each = Duration.ZERO;

    private Delivery receive(String url, WebhookClient.SignedMessage message) {
        assertThat(url).isEqualTo("https://shop.example/hooks");
        sent.add(message);
        clock.advance(each);
        return Delivery.answered(refused.contains(message.id()) ? 500 : 200);
    }

    @AfterEach
    void end() {
        database.close();
    }

    private String address(Optional<Duration> rotation) {
        String secret = WebhookSecret.make(new SecureRandom());
        database.transaction(sql -> {
            database.tables()
                    .webhooks()
                    .endpoints()
                    .put(sql, SHOP, "https://shop.example/hooks", secret, rotation.map(clock.instant()::plus));
            return true;
        });
        return secret;
    }

    private void message(String id) {
        database.transaction(sql -> {
            database.tables()
                    .webhooks()
                    .messages()
                    .insert(sql, new Message(id, SHOP, "payment.completed", "payment", "{\"of\":\"" + id + "\"}", 0));
            return true;
        });
    }

    private List<String> ids() {
        List<String> ids = sent.stream().map(WebhookClient.SignedMessage::id).toList();
        sent.clear();
        return ids;
    }

    private Optional<String> state(String id) {
        return database.transaction(sql -> sql.first(
                "select state, attempt, last_error from webhook where id = ?",
                row -> row.getString(1) + " " + row.getInt(2) + " " + row.getString(3),
                id));
    }

    private Optional<Duration> sent() {
        Instant before = clock.instant();
        return sender.send(SHOP).map(at -> Duration.between(before, at));
    }

    @Test
    void messages_go_out_in_their_order_and_once() {
        address(Optional.empty());
        for (int i = 0; i < 45; i++) {
            message("msg_" + i);
        }
        assertThat(sent()).isEmpty();
        assertThat(ids()).hasSize(45).startsWith("msg_0", "msg_1", "msg_2").endsWith("msg_44");
        assertThat(state("msg_7")).contains("delivered 1 null");
        assertThat(sent()).isEmpty();
        assertThat(ids()).isEmpty();
    }

    @Test
    void a_failure_of_the_first_holds_all_back_for_longer_each_time() {
        address(Optional.empty());
        message("msg_1");
        message("msg_2");
        refused.add("msg_1");
        for (Duration pause : PAUSES) {
            assertThat(sent()).contains(pause);
            assertThat(ids()).containsExactly("msg_1");
            clock.advance(pause);
        }
        assertThat(state("msg_1")).contains("waiting 5 the shop answered 500");
        assertThat(attention()).isEmpty();

        assertThat(sent()).contains(Duration.ZERO);
        assertThat(ids()).containsExactly("msg_1");
        assertThat(state("msg_1")).contains("exhausted 6 the shop answered 500");
        assertThat(attention()).hasSize(1);
        assertThat(attention().get(0).what()).contains("msg_1", "payment.completed", "6 tries", "answered 500");
        assertThat(attention().get(0).shop()).contains(SHOP);

        assertThat(sent()).isEmpty();
        assertThat(ids()).containsExactly("msg_2");
        assertThat(failures()).isZero();
    }

    @Test
    void a_shop_that_stays_dead_is_asked_seldom() {
        address(Optional.empty());
        message("msg_1");
        message("msg_2");
        refused.addAll(List.of("msg_1", "msg_2"));
        for (int i = 0; i < 6; i++) {
            sent();
        }
        assertThat(sent()).contains(Duration.ofHours(6));
        assertThat(state("msg_2")).contains("waiting 1 the shop answered 500");
        assertThat(failures()).isEqualTo(7);
    }

    @Test
    void a_success_after_failures_begins_anew() {
        address(Optional.empty());
        message("msg_1");
        refused.add("msg_1");
        sent();
        sent();
        refused.clear();
        assertThat(sent()).isEmpty();
        assertThat(state("msg_1")).contains("delivered 3 null");
        message("msg_2");
        refused.add("msg_2");
        assertThat(sent()).contains(Duration.ofMinutes(1));
    }

    @Test
    void a_shop_without_an_address_is_told_nothing_and_nothing_is_lost() {
        message("msg_1");
        assertThat(sent()).isEmpty();
        assertThat(waits()).isFalse();
        address(Optional.empty());
        assertThat(waits()).isTrue();
        assertThat(sent()).isEmpty();
        assertThat(ids()).containsExactly("msg_1");
        assertThat(waits()).isFalse();
    }

    @Test
    void a_slow_shop_lets_others_have_the_thread() {
        address(Optional.empty());
        for (int i = 0; i < 10; i++) {
            message("msg_" + i);
        }
        each = Duration.ofSeconds(9);
        assertThat(sender.send(SHOP)).contains(clock.instant());
        assertThat(ids()).containsExactly("msg_0", "msg_1", "msg_2");
    }

    @Test
    void each_try_has_a_new_timestamp_and_while_secrets_rotate_both_sign() throws Exception {
        String first = address(Optional.empty());
        String second = address(Optional.of(Duration.ofHours(24)));
        message("msg_1");
        refused.add("msg_1");
        sent();
        clock.advance(Duration.ofMinutes(1));
        sent();
        assertThat(sent.get(1).timestamp()).isEqualTo(sent.get(0).timestamp() + 60);
        for (WebhookClient.SignedMessage message : sent) {
            verify(first, message);
            verify(second, message);
        }
        clock.advance(Duration.ofHours(24));
        sent();
        assertThat(sent.get(2).signatures()).doesNotContain(" ");
    }

    @Test
    void a_hundred_thousand_messages_to_a_dead_shop_are_not_read() {
        address(Optional.empty());
        database.transaction(sql -> sql.update(
                "insert into webhook (id, shop, event, payment_id, body, attempt, state, created_at, updated_at)"
                        + " select 'msg_' || x, '5', 'payment.completed', 'payment', repeat('x', 500), 0, 'waiting',"
                        + " current_timestamp, current_timestamp from system_range(1, 100000)"));
        refused.add("msg_1");
        assertThat(sent()).contains(Duration.ofMinutes(1));
        assertThat(ids()).containsExactly("msg_1");
        List<String> plan = database.transaction(sql -> sql.query(
                "explain select * from webhook where shop = '5' and state = 'waiting' order by shop, state, sequence_number"
                        + " fetch first 20 rows only",
                row -> row.getString(1)));
        assertThat(plan.get(0)).containsIgnoringCase("webhook_waiting").contains("index sorted");
    }

    private static void verify(String secret, WebhookClient.SignedMessage message) throws Exception {
        new Webhook(secret)
                .verify(
                        message.body(),
                        HttpHeaders.of(
                                Map.of(
                                        "webhook-id", List.of(message.id()),
                                        "webhook-timestamp", List.of(Long.toString(message.timestamp())),
                                        "webhook-signature", List.of(message.signatures())),
                                (name, value) -> true));
    }

    private List<Item> attention() {
        return database.transaction(sql -> database.tables().attention().open(sql, 10));
    }

    private int failures() {
        return database.transaction(
                        sql -> database.tables().webhooks().endpoints().find(sql, SHOP))
                .orElseThrow()
                .failures();
    }

    private boolean waits() {
        return database.transaction(sql -> sender.waits(sql, SHOP));
    }
}
