package kz.paysandbox.gateway.pay;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.gateway.payment.BankTime;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.store.Tables;
import kz.paysandbox.gateway.store.WebhookTable.Message;

/** What shops are told of their payments, written in the transaction of what happened; a shop without address is not. */
final class EventMessages {
    private static final JsonMapper JSON = new JsonMapper();

    private final Tables tables;
    private final Identity identity;

    EventMessages(Tables tables, Identity identity) {
        this.tables = tables;
        this.identity = identity;
    }

    /** Tells of a payment's new state, where shops are told of it. */
    void moved(Sql sql, Payment payment) throws SQLException {
        Optional<String> event = switch (payment.status()) {
            case COMPLETED -> Optional.of("payment.completed");
            case FAILED -> Optional.of("payment.failed");
            case EXPIRED -> Optional.of("payment.expired");
            case CANCELLED -> Optional.of("payment.cancelled");
            case PENDING, PROCESSING, REFUNDED -> Optional.empty();
        };
        if (event.isPresent()) {
            write(sql, event.get(), payment, Optional.empty());
        }
    }

    /**
     * Tells of a refund that was applied, is unknown, or after that was not applied: one that was refused at once is in its
     * own answer.
     *
     * @param before what the shop was told last
     */
    void refund(Sql sql, Payment payment, Operation operation, OperationState before) throws SQLException {
        Optional<String> event = switch (operation.state()) {
            case APPLIED -> Optional.of("refund.applied");
            case UNKNOWN -> Optional.of("refund.unknown");
            case NOT_APPLIED -> before == OperationState.UNKNOWN ? Optional.of("refund.not_applied") : Optional.empty();
            case STARTED -> Optional.empty();
        };
        if (event.isPresent()) {
            write(sql, event.get(), payment, Optional.of(operation));
        }
    }

    private void write(Sql sql, String event, Payment payment, Optional<Operation> refund) throws SQLException {
        if (tables.webhooks().endpoints().find(sql, payment.shop()).isEmpty()) {
            return;
        }
        String id = "msg_" + identity.ids().get().replace("-", "");
        tables.webhooks()
                .messages()
                .insert(sql, new Message(id, payment.shop(), event, payment.id(), body(event, payment, refund), 0));
        tables.jobs()
                .insertIfAbsent(
                        sql, JobKinds.WEBHOOK, payment.shop(), identity.clock().instant());
    }

    private String body(String event, Payment payment, Optional<Operation> refund) {
        ObjectNode body = JSON.createObjectNode()
                .put("type", event)
                .put(
                        "timestamp",
                        DateTimeFormatter.ISO_INSTANT.format(identity.clock().instant()));
        ObjectNode data = body.putObject("data");
        describe(data, payment);
        refund.ifPresent(operation -> {
            data.put("refund_id", operation.id());
            data.put("refund_amount", operation.amount().amount());
            data.put("refund_state", operation.state().word());
        });
        return body.toString();
    }

    /** A payment for messages and receipts: amounts in tenge, no card, phone or secret. */
    static void describe(ObjectNode data, Payment payment) {
        data.put("payment_id", payment.id())
                .put("provider", payment.kind().provider().word())
                .put("kind", payment.kind().word())
                .put("status", payment.status().word());
        payment.state().bankWord().ifPresent(word -> data.put("bank_status", word));
        data.put("amount", payment.amount().amount())
                .put("currency", "KZT")
                .put("refunded_amount", payment.refunded().amount());
        payment.externalId().ifPresent(id -> data.put("external_id", Long.toString(id)));
        payment.bank().invoiceId().ifPresent(id -> data.put("invoice_id", id));
        payment.bank().organizationBin().ifPresent(bin -> data.put("organization_bin", bin));
        payment.terms().orderId().ifPresent(order -> data.put("order_id", order));
        payment.dates().paidAt().ifPresent(at -> data.put("paid_at", BankTime.text(at)));
        if (payment.state().late()) {
            data.put("late", true);
        }
        if (payment.status() == ServiceStatus.FAILED) {
            payment.state().failure().ifPresent(why -> data.put("error_message", why));
        }
    }
}
