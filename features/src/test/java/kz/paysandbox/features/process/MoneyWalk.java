package kz.paysandbox.features.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import kz.paysandbox.features.bank.Control;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.driver.Answer.Outcome;
import kz.paysandbox.features.driver.Driver;
import kz.paysandbox.features.epay.driver.Card;
import kz.paysandbox.features.epay.driver.CardSale;
import kz.paysandbox.features.epay.driver.Epay;
import kz.paysandbox.features.epay.driver.EpayDriver;
import kz.paysandbox.features.epay.driver.Order;
import kz.paysandbox.features.epay.targets.EpaySite;
import kz.paysandbox.features.kaspi.driver.Kaspi;
import kz.paysandbox.features.kaspi.driver.KaspiDriver;
import kz.paysandbox.features.kaspi.driver.Sale;
import kz.paysandbox.features.kaspi.targets.KaspiSite;
import kz.paysandbox.features.kaspi.wire.Scheme;
import kz.paysandbox.features.targets.TargetSession;

/**
 * A shop that sells at both banks through the production adapters and gives some of it back, and keeps books of its
 * own: what it was told, and what it does not know.
 */
final class MoneyWalk implements Runnable {

    private static final Card CARD = new Card("4405639704015096", "0127", "321");
    private static final BigDecimal REFUND = BigDecimal.valueOf(30);
    private static final int MOST_TURNS = 1_000;
    private static final URI SHOP = URI.create("https://shop.example/");

    /**
     * A payment in the shop's books.
     *
     * @param given what certainly went back
     * @param unsure what may have gone back
     */
    private record Entry(boolean paid, BigDecimal amount, BigDecimal given, BigDecimal unsure) {

        static Entry paid(BigDecimal amount) {
            return new Entry(true, amount, BigDecimal.ZERO, BigDecimal.ZERO);
        }

        static Entry unsure(BigDecimal amount) {
            return new Entry(false, amount, BigDecimal.ZERO, BigDecimal.ZERO);
        }

        /** A refund whose answer was lost is not asked for again. */
        Entry refunded(Answer<Boolean> answer) {
            return switch (answer.outcome()) {
                case AGREED -> new Entry(paid, amount, given.add(REFUND), unsure);
                case UNKNOWN -> new Entry(paid, amount, given, unsure.add(REFUND));
                default -> this;
            };
        }

        boolean fits(BigDecimal left) {
            BigDecimal least = amount.subtract(given);
            return left.compareTo(least) == 0 || left.compareTo(least.subtract(unsure)) == 0;
        }
    }

    private final TargetSession session;
    private final Random random;
    private final Kaspi kaspi;
    private final String bin;
    private final String device;
    private final EpaySite epaySite;
    private final Epay epay;
    private final Map<Long, Entry> qrSales = new LinkedHashMap<>();
    private final Map<String, Entry> cardSales = new LinkedHashMap<>();
    private final List<String> surprises = new ArrayList<>();
    private int unknown;
    private int tries;
    private volatile boolean over;

    MoneyWalk(TargetSession session, Driver driver, Random random) {
        this.session = session;
        this.random = random;
        KaspiSite site = session.site(KaspiSite.class).orElseThrow();
        this.kaspi = of(driver, KaspiDriver.class)
                .connect(site, Scheme.R3, site.identity())
                .kaspi();
        this.bin = site.bin();
        this.device = kaspi.register(bin, site.till("walk"), site.tradePoint(1)).orFail();
        this.epaySite = session.site(EpaySite.class).orElseThrow();
        this.epay = of(driver, EpayDriver.class)
                .connect(epaySite.hosts(), epaySite.shop(1))
                .epay();
    }

    private static <D> D of(Driver driver, Class<D> type) {
        return driver.banks().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    void end() {
        over = true;
    }

    @Override
    public void run() {
        while (!over) {
            sellByQr();
            sellByCard();
        }
    }

    private void sellByQr() {
        BigDecimal amount = BigDecimal.valueOf(100L + random.nextInt(900));
        Answer<Sale> sale = kaspi.qr(bin, device, amount);
        noted("a QR code", sale);
        if (sale.value().isEmpty()) {
            return;
        }
        long id = sale.orFail().id();
        customerPays(id);
        Entry entry = Entry.paid(amount);
        while (entry.unsure().signum() == 0
                && entry.given().add(REFUND).compareTo(amount) < 0
                && random.nextBoolean()) {
            entry = entry.refunded(noted("a refund", kaspi.refund(bin, device, id, Optional.empty(), REFUND)));
        }
        qrSales.put(id, entry);
    }

    /** Until the bank says that it is paid; the customer tries again where the phone got no answer. */
    private void customerPays(long id) {
        String status = "";
        for (int turn = 0; !status.equals("Processed"); turn++) {
            assertThat(turn).as("QR payment %d is %s", id, status).isLessThan(MOST_TURNS);
            phone(id, status.equals("Wait") ? "confirm" : "scan");
            status = kaspi.status(id).value().orElse(status);
        }
    }

    private void phone(long id, String act) {
        try {
            control().post("/payments/" + id + "/" + act, Map.of());
        } catch (IllegalStateException again) {
            tries++;
        }
    }

    private void sellByCard() {
        BigDecimal amount = BigDecimal.valueOf(100L + random.nextInt(900));
        Order order = order(epaySite.invoice(), amount);
        Answer<CardSale> sale = noted("a payment by card", epay.pay(order, CARD));
        if (sale.outcome() == Outcome.UNKNOWN) {
            cardSales.put(order.invoice(), Entry.unsure(amount));
        }
        if (sale.value().isEmpty()) {
            return;
        }
        Entry entry = Entry.paid(amount);
        if (random.nextBoolean()) {
            entry = entry.refunded(
                    noted("a refund to a card", epay.refund(sale.orFail(), Optional.of(REFUND), Optional.empty())));
        }
        cardSales.put(order.invoice(), entry);
    }

    private static Order order(String invoice, BigDecimal amount) {
        return new Order(
                invoice,
                amount,
                "walk",
                Optional.empty(),
                false,
                Optional.empty(),
                new Order.Links(Optional.empty(), Optional.empty(), SHOP, SHOP));
    }

    private <T> Answer<T> noted(String what, Answer<T> answer) {
        switch (answer.outcome()) {
            case AGREED, NOT_CONNECTED -> {}
            case UNKNOWN -> unknown++;
            default -> surprises.add(what + ": " + answer);
        }
        return answer;
    }

    private Control control() {
        return session.control().orElseThrow();
    }

    /** Holds the shop's books against the bank's, when nobody calls any more. */
    String compare() {
        assertThat(surprises).isEmpty();
        assertThat(qrSales).isNotEmpty();
        assertThat(cardSales).isNotEmpty();
        BigDecimal left = BigDecimal.ZERO;
        for (Map.Entry<Long, Entry> sale : qrSales.entrySet()) {
            BigDecimal refundable = answered(() -> kaspi.details(sale.getKey(), device))
                    .orFail()
                    .refundable();
            assertThat(sale.getValue().fits(refundable))
                    .as("QR payment %s is %s, of which %s is left", sale.getKey(), sale.getValue(), refundable)
                    .isTrue();
            left = left.add(refundable);
        }
        for (Map.Entry<String, Entry> sale : cardSales.entrySet()) {
            left = left.add(leftOnCard(sale.getKey(), sale.getValue()));
        }
        return qrSales.size() + " QR and " + cardSales.size() + " card payments, " + left + " tenge kept, " + unknown
                + " answers lost, customers tried " + tries + " times again";
    }

    private BigDecimal leftOnCard(String invoice, Entry entry) {
        var books = answered(() -> epay.books(invoice));
        if (!entry.paid() && books.outcome() == Outcome.REFUSED) {
            return BigDecimal.ZERO;
        }
        BigDecimal left = books.orFail().left();
        assertThat(entry.fits(left))
                .as("invoice %s is %s, of which %s is left", invoice, entry, left)
                .isTrue();
        return left;
    }

    private static <T> Answer<T> answered(Supplier<Answer<T>> question) {
        Answer<T> answer = question.get();
        for (int turn = 0; answer.outcome() == Outcome.UNKNOWN || answer.outcome() == Outcome.NOT_CONNECTED; turn++) {
            assertThat(turn).as("no answer: %s", answer).isLessThan(MOST_TURNS);
            answer = question.get();
        }
        return answer;
    }
}
