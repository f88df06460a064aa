package kz.paysandbox.emulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import kz.paysandbox.emulator.fixture.SandboxWorld;
import kz.paysandbox.emulator.scenario.CardBank.Answer;
import kz.paysandbox.emulator.scenario.CardBank.Card;

/**
 * A small correct shop: stores the order first, takes a callback as a hint to ask for the status, books each transaction
 * once, and ships for money that it has.
 */
final class CardShop implements AutoCloseable {

    private static final List<String> FINAL = List.of("FAILED", "REJECT", "CANCEL", "CANCEL_OLD", "REFUND");

    private final SandboxWorld world;
    private final CardBank bank;
    private final Receiver receiver;
    private final Map<String, String> orders = new LinkedHashMap<>();
    private final Map<String, String> transactions = new LinkedHashMap<>();
    private final Map<String, BigDecimal> booked = new LinkedHashMap<>();
    private final List<String> bookings = new CopyOnWriteArrayList<>();
    private final List<String> strangers = new CopyOnWriteArrayList<>();
    private final List<String> toldDuringCalls = new CopyOnWriteArrayList<>();
    private volatile String paying = "";
    private int invoices = 700_000;

    CardShop(SandboxWorld world, int steps) {
        this.world = world;
        bank = new CardBank(world, steps);
        receiver = new Receiver(this::told);
    }

    /** A new order, stored before anybody is asked for money; its invoice. */
    synchronized String order() {
        String invoice = String.valueOf(invoices += 7);
        orders.put(invoice, "OPEN");
        return invoice;
    }

    /** Pays, and lets what the bank tells at once arrive: a move of the clock waits for it. */
    Answer pay(String invoice, int amount, Card card) {
        paying = invoice;
        Answer answer = bank.pay(invoice, BigDecimal.valueOf(amount), card, receiver.url());
        paying = "";
        world.clock().advance(Duration.ofMillis(1));
        return answer;
    }

    /** Asks what became of an order, and books what the bank says. */
    String ask(String invoice) {
        Answer answer = bank.status(invoice);
        if (answer.isFine() && answer.body().has("transaction")) {
            book(invoice, answer.body().path("transaction"));
        }
        return state(invoice);
    }

    /** Asks for all orders that are still open. */
    void sweep() {
        for (String invoice : open()) {
            var unused = ask(invoice);
        }
    }

    /** Takes blocked money; a refusal leads to the question what the bank has. */
    Answer charge(String invoice, int amount) {
        Answer answer = bank.charge(transaction(invoice), BigDecimal.valueOf(amount));
        var unused = ask(invoice);
        return answer;
    }

    Answer refund(String invoice, int amount) {
        Answer answer = bank.refund(transaction(invoice), BigDecimal.valueOf(amount));
        var unused = ask(invoice);
        return answer;
    }

    synchronized String state(String invoice) {
        return orders.getOrDefault(invoice, "");
    }

    /** Tenge that the shop believes it has. */
    synchronized BigDecimal money() {
        return booked.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Which orders came to have money, each time that this was booked. */
    List<String> bookings() {
        return bookings;
    }

    /** Whatever the bank has posted. */
    List<JsonNode> told() {
        return receiver.told();
    }

    /** Invoices of callbacks that came while the call that pays them had no answer yet. */
    List<String> toldDuringCalls() {
        return toldDuringCalls;
    }

    /** Invoices of callbacks that belong to no stored order. */
    List<String> strangers() {
        return strangers;
    }

    int unauthorized() {
        return bank.unauthorized();
    }

    private int told(JsonNode callback) {
        String invoice = callback.path("invoiceId").asText();
        if (paying.equals(invoice)) {
            toldDuringCalls.add(invoice);
        }
        if (state(invoice).isEmpty()) {
            strangers.add(invoice);
            return 404;
        }
        var unused = ask(invoice);
        return 200;
    }

    private synchronized void book(String invoice, JsonNode transaction) {
        String status = transaction.path("statusName").asText();
        transactions.put(invoice, transaction.path("id").asText());
        orders.put(invoice, status);
        if (status.equals("CHARGE") || status.equals("REFUND")) {
            BigDecimal left = transaction.path("payoutAmount").decimalValue();
            if (booked.put(invoice, left) == null) {
                bookings.add(invoice);
            }
        }
    }

    private synchronized String transaction(String invoice) {
        return transactions.getOrDefault(invoice, "");
    }

    private synchronized List<String> open() {
        return orders.entrySet().stream()
                .filter(order ->
                        !FINAL.contains(order.getValue()) && !order.getValue().equals("CHARGE"))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void close() {
        receiver.close();
    }
}
