package kz.paysandbox.gateway.http.kaspi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.paysandbox.gateway.pay.MoneyResult;
import kz.paysandbox.gateway.payment.Operation;

/** The answer to a refund in families B and C. */
final class Refunds {
    private Refunds() {}

    static ObjectNode body(ObjectNode body, MoneyResult result) {
        Operation operation = result.operation().orElseThrow();
        body.put("refunded_amount", operation.amount().amount());
        operation.outcome().bankOperationId().ifPresent(id -> body.put("return_operation_id", id));
        return body.put("available_amount", result.payment().left().amount()).put("refund_id", operation.id());
    }
}
