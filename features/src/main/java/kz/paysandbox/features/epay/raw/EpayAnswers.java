package kz.paysandbox.features.epay.raw;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.driver.Answer.Outcome;
import kz.paysandbox.features.driver.RawAnswers;
import kz.paysandbox.features.epay.driver.CardTransaction;
import kz.paysandbox.features.epay.driver.Epay;
import kz.paysandbox.features.wire.Fields;
import kz.paysandbox.features.wire.Json;
import kz.paysandbox.features.wire.Response;

/** Reads ePay's answers: HTTP 200 with what was asked for, HTTP 400 with code and message, HTTP 401 for strangers. */
final class EpayAnswers {

    private EpayAnswers() {}

    static <T> Answer<T> read(Response response, Function<JsonNode, T> data) {
        return RawAnswers.of(response, () -> answered(response, data));
    }

    private static <T> Answer<T> answered(Response response, Function<JsonNode, T> data) {
        JsonNode body = Json.read(response.body());
        if (response.status() == 401 || response.status() == 403) {
            return Answer.failed(Outcome.NOT_ADMITTED, RawAnswers.seen(response));
        }
        if (response.status() == 200 && !body.isMissingNode() && code(response) == 0) {
            return RawAnswers.agreed(response, () -> data.apply(body));
        }
        return refused(response);
    }

    /** Operations answer 200, with a body that no page documents. */
    static Answer<Boolean> done(Response response) {
        boolean done = response.kind() == Response.Kind.ANSWERED && response.status() == 200;
        return done ? Answer.agreed(true) : read(response, body -> true);
    }

    /** Refused with the resultCode, unless that is the one that goes with the transaction. */
    static Answer<CardTransaction> status(Response response, String invoice) {
        JsonNode body = Json.read(response.body());
        JsonNode code = body.path("resultCode");
        if (response.kind() != Response.Kind.ANSWERED || !code.isTextual()) {
            return read(response, data -> {
                throw new Fields.Missing("resultCode", "string");
            });
        }
        JsonNode transaction = body.path("transaction");
        String expected = transaction.isObject()
                ? resultCode(transaction.path("statusName").asText())
                : "100";
        if (!code.textValue().equals(expected)) {
            return Answer.refused(code.asLong(), RawAnswers.seen(response));
        }
        return RawAnswers.agreed(response, () -> books(transaction, invoice));
    }

    /** The resultCode that goes with a transaction: one for all that failed, one for all that is under way. */
    private static String resultCode(String statusName) {
        return switch (statusName) {
            case "REJECT", "FAILED" -> "101";
            case "NEW", "3D", "FINGERPRINT" -> "107";
            default -> "100";
        };
    }

    private static CardTransaction books(JsonNode transaction, String invoice) {
        if (!Fields.text(transaction, "invoiceID").equals(invoice)) {
            throw new Fields.Missing("invoiceID", invoice);
        }
        return new CardTransaction(
                Fields.text(transaction, "id"),
                Fields.text(transaction, "statusName"),
                Fields.decimal(transaction, "amount"),
                Fields.decimal(transaction, "payoutAmount"));
    }

    /** The code of a refusal; 0 where there is none. */
    static long code(Response response) {
        return Json.read(response.body()).path("code").asLong();
    }

    private static <T> Answer<T> refused(Response response) {
        JsonNode code = Json.read(response.body()).path("code");
        if (response.status() / 100 == 5 || !code.isIntegralNumber()) {
            return RawAnswers.notUnderstood(response);
        }
        return Epay.SETTLE_NOTHING.contains(code.longValue())
                ? new Answer<>(Outcome.UNKNOWN, code.longValue(), Optional.empty(), RawAnswers.seen(response))
                : Answer.refused(code.longValue(), RawAnswers.seen(response));
    }
}
