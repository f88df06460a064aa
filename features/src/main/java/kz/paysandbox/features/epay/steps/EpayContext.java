package kz.paysandbox.features.epay.steps;

import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.features.browser.Browser;
import kz.paysandbox.features.browser.Browsers;
import kz.paysandbox.features.epay.driver.CardSale;
import kz.paysandbox.features.epay.driver.Epay;
import kz.paysandbox.features.epay.driver.EpayDriver;
import kz.paysandbox.features.epay.driver.EpayDriver.Connection;
import kz.paysandbox.features.epay.driver.Order;
import kz.paysandbox.features.epay.targets.EpayShop;
import kz.paysandbox.features.epay.targets.EpaySite;
import kz.paysandbox.features.epay.wire.EpayLine;
import kz.paysandbox.features.epay.wire.EpayNotation;
import kz.paysandbox.features.merchant.CallbackInbox;
import kz.paysandbox.features.merchant.ShopServer;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.steps.ScenarioContext;

/** What one scenario of ePay is about: the online shop, its order, the payment, and what the bank told the shop. */
public final class EpayContext {

    /** An id of the bank's form that the bank has never given out: of a terminal, a payment or a card. */
    static final String UNKNOWN_ID = "00000000-0000-4000-8000-000000000000";

    private static final URI BACK = URI.create("https://shop.example/thanks");
    private static final URI FAILURE_BACK = URI.create("https://shop.example/sorry");

    private final ScenarioContext scenario;
    private final EpayDriver driver;
    private final ShopServer shops;
    private final Browsers browsers;
    private final Randomness random;
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private Optional<EpayShop> shop = Optional.empty();
    private Optional<Connection> connection = Optional.empty();
    private Optional<Order> draft = Optional.empty();
    private Optional<Order> order = Optional.empty();
    private Optional<CardSale> sale = Optional.empty();
    private Optional<CallbackInbox> inbox = Optional.empty();
    private Optional<Browser> browser = Optional.empty();

    public EpayContext(
            ScenarioContext scenario, EpayDriver driver, ShopServer shops, Browsers browsers, Randomness random) {
        this.scenario = scenario;
        this.driver = driver;
        this.shops = shops;
        this.browsers = browsers;
        this.random = random;
    }

    EpaySite site() {
        return scenario.site(EpaySite.class);
    }

    EpayShop ownShop(int steps) {
        return site().shop(steps);
    }

    /** From now on this shop calls the bank. */
    void shop(EpayShop other) {
        shop = Optional.of(other);
        Connection made = driver.connect(site().hosts(), other);
        made.line().ifPresent(line -> scenario.line(line, EpayNotation.get()));
        connection = Optional.of(made);
    }

    EpayShop shop() {
        return shop.orElseThrow(() -> new AssertionError("the scenario names no online shop"));
    }

    Epay bank() {
        return connection
                .orElseThrow(() -> new AssertionError("the scenario names no online shop"))
                .epay();
    }

    EpayLine line() {
        return connection.flatMap(Connection::line).orElseThrow(() -> new AssertionError("this driver hides the wire"));
    }

    /** What holds for the orders to come. */
    Order draft() {
        return draft.orElseGet(() -> new Order(
                "",
                BigDecimal.ZERO,
                "Order of the contract suite",
                Optional.empty(),
                false,
                Optional.empty(),
                new Order.Links(Optional.empty(), Optional.empty(), BACK, FAILURE_BACK)));
    }

    void draft(Order changed) {
        draft = Optional.of(changed);
    }

    /** A new order. */
    Order order(BigDecimal amount) {
        return order(site().invoice(), amount);
    }

    Order order(String invoice, BigDecimal amount) {
        Order made = draft().next(invoice, amount);
        orders.put(made.invoice(), made);
        order = Optional.of(made);
        sale = Optional.empty();
        return made;
    }

    Order order() {
        return order.orElseThrow(() -> new AssertionError("there is no order yet"));
    }

    /** The shop's own order of this number, where it has one. */
    Optional<Order> order(String invoice) {
        return Optional.ofNullable(orders.get(invoice));
    }

    void sale(CardSale made) {
        sale = Optional.of(made);
    }

    /** The payment; where its answer was lost, as the books show it. */
    CardSale sale() {
        return sale.orElseGet(
                () -> new CardSale(bank().books(order().invoice()).orFail().id(), order().invoice(), Optional.empty()));
    }

    CallbackInbox inbox() {
        CallbackInbox own = inbox.orElseGet(() -> shops.open(random.name()));
        inbox = Optional.of(own);
        return own;
    }

    Browser browser() {
        Browser own = browser.orElseGet(
                () -> browsers.at(site().hosts().api(), site().hosts().trust()));
        browser = Optional.of(own);
        return own;
    }

    void end() {
        inbox.ifPresent(CallbackInbox::close);
    }
}
