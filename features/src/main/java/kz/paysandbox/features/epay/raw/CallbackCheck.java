package kz.paysandbox.features.epay.raw;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.epay.driver.CallbackJudgement;
import kz.paysandbox.features.epay.driver.CardTransaction;
import kz.paysandbox.features.epay.driver.Order;

/** What a careful shop makes of callbacks: it holds each against its order and against the bank's books. */
final class CallbackCheck {

    private static final List<String> PAID = List.of("AUTH", "CHARGE", "VERIFIED", "CANCEL", "CANCEL_OLD", "REFUND");

    private final Map<String, String> known = new HashMap<>();

    CallbackJudgement judge(Order order, JsonNode told, Answer<CardTransaction> books) {
        boolean fits = told.path("invoiceId").asText().equals(order.invoice())
                && told.path("amount").isNumber()
                && told.path("amount").decimalValue().compareTo(order.amount()) == 0
                && told.path("currency").asText().equals("KZT")
                && order.word().map(told.path("secret_hash").asText()::equals).orElse(true);
        if (!fits) {
            return CallbackJudgement.NOT_BELIEVED;
        }
        return told.path("code").asText().equals("ok") ? ofSuccess(told, books) : ofFailure(told, books);
    }

    private CallbackJudgement ofSuccess(JsonNode told, Answer<CardTransaction> books) {
        String id = told.path("id").asText();
        boolean confirmed = books.value()
                .filter(seen -> seen.id().equals(id) && PAID.contains(seen.status()))
                .isPresent();
        return confirmed ? remembered(id, "ok") : CallbackJudgement.NOT_BELIEVED;
    }

    private CallbackJudgement ofFailure(JsonNode told, Answer<CardTransaction> books) {
        boolean paidSince =
                books.value().filter(seen -> PAID.contains(seen.status())).isPresent();
        return paidSince
                ? CallbackJudgement.OUTDATED
                : remembered(told.path("id").asText(), "error");
    }

    private CallbackJudgement remembered(String id, String code) {
        return code.equals(known.put(id, code)) ? CallbackJudgement.KNOWN : CallbackJudgement.NEWS;
    }
}
