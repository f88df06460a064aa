package kz.paysandbox.gateway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.adapters.merchant.store.StoredText;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.BankReference;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.PaymentTerms;
import kz.paysandbox.gateway.payment.ServiceStatus;

/**
 * The table {@code payment}.
 *
 * @param database seals what pays
 * @param clock for {@code updated_at}
 */
public record PaymentTable(Database database, Clock clock) {
    private static final String CURRENCY = "KZT";
    private static final int TAIL = 6;

    /** Writes a new payment; refuses as a duplicate when its order or invoice is taken. */
    public void insert(Sql sql, Payment payment) throws SQLException {
        BankReference bank = payment.bank();
        PaymentTerms terms = payment.terms();
        sql.update(
                "insert into payment (id, shop, provider, kind, status, authorized, late, amount_tiyn, ordered_tiyn,"
                        + " refunded_tiyn, currency, config_id, organization_bin, invoice_id, open_invoice_tail, order_id, open_order,"
                        + " payment_type, message, phone_tail, account_id, save_card, language, back_link, secret_hash,"
                        + " card_id, expires_at, polling_ms, version, created_at, updated_at)"
                        + " values (?, ?, ?, ?, ?, false, false, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0,"
                        + " ?, ?)",
                payment.id(),
                payment.shop(),
                payment.kind().provider().word(),
                payment.kind().word(),
                payment.status().word(),
                payment.amount().tiyn(),
                payment.amount().tiyn(),
                CURRENCY,
                bank.configId(),
                bank.organizationBin(),
                bank.invoiceId(),
                bank.invoiceId().map(PaymentTable::tail),
                terms.orderId(),
                terms.orderId().map(order -> openOrder(payment.shop(), order)),
                terms.paymentType(),
                terms.message(),
                terms.phoneTail(),
                terms.card().accountId(),
                terms.card().saveCard(),
                terms.card().language(),
                terms.card().backLink(),
                terms.card()
                        .secretHash()
                        .map(word -> database.sealed(word, PaymentRows.place(payment.id(), "secret_hash"))),
                bank.card().cardId().map(card -> database.sealed(card, PaymentRows.place(payment.id(), "card_id"))),
                payment.dates().expiresAt(),
                payment.dates().pollingInterval().toMillis(),
                payment.dates().createdAt(),
                payment.dates().createdAt());
    }

    /** Writes what has changed of a payment that the caller has locked ({@link #locked}). */
    public void update(Sql sql, Payment payment) throws SQLException {
        BankReference bank = payment.bank();
        boolean open = payment.status().open();
        sql.update(
                "update payment set status = ?, bank_status = ?, authorized = ?, late = ?, error_message = ?,"
                        + " reason_code = ?, amount_tiyn = ?, refunded_tiyn = ?, external_id = ?, transaction_id = ?,"
                        + " card_mask = ?, card_id = ?, reference = ?, approval_code = ?, expires_at = ?, paid_at = ?,"
                        + " polling_ms = ?, version = version + 1, updated_at = ?"
                        + (open ? "" : ", open_invoice_tail = null")
                        + (payment.status().unpaid() || payment.status() == ServiceStatus.REFUNDED
                                ? ", open_order = null"
                                : "")
                        + " where id = ?",
                payment.status().word(),
                text(payment.state().bankWord(), 100),
                payment.state().authorized(),
                payment.state().late(),
                text(payment.state().failure(), 500),
                text(payment.state().reasonCode(), 20),
                payment.amount().tiyn(),
                payment.refunded().tiyn(),
                bank.externalId(),
                bank.transactionId(),
                text(bank.card().mask(), 40),
                bank.card().cardId().map(card -> database.sealed(card, PaymentRows.place(payment.id(), "card_id"))),
                text(bank.card().reference(), 100),
                text(bank.card().approvalCode(), 50),
                payment.dates().expiresAt(),
                payment.dates().paidAt(),
                payment.dates().pollingInterval().toMillis(),
                clock.instant(),
                payment.id());
    }

    /** What a bank says is as long as it likes. */
    private static Optional<String> text(Optional<String> said, int most) {
        return said.map(words -> StoredText.of(words, most));
    }

    /** Gives an order's number back to a payment that was completed late; false where another payment has it by now. */
    public boolean takeOrder(Sql sql, Payment payment, String order) throws SQLException {
        return sql.update(
                        "update payment set open_order = ? where id = ?"
                                + " and not exists (select 1 from payment other where other.open_order = ?)",
                        openOrder(payment.shop(), order),
                        payment.id(),
                        openOrder(payment.shop(), order))
                == 1;
    }

    private static String openOrder(String shop, String order) {
        return shop + "\n" + order;
    }

    /** Whether a payment was written after an instant. */
    public boolean writtenAfter(Sql sql, String id, Instant instant) throws SQLException {
        return sql.first(
                        "select id from payment where id = ? and updated_at > ?",
                        row -> row.getString("id"),
                        id,
                        instant)
                .isPresent();
    }

    /**
     * Takes the right to ask the bank now.
     *
     * @param notSince the bank was not asked since then
     * @return false when it was
     */
    public boolean tryAsk(Sql sql, String id, Instant notSince) throws SQLException {
        return sql.update(
                        "update payment set asked_at = ? where id = ? and (asked_at is null or asked_at <= ?)",
                        clock.instant(),
                        id,
                        notSince)
                == 1;
    }

    /**
     * Takes the right to ask the bank now, where it may be asked so often in a span of time.
     *
     * @param most in any such span, from 1 to 30
     * @return false when it was asked so often already
     */
    public boolean tryAskWithin(Sql sql, String id, int most, Duration within) throws SQLException {
        Instant now = clock.instant();
        long since = now.minus(within).toEpochMilli();
        String kept = sql.first(
                        "select asked_times from payment where id = ? for update",
                        row -> Rows.text(row, "asked_times"),
                        id)
                .flatMap(found -> found)
                .orElse("");
        List<Long> times = Pattern.compile(" ")
                .splitAsStream(kept)
                .filter(text -> !text.isEmpty())
                .map(Long::valueOf)
                .filter(time -> time > since)
                .toList();
        if (times.size() >= most) {
            return false;
        }
        String later = Stream.concat(times.stream(), Stream.of(now.toEpochMilli()))
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        return sql.update("update payment set asked_times = ?, asked_at = ? where id = ?", later, now, id) == 1;
    }

    /** Keeps what the customer needs to pay: a link or a code. */
    public void handOut(Sql sql, String id, String what) throws SQLException {
        sql.update(
                "update payment set handed_out = ? where id = ?",
                database.sealed(what, PaymentRows.place(id, "handed_out")),
                id);
    }

    /** What was kept for the customer, if anything. */
    public Optional<String> handedOut(Sql sql, String id) throws SQLException {
        return sql.first("select handed_out from payment where id = ?", row -> Rows.text(row, "handed_out"), id)
                .flatMap(kept -> kept)
                .map(kept -> database.opened(kept, PaymentRows.place(id, "handed_out")));
    }

    /** A payment. */
    public Optional<Payment> find(Sql sql, String id) throws SQLException {
        return sql.first("select * from payment where id = ?", this::read, id);
    }

    /** A payment that nobody else changes until the transaction ends. */
    public Optional<Payment> locked(Sql sql, String id) throws SQLException {
        return sql.first("select * from payment where id = ? for update", this::read, id);
    }

    /** A payment by Kaspi's number. */
    public Optional<Payment> ofExternalId(Sql sql, long externalId) throws SQLException {
        return sql.first("select * from payment where external_id = ?", this::read, externalId);
    }

    /** A payment by ePay's order. */
    public Optional<Payment> ofInvoice(Sql sql, String invoiceId) throws SQLException {
        return sql.first("select * from payment where invoice_id = ?", this::read, invoiceId);
    }

    /** The payment of a shop's order that has not ended without money, if there is one. */
    public Optional<Payment> ofOpenOrder(Sql sql, String shop, String order) throws SQLException {
        return sql.first("select * from payment where open_order = ?", this::read, openOrder(shop, order));
    }

    /**
     * An open payment.
     *
     * @param id ours
     * @param kind how the customer is asked
     * @param expiresAt when it may be given up
     */
    public record OpenPayment(String id, PaymentKind kind, Instant expiresAt) {}

    /** Open payments without a job of these kinds, oldest first. */
    public List<OpenPayment> openWithout(Sql sql, List<String> jobKinds, int most) throws SQLException {
        return sql.query(
                "select p.id, p.kind, p.expires_at from payment p where p.status in ('pending', 'processing')"
                        + " and not exists (select 1 from job j where j.ref = p.id and j.kind in (?"
                        + ", ?".repeat(jobKinds.size() - 1) + ")) order by p.created_at, p.id fetch first " + most
                        + " rows only",
                row -> new OpenPayment(
                        row.getString("id"), PaymentKind.of(row.getString("kind")), Rows.instant(row, "expires_at")),
                jobKinds.toArray());
    }

    /**
     * Where a list of payments goes on.
     *
     * @param createdAt when the last payment before was made
     * @param id of it
     */
    public record Position(Instant createdAt, String id) {}

    /** Payments of a shop and organisation that were made after a position and before an instant, oldest first. */
    public List<Payment> after(Sql sql, String shop, String bin, Position position, Instant until, int most)
            throws SQLException {
        return sql.query(
                "select * from payment where organization_bin = ? and shop = ? and created_at < ?"
                        + " and (created_at > ? or (created_at = ? and id > ?)) order by created_at, id fetch first "
                        + most + " rows only",
                this::read,
                bin,
                shop,
                until,
                position.createdAt(),
                position.createdAt(),
                position.id());
    }

    /** What a payment was opened for; less may have been charged. */
    public Tenge ordered(Sql sql, String id) throws SQLException {
        return sql.first(
                        "select ordered_tiyn from payment where id = ?",
                        row -> Tenge.ofTiyn(row.getLong("ordered_tiyn")),
                        id)
                .orElseThrow();
    }

    /** The next number of an order of ePay. */
    public String nextInvoice(Sql sql) throws SQLException {
        long number = sql.insert("insert into invoice_number (created_at) values (?)", clock.instant());
        sql.update("delete from invoice_number where id = ?", number);
        return Long.toString(number);
    }

    private static String tail(String invoiceId) {
        return invoiceId.substring(Math.max(0, invoiceId.length() - TAIL));
    }

    private Payment read(ResultSet row) throws SQLException {
        return PaymentRows.read(database, row);
    }
}
