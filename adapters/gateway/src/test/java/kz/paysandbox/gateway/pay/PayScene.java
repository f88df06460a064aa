package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.KaspiSettings;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.adapters.merchant.ShopConfig;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.Surroundings;
import kz.paysandbox.gateway.MemoryDatabase;
import kz.paysandbox.gateway.TestRhythms;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.Provider;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.GatewayDatabase;

/** The use cases of Kaspi over a database in memory and a bank in memory, at a time that tests set. */
final class PayScene implements AutoCloseable {
    static final Bin BIN = Bin.of("180340021791");
    static final Bin OTHER = Bin.of("990340000013");
    static final String SHOP = "5";
    private static final Phone PHONE = Phone.parse("87010000001");

    final MemoryBank bank = new MemoryBank();
    final TestTime time = new TestTime();
    final GatewayDatabase database;
    final MerchantKaspi merchant;
    final Ledger ledger;
    final KaspiPayments payments;
    final StatusLooks looks;
    final Settlement settlement;
    final Attention attention;
    final ShopConfig config;
    private final KaspiR3 kaspi;
    private final Surroundings surroundings;
    private final Identity identity;

    /** A clock that tests move. */
    static final class TestTime extends Clock {
        private volatile Instant now = Instant.parse("2026-11-27T10:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    PayScene() {
        this.database = MemoryDatabase.open(time);
        Surroundings usual = Surroundings.system().withClock(time);
        Surroundings surroundings = new Surroundings(
                time, usual.nanoTime(), duration -> time.pass(duration), usual.random(), usual.requestIds());
        HttpSettings http = HttpSettings.standard(surroundings);
        KaspiR3 kaspi = KaspiR3.of(KaspiSettings.over(URI.create("https://bank.example"), http, http.over(bank)));
        this.surroundings = surroundings;
        this.kaspi = kaspi;
        this.merchant = otherNode();
        Identity identity = new Identity(
                "node-1", time, () -> UUID.randomUUID().toString(), Duration.ofSeconds(45), Duration.ofSeconds(150));
        this.ledger = new Ledger(database, identity, TestRhythms.FOLLOW, TestRhythms.PAUSES.get(0));
        Banks banks = new Banks(kaspi, merchant, Optional.empty());
        this.payments = new KaspiPayments(merchant, new Guard(merchant.configs()), ledger, identity, true);
        this.looks = new StatusLooks(database, banks, ledger, identity, StatusLooks.Intervals.USUAL);
        this.identity = identity;
        this.settlement = settlement(merchant);
        this.attention = new Attention(database, banks, ledger, time);
        this.config = merchant.register(SHOP, BIN, 1, "TILL-1", "front desk");
    }

    /** The journal as another node writes it. */
    MerchantKaspi otherNode() {
        return MerchantKaspi.of(kaspi, database.database(), surroundings)
                .assuming(Assumption.SOLE_OPERATOR, Assumption.UNCHANGED_BOOKS_MEAN_NOT_APPLIED)
                .unchangedAfter(BankBooks.SLOWEST)
                .abandonedAfter(Duration.ofSeconds(150));
    }

    /** The settling by a node that writes this journal. */
    Settlement settlement(MerchantKaspi journal) {
        return new Settlement(
                database,
                ledger,
                Map.of(Provider.KASPI, new KaspiBooks(journal, Set.of(Assumption.values()), time)),
                new JournalLines(new Banks(kaspi, journal, Optional.empty())),
                identity,
                TestRhythms.PAUSES);
    }

    KaspiDemand demand(PaymentKind kind, Optional<String> order) {
        return new KaspiDemand(
                SHOP,
                kind,
                Optional.empty(),
                Optional.empty(),
                Tenge.of(100),
                kind == PaymentKind.INVOICE ? Optional.of(PHONE) : Optional.empty(),
                Optional.of("Order #1"),
                order);
    }

    MoneyResult create(PaymentKind kind) {
        return ok(payments.create(demand(kind, Optional.empty()), Optional.empty()));
    }

    /** A paid payment of 100 tenge. */
    Payment paid() {
        Payment payment = create(PaymentKind.QR).payment();
        bank.paid(payment.externalId().orElseThrow());
        time.pass(Duration.ofSeconds(5));
        return ok(looks.look(payment));
    }

    Result<MoneyResult> refund(Payment payment, long tenge) {
        return payments.refund(
                payment,
                new RefundDemand(Optional.of(Tenge.of(tenge)), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty());
    }

    /** The cancellation of an invoice. */
    Operation cancel(Payment invoice) {
        return ok(payments.cancel(invoice, Optional.empty())).operation().orElseThrow();
    }

    /** An operation that the books do not show is unknown for a quarter of an hour, and not applied then. */
    void isNotAppliedAfterAQuarter(Operation operation) {
        time.pass(Duration.ofMinutes(14));
        assertThat(settlement.settle(operation.id(), 0)).isPresent();
        assertThat(now(operation).state()).isEqualTo(OperationState.UNKNOWN);
        time.pass(Duration.ofMinutes(1));
        assertThat(settlement.settle(operation.id(), 1)).isEmpty();
        assertThat(now(operation).state()).isEqualTo(OperationState.NOT_APPLIED);
    }

    Payment now(Payment payment) {
        return database.transaction(
                sql -> database.tables().payments().find(sql, payment.id()).orElseThrow());
    }

    Operation now(Operation operation) {
        return database.transaction(
                sql -> database.tables().operations().find(sql, operation.id()).orElseThrow());
    }

    static <T> T ok(Result<T> result) {
        return result.fold(value -> value, refusal -> {
            throw new AssertionError(refusal.toString());
        });
    }

    static <T> String refused(Result<T> result) {
        return result.fold(
                value -> {
                    throw new AssertionError("not refused: " + value);
                },
                refusal -> refusal.code().word());
    }

    @Override
    public void close() {
        database.close();
    }
}
