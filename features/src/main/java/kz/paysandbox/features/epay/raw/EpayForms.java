package kz.paysandbox.features.epay.raw;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.paysandbox.features.epay.driver.CardSale;
import kz.paysandbox.features.epay.driver.Order;
import kz.paysandbox.features.epay.targets.EpayShop;
import kz.paysandbox.features.wire.Fields;

/** Orders as the payment page wants them, and what it answers. */
final class EpayForms {

    private EpayForms() {}

    static Map<String, Object> order(Order order, EpayShop shop) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("amount", order.amount());
        fields.put("currency", "KZT");
        fields.put("name", "AIBEK SANDBOX");
        fields.put("terminalId", shop.terminal());
        fields.put("invoiceId", order.invoice());
        fields.put("description", order.description());
        order.account().ifPresent(account -> fields.put("accountId", account));
        order.links().told().ifPresent(link -> fields.put("postLink", link.toString()));
        order.links().toldOfFailure().ifPresent(link -> fields.put("failurePostLink", link.toString()));
        fields.put("backLink", order.links().back().toString());
        fields.put("failureBackLink", order.links().failureBack().toString());
        fields.put("language", "rus");
        if (order.keepCard()) {
            fields.put("cardSave", true);
        }
        return fields;
    }

    static CardSale sale(JsonNode data, Order order) {
        String invoice = Fields.text(data, "invoiceID");
        if (!invoice.equals(order.invoice())) {
            throw new Fields.Missing("invoiceID", order.invoice());
        }
        Fields.decimal(data, "amount");
        Fields.text(data, "reference");
        JsonNode asked = data.path("secure3D");
        Optional<CardSale.Question> question = asked.isObject()
                ? Optional.of(new CardSale.Question(
                        URI.create(Fields.text(asked, "action")),
                        Fields.text(asked, "paReq"),
                        Fields.text(asked, "md")))
                : Optional.empty();
        return new CardSale(Fields.text(data, "id"), invoice, question);
    }

    static String query(Optional<BigDecimal> amount, Optional<String> number) {
        String query = Stream.of(
                        amount.map(sum -> "amount=" + sum.toPlainString()),
                        number.map(own -> "externalID=" + URLEncoder.encode(own, UTF_8)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
