package kz.paysandbox.gateway.pay;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.BankTime;
import kz.paysandbox.gateway.payment.FollowPlan;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Subject;
import kz.paysandbox.gateway.store.CardTable.SavedCard;
import kz.paysandbox.gateway.store.ReceiptTable.Ground;
import kz.paysandbox.gateway.store.Tables;

/** What goes with a payment's new state, in its transaction: the row, its receipt, its job, and the message to the shop. */
final class PaymentChanges {
    private static final JsonMapper JSON = new JsonMapper();

    private final Tables tables;
    private final Identity identity;
    private final EventMessages events;

    PaymentChanges(Tables tables, Identity identity) {
        this.tables = tables;
        this.identity = identity;
        this.events = new EventMessages(tables, identity);
    }

    /** Tells the shop of a refund, as {@link EventMessages#refund}. */
    void told(Sql sql, Payment payment, Operation refund, OperationState before) throws SQLException {
        events.refund(sql, payment, refund, before);
    }

    void write(Sql sql, Payment before, Payment after) throws SQLException {
        if (after.equals(before)) {
            return;
        }
        tables.payments().update(sql, after);
        if (after.status() == before.status()) {
            return;
        }
        if (after.status() == ServiceStatus.COMPLETED
                || (after.status() == ServiceStatus.REFUNDED && !before.status().paid())) {
            receipt(sql, after, Optional.empty(), after.amount());
        }
        if (after.status() == ServiceStatus.COMPLETED && after.terms().card().saveCard()) {
            saveCard(sql, after);
        }
        if (!followed(after)) {
            tables.jobs().remove(sql, JobKinds.follow(after.kind().provider()), after.id());
            tables.attention()
                    .resolve(
                            sql,
                            new Subject(AttentionKind.FOLLOW, after.id()),
                            "it is " + after.status().word());
        }
        if (before.status().unpaid()
                && !after.status().unpaid()
                && after.status() != ServiceStatus.REFUNDED
                && after.terms().orderId().isPresent()) {
            order(sql, after, after.terms().orderId().get());
        }
        events.moved(sql, after);
    }

    /** The card that the customer let the shop keep, once it has paid. */
    private void saveCard(Sql sql, Payment payment) throws SQLException {
        Optional<String> account = payment.terms().card().accountId();
        Optional<String> cardId = payment.bank().card().cardId();
        if (account.isPresent() && cardId.isPresent()) {
            tables.documents()
                    .cards()
                    .save(
                            sql,
                            new SavedCard(
                                    identity.ids().get(),
                                    payment.shop(),
                                    account.get(),
                                    cardId.get(),
                                    payment.bank().card().mask().orElse(""),
                                    true));
        }
    }

    /** A card that was declined, or a payment that only we have cancelled, may still be paid on the bank's page. */
    private boolean followed(Payment payment) {
        return FollowPlan.follows(payment, identity.clock().instant());
    }

    /** The number of an order is taken by a payment that was paid late, or that was wrongly held to have failed. */
    private void order(Sql sql, Payment payment, String order) throws SQLException {
        if (!tables.payments().takeOrder(sql, payment, order)) {
            tables.attention()
                    .raise(
                            sql,
                            new Subject(AttentionKind.ORDER, payment.id()),
                            Optional.of(payment.shop()),
                            Optional.of(payment.id()),
                            "the payment was taken for ended and is not, and its order " + order
                                    + " has another payment by now: the customer may pay twice");
        }
    }

    /** Issues the receipt of the sale, or of a refund, once. */
    void receipt(Sql sql, Payment payment, Optional<Operation> refund, Tenge amount) throws SQLException {
        ObjectNode snapshot = JSON.createObjectNode();
        EventMessages.describe(snapshot, payment);
        payment.bank().card().mask().ifPresent(mask -> snapshot.put("card_mask", mask));
        payment.terms().message().ifPresent(message -> snapshot.put("message", message));
        int year = identity.clock().instant().atOffset(BankTime.OFFSET).getYear();
        tables.documents()
                .receipts()
                .issue(
                        sql,
                        new Ground(
                                payment.id(), refund.map(Operation::id), payment.shop(), amount, snapshot.toString()),
                        year);
    }
}
