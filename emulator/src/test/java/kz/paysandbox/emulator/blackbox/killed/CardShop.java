package kz.paysandbox.emulator.blackbox.killed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.epay.PublicKeys;

/** A shop of Halyk ePay with a one-step and a two-step terminal, its customers and their saved cards. */
final class CardShop implements Party {

    private static final String SCOPE = "webapi usermanagement email_send verification statement statistics payment";
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final BigDecimal PART = BigDecimal.valueOf(30);
    private static final int MOST_CARDS = 12;

    private final Place place;
    private final Chance chance;
    private final Ledger ledger;
    private final String publicKey;
    private final Sales sales;
    private final Map<String, Integer> terminals = new LinkedHashMap<>();
    private final Map<String, Optional<Boolean>> cards = new LinkedHashMap<>();
    private List<String> tokens = new ArrayList<>();
    private final int first;
    private int invoices;

    /**
     * @param first the first number of an invoice
     */
    CardShop(Place place, Chance chance, Ledger ledger, int first) throws Unanswered {
        this.place = place;
        this.chance = chance;
        this.ledger = ledger;
        this.first = first;
        this.sales = new Sales(place);
        this.publicKey = place.epay("GET", "/public.rsa", "", "", "").body();
    }

    @Override
    public void act() throws Unanswered {
        switch (chance.below(11)) {
            case 0 -> tokens.add(token(0, Map.of()));
            case 1, 2 -> pay(0, "4405639704015096", "0127", "321", "CHARGE");
            case 3 -> pay(1, "4405639704015096", "0127", "321", "AUTH");
            case 4 -> pay(0, "4405640000003000", "1235", "300", "3D");
            case 5 -> answerIssuer();
            case 6 -> charge();
            case 7 -> cancel();
            case 8 -> refund();
            case 9 -> saveCard();
            default -> useCard();
        }
    }

    private JsonNode shop(int terminal) {
        return place.described().path("epay").path("shops").path(terminal);
    }

    private String token(int terminal, Map<String, String> more) throws Unanswered {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "grant_type", "client_credentials",
                "scope", SCOPE,
                "client_id", shop(terminal).path("clientId").asText(),
                "client_secret", shop(terminal).path("clientSecret").asText(),
                "terminal", shop(terminal).path("terminal").asText()));
        fields.putAll(more);
        Reply reply = place.epay("POST", "/oauth2/token", "", FORM, Line.form(fields));
        place.differences().same(place.name() + " token " + reply.body(), 200, reply.status());
        String token = reply.text("access_token");
        place.given().once("token", token);
        return token;
    }

    private Map<String, Object> order(String invoice) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("amount", 100);
        order.put("currency", "KZT");
        order.put("name", "AIBEK SANDBOX");
        order.put("invoiceId", invoice);
        order.put("description", "order");
        order.put("postLink", ledger.url());
        return order;
    }

    private String nextInvoice() {
        return String.valueOf(first + ++invoices);
    }

    private void pay(int terminal, String pan, String expiry, String cvc, String status) throws Unanswered {
        String invoice = nextInvoice();
        Map<String, Object> order = order(invoice);
        order.put("cryptogram", cryptogram(terminal, pan, expiry, cvc));
        String token = token(terminal, Map.of("invoiceID", invoice, "amount", "100", "currency", "KZT"));
        sold(terminal, invoice, status, place.epay("POST", "/payment/cryptopay", token, JSON, Place.json(order)));
    }

    private String cryptogram(int terminal, String pan, String expiry, String cvc) {
        String card = Place.json(Map.of(
                "hpan",
                pan,
                "expDate",
                expiry,
                "cvc",
                cvc,
                "terminalId",
                shop(terminal).path("terminal").asText()));
        return PublicKeys.encrypt(publicKey, card.getBytes(UTF_8));
    }

    private void sold(int terminal, String invoice, String status, Reply reply) {
        place.differences().same(place.name() + " payment " + reply.body(), 200, reply.status());
        if (reply.status() == 200) {
            String id = reply.text("id");
            place.given().once("reference", reply.text("reference"));
            sales.add(new Sale(id, BigDecimal.valueOf(100), status, false));
            terminals.put(id, terminal);
            if (!status.equals("3D")) {
                ledger.owed(invoice);
            }
        }
    }

    private void answerIssuer() throws Unanswered {
        Optional<Sale> sale = chance.any(sales.open(), known -> known.status().equals("3D"));
        if (sale.isPresent()) {
            sale.get().maybe("CHARGE");
            Reply reply = place.control("POST", "/payments/" + sale.get().id() + "/confirm", "");
            if (reply.status() == 200) {
                sale.get().shown(reply.json());
                ledger.owed(reply.text("externalId"));
            } else {
                place.differences().same("confirm " + reply.body(), 409, reply.status());
                sale.get().unchanged();
            }
        }
    }

    private void charge() throws Unanswered {
        operate("AUTH", "charge", "CHARGE");
    }

    private void cancel() throws Unanswered {
        operate("AUTH", "cancel", "CANCEL");
    }

    private void operate(String from, String operation, String to) throws Unanswered {
        Optional<Sale> sale = chance.any(sales.open(), known -> known.status().equals(from));
        if (sale.isPresent()) {
            String token = token(1, Map.of());
            sale.get().maybe(to);
            Reply reply = place.epay("POST", "/operation/" + sale.get().id() + "/" + operation, token, JSON, "{}");
            place.differences().same(place.name() + " " + operation + " " + reply.body(), 200, reply.status());
            sale.get().is(to);
        }
    }

    private void refund() throws Unanswered {
        Optional<Sale> sale = chance.any(
                sales.open(),
                known -> known.status().equals("CHARGE") && known.left().compareTo(PART) >= 0);
        if (sale.isPresent()) {
            boolean whole = chance.below(2) == 0 || sale.get().left().compareTo(PART.add(PART)) < 0;
            BigDecimal sum = whole ? sale.get().left() : PART;
            String token = token(terminals.getOrDefault(sale.get().id(), 0), Map.of());
            String to = whole ? "REFUND" : "CHARGE";
            sale.get().maybeRefunded(sum, to);
            Reply reply = place.epay(
                    "POST",
                    "/operation/" + sale.get().id() + "/refund" + (whole ? "" : "?amount=" + sum),
                    token,
                    FORM,
                    "");
            place.differences().same(place.name() + " refund " + reply.body(), 200, reply.status());
            sale.get().is(to);
        }
    }

    private void saveCard() throws Unanswered {
        String invoice = nextInvoice();
        Map<String, Object> order = order(invoice);
        order.putAll(Map.of("amount", 0, "currency", "USD", "accountId", account(), "cardSave", true));
        order.put("cryptogram", cryptogram(0, "4405639704015096", "0127", "321"));
        String token = token(0, Map.of("invoiceID", invoice, "amount", "0", "currency", "USD"));
        Reply reply = place.epay("POST", "/payment/cryptopay", token, JSON, Place.json(order));
        place.differences().same(place.name() + " verification " + reply.body(), "VERIFIED", reply.text("status"));
        cards.put(reply.text("cardID"), Optional.of(true));
        ledger.owed(invoice);
    }

    private String account() {
        return "customer-" + place.name();
    }

    private void useCard() throws Unanswered {
        Optional<String> card = chance.any(
                cards.keySet(), id -> cards.getOrDefault(id, Optional.empty()).orElse(false));
        if (card.isEmpty()) {
            return;
        }
        if (chance.below(3) == 0) {
            String token = token(0, Map.of());
            cards.put(card.get(), Optional.empty());
            Reply reply = place.epay("POST", "/card/deactivate/" + card.get(), token, JSON, "");
            place.differences().same(place.name() + " deactivate " + reply.body(), 200, reply.status());
            cards.put(card.get(), Optional.of(false));
            return;
        }
        String invoice = nextInvoice();
        String token = token(0, Map.of("invoiceID", invoice, "amount", "100", "currency", "KZT"));
        sold(
                0,
                invoice,
                "CHARGE",
                place.epay("POST", "/payments/cards/auth", token, JSON, Place.json(byCard(invoice, card.get()))));
    }

    private Map<String, Object> byCard(String invoice, String card) {
        Map<String, Object> order = order(invoice);
        order.put("terminalId", shop(0).path("terminal").asText());
        order.putAll(Map.of("paymentType", "cardId", "recurrent", true, "cardId", Map.of("id", card)));
        return order;
    }

    @Override
    public void check() throws Unanswered {
        sales.check(chance, 20);
        ledger.check();
        String token = tokens.isEmpty() ? token(0, Map.of()) : tokens.get(0);
        List<String> kept = new ArrayList<>();
        for (JsonNode card :
                place.epay("GET", "/cards/" + account(), token, "", "").json()) {
            kept.add(card.path("ID").asText());
        }
        cards.forEach((card, active) -> active.ifPresent(
                is -> place.differences().same(place.name() + " card " + card, is, kept.contains(card))));
        for (String told : tokens) {
            Reply reply = place.epay("GET", "/cards/nobody-" + place.name(), told, "", "");
            place.differences().holds(reply.status() != 401, place.name() + " a token that was told is refused");
        }
        tokens = new ArrayList<>();
        cards.values().removeIf(Optional::isEmpty);
        while (cards.size() > MOST_CARDS) {
            cards.remove(cards.keySet().iterator().next());
        }
    }
}
