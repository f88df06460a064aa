package kz.paysandbox.adapters.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.adapters.transport.ApiRequest;

/** Halyk's transactions in memory, held first and then charged; guarded by the bank's lock. */
final class FakeEpay {
    static final String TERMINAL = "67e34d63-102f-4bd1-898e-370781d0074d";

    private static final Pattern OPERATION = Pattern.compile("/operation/([^/]+)/(charge|cancel|refund)");
    private static final Pattern AMOUNT = Pattern.compile("amount=([0-9.]+)");
    private static final String STATUS = "/check-status/payment/transaction/";

    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, Transaction> byInvoice = new LinkedHashMap<>();

    private static final class Transaction {
        private final String id;
        private final BigDecimal amount;
        private final String createdAt;
        private BigDecimal payout;
        private String state = "AUTH";

        Transaction(String id, BigDecimal amount, String createdAt) {
            this.id = id;
            this.amount = amount;
            this.createdAt = createdAt;
            this.payout = amount;
        }
    }

    FakeEpay(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    FakeAnswer answer(ApiRequest request, String path, JsonNode body) {
        if (path.equals("/oauth2/token")) {
            return new FakeAnswer(
                    200, "{\"access_token\":\"fake\",\"expires_in\":7200,\"scope\":\"\",\"token_type\":\"Bearer\"}");
        }
        if (path.equals("/payment/cryptopay") || path.equals("/payments/cards/auth")) {
            return paid(body);
        }
        if (path.startsWith(STATUS)) {
            return status(path.substring(STATUS.length()));
        }
        Matcher operation = OPERATION.matcher(path);
        return operation.matches()
                ? operated(operation.group(1), operation.group(2), request)
                : FakeAnswer.unknownPath();
    }

    private FakeAnswer paid(JsonNode body) {
        String invoice = body.path("invoiceId").asText();
        Transaction paid = new Transaction(
                "00000000-0000-4000-8000-" + String.format("%012d", byInvoice.size() + 1),
                body.path("amount").decimalValue(),
                clock.instant().toString());
        if (byInvoice.putIfAbsent(invoice, paid) != null) {
            return new FakeAnswer(400, "{\"code\":2636,\"message\":\"the invoice exists\"}");
        }
        return new FakeAnswer(
                200,
                json.createObjectNode()
                        .put("id", paid.id)
                        .put("invoiceID", invoice)
                        .put("amount", paid.amount)
                        .put("currency", body.path("currency").asText())
                        .put("status", paid.state)
                        .put("code", 0)
                        .toString());
    }

    private FakeAnswer status(String invoice) {
        Transaction found = byInvoice.get(invoice);
        if (found == null) {
            return new FakeAnswer(200, "{\"resultCode\":\"102\",\"resultMessage\":\"unknown\"}");
        }
        ObjectNode transaction = json.createObjectNode()
                .put("id", found.id)
                .put("createdDate", found.createdAt)
                .put("invoiceID", invoice)
                .put("amount", found.amount)
                .put("payoutAmount", found.payout)
                .put("currency", "KZT")
                .put("terminalID", TERMINAL)
                .put("reasonCode", "00")
                .put("statusName", found.state);
        return new FakeAnswer(
                200,
                json.createObjectNode()
                        .put("resultCode", "100")
                        .<ObjectNode>set("transaction", transaction)
                        .toString());
    }

    private FakeAnswer operated(String id, String operation, ApiRequest request) {
        Optional<Transaction> found =
                byInvoice.values().stream().filter(each -> each.id.equals(id)).findFirst();
        String needed = operation.equals("refund") ? "CHARGE" : "AUTH";
        if (found.isEmpty() || !found.get().state.equals(needed)) {
            return new FakeAnswer(400, "{\"code\":100,\"message\":\"wrong state\"}");
        }
        Transaction transaction = found.get();
        Matcher query = AMOUNT.matcher(String.valueOf(request.uri().getQuery()));
        BigDecimal amount = query.find() ? new BigDecimal(query.group(1)) : transaction.payout;
        switch (operation) {
            case "charge" -> {
                transaction.state = "CHARGE";
                transaction.payout = amount;
            }
            case "cancel" -> transaction.state = "CANCEL";
            default -> {
                transaction.payout = transaction.payout.subtract(amount);
                transaction.state = transaction.payout.signum() > 0 ? "CHARGE" : "REFUND";
            }
        }
        return new FakeAnswer(200, "");
    }
}
