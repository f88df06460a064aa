package kz.paysandbox.gateway.pay.card;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.KaspiSettings;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.adapters.merchant.refund.EpayRefunds;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.Surroundings;
import kz.paysandbox.gateway.MemoryDatabase;
import kz.paysandbox.gateway.TestClock;
import kz.paysandbox.gateway.TestRhythms;
import kz.paysandbox.gateway.pay.Banks;
import kz.paysandbox.gateway.pay.Identity;
import kz.paysandbox.gateway.pay.JournalLines;
import kz.paysandbox.gateway.pay.Ledger;
import kz.paysandbox.gateway.pay.MoneyResult;
import kz.paysandbox.gateway.pay.Settlement;
import kz.paysandbox.gateway.pay.StatusLooks;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.Provider;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.CardTable;
import kz.paysandbox.gateway.store.GatewayDatabase;
import org.junit.jupiter.api.AfterEach;

/** The use cases of cards over a database in memory and a bank in memory, at a time that tests set. */
abstract class CardScene {
    static final String SHOP = "5";
    static final CardTable.SavedCard CARD =
            new CardTable.SavedCard("card-of-ours", SHOP, "client-1", "card-of-bank", "4405...5096", true);

    final TestClock clock = TestClock.usual();
    final MemoryEpay bank = new MemoryEpay();
    final GatewayDatabase database = MemoryDatabase.open(clock);
    final CardPayments payments;
    final StatusLooks looks;
    final SavedCards cards;
    final Ledger ledger;
    final Settlement settlement;

    CardScene() {
        Identity identity = new Identity(
                "node-1", clock, () -> UUID.randomUUID().toString(), Duration.ofSeconds(45), Duration.ofSeconds(150));
        HttpSettings http = HttpSettings.standard(Surroundings.system().withClock(clock));
        KaspiR3 kaspi = KaspiR3.of(KaspiSettings.over(URI.create("https://bank.example"), http, http.over(request -> {
            throw new UnsupportedOperationException();
        })));
        Banks.Cards epay = new Banks.Cards(bank, EpayRefunds.of(bank, database.database(), clock));
        Banks banks = new Banks(kaspi, MerchantKaspi.of(kaspi, database.database(), clock), Optional.of(epay));
        ledger = new Ledger(database, identity, TestRhythms.FOLLOW, TestRhythms.PAUSES.get(0));
        looks = new StatusLooks(database, banks, ledger, identity, StatusLooks.Intervals.USUAL);
        payments = new CardPayments(
                database, epay, ledger, looks, identity, CardRules.at(URI.create("https://pay.example")));
        cards = new SavedCards(database, epay);
        settlement = new Settlement(
                database,
                ledger,
                Map.of(
                        Provider.EPAY,
                        new CardBooks(
                                database,
                                epay,
                                Set.of(Assumption.SOLE_OPERATOR, Assumption.UNCHANGED_BOOKS_MEAN_NOT_APPLIED),
                                clock)),
                new JournalLines(banks),
                identity,
                TestRhythms.PAUSES);
        database.transaction(sql -> {
            database.tables().documents().cards().save(sql, CARD);
            return true;
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    static CardDemand demand(long tenge, Optional<String> order, Optional<String> card, String account) {
        return new CardDemand(
                SHOP,
                Tenge.of(tenge),
                card,
                Optional.empty(),
                Optional.empty(),
                order,
                new CardDemand.Customer(Optional.of(account), false, Optional.empty(), Optional.empty()));
    }

    Result<MoneyResult> open(long tenge, Optional<String> order) {
        return payments.initiate(demand(tenge, order, Optional.empty(), "client-1"), Optional.empty());
    }

    Result<MoneyResult> payBy(String card, String account) {
        return payments.initiate(demand(750, Optional.empty(), Optional.of(card), account), Optional.empty());
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

    /** A payment of 750 tenge in a state of the bank's. */
    Payment in(String word) {
        Payment payment = ok(open(750, Optional.empty())).payment();
        bank.paid(payment.bank().invoiceId().orElseThrow(), 750, word);
        clock.advance(Duration.ofSeconds(5));
        return ok(looks.look(payment));
    }

    long rows(String table) {
        return database.<Long>transaction(sql -> sql.first("select count(*) from " + table, row -> row.getLong(1))
                .orElseThrow());
    }

    Payment now(Payment payment) {
        return database.transaction(
                sql -> database.tables().payments().find(sql, payment.id()).orElseThrow());
    }
}
