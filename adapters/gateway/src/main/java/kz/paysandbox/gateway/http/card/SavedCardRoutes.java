package kz.paysandbox.gateway.http.card;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.gateway.http.access.OwnPayments;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.FieldReader;
import kz.paysandbox.gateway.http.route.Method;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.payment.Result;

/** The cards that a shop's customers keep: {@code /api/v1/cards}. An admin's token names the shop. */
final class SavedCardRoutes {
    private static final String BASE = "/api/v1/cards";
    private static final String ACCOUNT = "account_id";
    private static final int LONGEST_ACCOUNT = 100;

    private final CardDesk desk;

    SavedCardRoutes(CardDesk desk) {
        this.desk = desk;
    }

    List<Route> rows() {
        return List.of(
                Route.plain(Method.GET, BASE, Role.CASHIER, Family.CARDS, this::list),
                Route.plain(Method.DELETE, BASE + "/{card_id}", Role.OWNER, Family.CARDS, this::forget));
    }

    private Result<Answer> list(Call call) {
        FieldReader read = call.read().required(ACCOUNT);
        Optional<String> account = read.text(ACCOUNT, LONGEST_ACCOUNT);
        Optional<String> shop = read.shop(FieldReader.SHOP);
        return read.then(() -> OwnPayments.shop(call.caller(), shop, FieldReader.SHOP))
                .then(named -> desk.cards().map(epay -> {
                    ObjectNode body = JsonNodeFactory.instance.objectNode();
                    ArrayNode cards = body.putArray("cards");
                    epay.cards().of(named, account.orElseThrow()).forEach(card -> cards.add(CardBodies.card(card)));
                    return Answer.ok(body);
                }));
    }

    /** What cannot be one is none: our numbers of cards are as those of payments. */
    private static String cardId(Call call) {
        String id = call.fields().ofPath("card_id");
        return OwnPayments.isId(id) ? id : "none";
    }

    private Result<Answer> forget(Call call) {
        FieldReader read = call.read();
        Optional<String> shop = read.shop(FieldReader.SHOP);
        return read.then(() -> OwnPayments.shop(call.caller(), shop, FieldReader.SHOP))
                .then(named -> desk.cards()
                        .then(epay -> epay.cards().forget(named, cardId(call)).map(card -> Answer.empty(204))));
    }
}
