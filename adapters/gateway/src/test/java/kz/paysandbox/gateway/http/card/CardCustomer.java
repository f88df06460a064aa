package kz.paysandbox.gateway.http.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.Map;
import kz.paysandbox.adapters.epay.payment.Card;
import kz.paysandbox.adapters.epay.payment.Cryptogram;
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.junit.SandboxWorld;

/** A customer who pays with what the shop was given for the bank's page, as that page does. */
public final class CardCustomer {
    static final Card GOOD = Card.of("4405639704015096", YearMonth.of(2027, 1), "321");
    private static final JsonMapper JSON = new JsonMapper();

    private final SandboxWorld world;

    public CardCustomer(SandboxWorld world) {
        this.world = world;
    }

    /** A card of the sandbox's that behaves so ({@code 3ds}, {@code insufficient-funds}). */
    Card behaving(String behaviour) {
        try {
            for (JsonNode card : JSON.readTree(world.control().get("/cards"))) {
                if (card.path("behaviour").asText().equals(behaviour)) {
                    String expiry = card.path("expiry").asText();
                    return Card.of(
                            card.path("pan").asText(),
                            YearMonth.of(
                                    2000 + Integer.parseInt(expiry.substring(2)),
                                    Integer.parseInt(expiry.substring(0, 2))),
                            card.path("cvc").asText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("the sandbox has no card that is " + behaviour);
    }

    /** Opens a payment of 750 tenge. */
    static HttpAnswer opened(GatewayFixture fixture, String token, String more) {
        return fixture.post(
                "/api/v1/payments/initiate",
                token,
                "{\"amount\":75000,\"currency\":\"KZT\",\"payment_type\":\"subscription\"" + more + "}");
    }

    /** Pays with a good card. */
    public HttpAnswer pay(HttpAnswer opened) {
        return pay(opened, GOOD);
    }

    /** Pays what was opened. */
    HttpAnswer pay(HttpAnswer opened, Card card) {
        JsonNode widget = opened.json().path("widget");
        String terminal = widget.path("terminal").asText();
        String pem = send(HttpRequest.newBuilder(bank("/public.rsa")).GET()).body();
        ObjectNode body = JSON.createObjectNode();
        for (String name : new String[] {
            "amount", "currency", "invoiceId", "description", "accountId", "postLink", "failurePostLink", "cardSave"
        }) {
            if (widget.has(name)) {
                body.set(name, widget.get(name));
            }
        }
        body.put("name", "AIBEK SANDBOX")
                .put("terminalId", terminal)
                .put(
                        "cryptogram",
                        Cryptogram.of(card, terminal, Cryptogram.key(pem)).value());
        return send(HttpRequest.newBuilder(bank("/payment/cryptopay"))
                .header(
                        "Authorization",
                        "Bearer " + widget.path("auth").path("access_token").asText())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private URI bank(String path) {
        return URI.create(world.epay().apiUrl() + path);
    }

    /** A request of the customer's browser. */
    HttpAnswer send(HttpRequest.Builder request) {
        try {
            return new HttpAnswer(world.httpClient().send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the gateway has of a payment, without asking the bank. */
    static Payment kept(GatewayFixture fixture, String id) {
        return fixture.gateway()
                .database()
                .transaction(
                        sql -> fixture.gateway().database().tables().payments().find(sql, id))
                .orElseThrow();
    }

    /** Waits until the gateway has it so. */
    static void await(GatewayFixture fixture, String id, String status) {
        Await.until(
                id + " is " + status, () -> kept(fixture, id).status().word().equals(status));
    }

    /** A paid payment. */
    String paid(GatewayFixture fixture, String token) {
        HttpAnswer opened = opened(fixture, token, "");
        pay(opened);
        fixture.get("/api/v1/payments/" + opened.text("/payment_id"), token);
        await(fixture, opened.text("/payment_id"), "completed");
        return opened.text("/payment_id");
    }

    /** Callbacks are held back from now on. */
    void holdsCallbacks() {
        world.control().put("/callbacks/policy", Map.of("delay", "PT240H"));
    }
}
