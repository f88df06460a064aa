package kz.paysandbox.gateway.http.route;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import kz.paysandbox.gateway.pay.MoneyResult;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;

/** Answers to calls that move money, made of where the money stands; first answers and repeated ones alike. */
public final class MoneyAnswers {
    private static final int ACCEPTED = 202;
    private static final String WHAT_TO_DO =
            "The outcome is not known yet and is being looked up. Do not repeat the call with another key; ask Location.";

    private MoneyAnswers() {}

    /** The answer. */
    public static Answer of(Route route, Handler.Money handler, MoneyResult result, Call.Origin origin) {
        Optional<Operation> operation = result.operation();
        if (operation.isEmpty() || operation.get().state() == OperationState.APPLIED) {
            return handler.applied().answer(result);
        }
        return operation.get().state().open()
                ? unknown(route.family(), result, operation.get())
                : Problems.of(route.family(), refusal(operation.get()), origin);
    }

    private static Refusal refusal(Operation operation) {
        return operation
                .outcome()
                .refusal()
                .orElseGet(() ->
                        Refusal.of(RefusalCode.BANK_UNAVAILABLE, "the bank has certainly not carried the call out"));
    }

    /** Neither an error nor a success: also where an answer cannot be made at this moment of what is known. */
    public static Answer unknown(Family family, MoneyResult result, Operation operation) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (family == Family.WRAPPER) {
            ObjectNode data = body.put("status", true).putObject("data");
            result.payment().externalId().ifPresent(id -> data.put("externalId", Long.toString(id)));
            data.put("status", "unknown").put("operationId", operation.id()).put("message", WHAT_TO_DO);
            body.put("http_code", ACCEPTED);
        } else {
            body.put("payment_id", result.payment().id());
            result.payment().externalId().ifPresent(id -> body.put("external_id", Long.toString(id)));
            body.put("status", "unknown")
                    .put("operation", operation.kind().word())
                    .put("operation_id", operation.id())
                    .put("detail", WHAT_TO_DO);
        }
        return Answer.json(ACCEPTED, body)
                .with("Location", "/api/v1/payments/" + result.payment().id());
    }

    /** Whether a call is refused for a while only: nothing was carried out, and a repeated call is made anew. */
    public static boolean passing(Answer answer) {
        return answer.status() == RefusalCode.TOO_MANY_REQUESTS.httpStatus();
    }

    /** Whether an answer is a first one that repeated calls get again; an unknown outcome and a passing refusal are not. */
    public static boolean finished(Answer answer) {
        return answer.status() != ACCEPTED && !passing(answer);
    }
}
