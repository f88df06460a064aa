package kz.paysandbox.gateway.webhook;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Subject;
import kz.paysandbox.gateway.store.EndpointTable.Endpoint;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.Tables;
import kz.paysandbox.gateway.store.WebhookTable.Message;
import kz.paysandbox.gateway.store.WebhookTable.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a shop's messages in the order in which they were written. A failure of the first one holds all of them back,
 * for longer each time; after the last try it is given to a person and the next one is tried. A message that was
 * acknowledged while this process died is sent again under the same id.
 */
public final class WebhookSender {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final int PAGE = 20;
    private static final Duration LONGEST_RUN = Duration.ofSeconds(20);

    private final GatewayDatabase database;
    private final Tables tables;
    private final WebhookClient client;
    private final List<Duration> pauses;
    private final Clock clock;

    /**
     * A sender over the outbox.
     *
     * @param pauses after the first failure, the second and so on ({@code retries.after}); when one has been waited for
     *     each, a message is given up at the next failure
     */
    public WebhookSender(GatewayDatabase database, WebhookClient client, List<Duration> pauses, Clock clock) {
        this.database = database;
        this.tables = database.tables();
        this.client = client;
        this.pauses = List.copyOf(pauses);
        this.clock = clock;
    }

    /**
     * Sends what waits for a shop, for up to 20 s.
     *
     * @return when to go on; empty when nothing waits, or the shop has no address
     */
    public Optional<Instant> send(String shop) {
        Instant end = clock.instant().plus(LONGEST_RUN);
        while (true) {
            Optional<Endpoint> endpoint =
                    database.transaction(sql -> tables.webhooks().endpoints().find(sql, shop));
            List<Message> page =
                    database.transaction(sql -> tables.webhooks().messages().waiting(sql, shop, PAGE));
            if (endpoint.isEmpty() || page.isEmpty()) {
                return Optional.empty();
            }
            int failures = endpoint.get().failures();
            for (Message message : page) {
                Optional<String> failure = client.send(endpoint.get().url(), signed(endpoint.get(), message))
                        .failure();
                if (failure.isPresent()) {
                    return failed(message, failures, failure.get());
                }
                delivered(message, failures);
                failures = 0;
                if (clock.instant().isAfter(end)) {
                    return Optional.of(clock.instant());
                }
            }
        }
    }

    /** Whether a shop with an address has messages that wait. */
    public boolean waits(Sql sql, String shop) throws SQLException {
        return tables.webhooks().endpoints().find(sql, shop).isPresent()
                && !tables.webhooks().messages().waiting(sql, shop, 1).isEmpty();
    }

    private WebhookClient.SignedMessage signed(Endpoint endpoint, Message message) {
        long timestamp = clock.instant().getEpochSecond();
        String first = WebhookSecret.of(endpoint.secret()).signature(message.id(), timestamp, message.body());
        String both = endpoint.previous()
                .map(secret ->
                        first + " " + WebhookSecret.of(secret).signature(message.id(), timestamp, message.body()))
                .orElse(first);
        return new WebhookClient.SignedMessage(message.id(), timestamp, both, message.body());
    }

    private void delivered(Message message, int failures) {
        database.transaction(sql -> {
            tables.webhooks().messages().tried(sql, message, State.DELIVERED, Optional.empty());
            if (failures > 0) {
                tables.webhooks().endpoints().failures(sql, message.shop(), 0);
            }
            return true;
        });
    }

    private Optional<Instant> failed(Message message, int failures, String why) {
        boolean last = message.attempt() >= pauses.size();
        LOG.warn(
                "message {} to shop {}, try {}: {}{}",
                message.id(),
                message.shop(),
                message.attempt() + 1,
                why,
                last ? "; it is given up" : "");
        database.repeated(sql -> {
            tables.webhooks().messages().tried(sql, message, last ? State.EXHAUSTED : State.WAITING, Optional.of(why));
            tables.webhooks().endpoints().failures(sql, message.shop(), failures + 1);
            if (last) {
                tables.attention()
                        .raise(
                                sql,
                                new Subject(AttentionKind.WEBHOOK, message.shop()),
                                Optional.of(message.shop()),
                                Optional.of(message.paymentId()),
                                "message " + message.id() + " (" + message.event() + ") was given up after "
                                        + (message.attempt() + 1) + " tries: " + why);
            }
            return true;
        });
        Instant now = clock.instant();
        return Optional.of(last ? now : now.plus(pauses.get(Math.min(failures, pauses.size() - 1))));
    }
}
