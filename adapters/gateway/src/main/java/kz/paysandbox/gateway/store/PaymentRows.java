package kz.paysandbox.gateway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.BankReference;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentDates;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.PaymentState;
import kz.paysandbox.gateway.payment.PaymentTerms;
import kz.paysandbox.gateway.payment.ServiceStatus;

/** The reading of a row of {@code payment}. */
final class PaymentRows {
    private PaymentRows() {}

    /** What an encrypted column is bound to. */
    static String place(String id, String column) {
        return "payment " + id + ", " + column;
    }

    static Payment read(Database database, ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new Payment(
                id,
                row.getString("shop"),
                PaymentKind.of(row.getString("kind")),
                new PaymentState(
                        ServiceStatus.of(row.getString("status")),
                        Rows.text(row, "bank_status"),
                        row.getBoolean("authorized"),
                        row.getBoolean("late"),
                        Rows.text(row, "error_message"),
                        Rows.text(row, "reason_code")),
                Tenge.ofTiyn(row.getLong("amount_tiyn")),
                Tenge.ofTiyn(row.getLong("refunded_tiyn")),
                new BankReference(
                        Rows.number(row, "external_id"),
                        Rows.number(row, "config_id"),
                        Rows.text(row, "organization_bin"),
                        Rows.text(row, "invoice_id"),
                        Rows.text(row, "transaction_id"),
                        new BankReference.CardFacts(
                                Rows.text(row, "card_mask"),
                                Rows.text(row, "card_id").map(card -> database.opened(card, place(id, "card_id"))),
                                Rows.text(row, "reference"),
                                Rows.text(row, "approval_code"))),
                new PaymentTerms(
                        Rows.text(row, "order_id"),
                        Rows.text(row, "payment_type"),
                        Rows.text(row, "message"),
                        Rows.text(row, "phone_tail"),
                        new PaymentTerms.CardTerms(
                                Rows.text(row, "account_id"),
                                row.getBoolean("save_card"),
                                Rows.text(row, "language"),
                                Rows.text(row, "back_link"),
                                Rows.text(row, "secret_hash")
                                        .map(word -> database.opened(word, place(id, "secret_hash"))))),
                new PaymentDates(
                        Rows.instant(row, "created_at"),
                        Rows.instant(row, "expires_at"),
                        Rows.optionalInstant(row, "paid_at"),
                        Rows.optionalInstant(row, "asked_at"),
                        Duration.ofMillis(row.getLong("polling_ms"))));
    }
}
