package kz.paysandbox.features.epay.raw;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.epay.driver.Order;
import kz.paysandbox.features.epay.targets.EpayShop;
import kz.paysandbox.features.epay.wire.EpayLine;
import kz.paysandbox.features.wire.Fields;

/** Asks for an original token for each call (authorisation page). */
record TokenRequests(EpayLine line, EpayShop shop) {

    Answer<String> forOrder(Order order) {
        return answerFor(order).map(answer -> Fields.text(answer, "access_token"));
    }

    /** The whole answer, as the payment page wants it. */
    Answer<JsonNode> answerFor(Order order) {
        Map<String, String> fields = shop.paymentForm();
        fields.put("invoiceID", order.invoice());
        fields.put("amount", order.amount().toPlainString());
        fields.put("currency", "KZT");
        order.word().ifPresent(word -> fields.put("secret_hash", word));
        order.links().told().ifPresent(link -> fields.put("postLink", link.toString()));
        order.links().toldOfFailure().ifPresent(link -> fields.put("failurePostLink", link.toString()));
        return ask(fields);
    }

    Answer<String> forService() {
        return ask(shop.serviceForm()).map(answer -> Fields.text(answer, "access_token"));
    }

    private Answer<JsonNode> ask(Map<String, String> fields) {
        return EpayAnswers.read(line.token(fields), data -> {
            Fields.text(data, "access_token");
            Fields.text(data, "token_type");
            return data;
        });
    }
}
