package kz.paysandbox.adapters.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.ApiRequest;
import org.jspecify.annotations.Nullable;

/** Kaspi's payments in memory; guarded by the bank's lock. */
final class FakeKaspi {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx");
    private static final Pattern ID_IN_QUERY = Pattern.compile("QrPaymentId=([0-9]+)");
    private static final int NO_PAYMENT = -1601;
    private static final int TOO_MUCH = -99000005;

    private final JsonMapper json;
    private final Clock clock;
    private final Map<Long, Payment> payments = new HashMap<>();
    private long numbers = 1000;

    private static final class Payment {
        private final BigDecimal amount;
        private String status;
        private BigDecimal refunded = BigDecimal.ZERO;

        Payment(BigDecimal amount, String status) {
            this.amount = amount;
            this.status = status;
        }
    }

    FakeKaspi(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    void move(long id, String status) {
        Payment payment = payments.get(id);
        if (payment == null) {
            throw new IllegalArgumentException("the fake bank has no payment " + id);
        }
        payment.status = status;
    }

    Tenge refundable(long id) {
        Payment payment = payments.get(id);
        return payment == null ? Tenge.ZERO : Tenge.of(payment.amount.subtract(payment.refunded));
    }

    FakeAnswer answer(ApiRequest request, String versioned, JsonNode body) {
        String path = versioned.replaceFirst("^v0[12]/", "");
        if (path.startsWith("payment/status/")) {
            return status(Long.parseLong(path.substring("payment/status/".length())));
        }
        if (path.startsWith("partner/tradepoints")) {
            return ok(json.createArrayNode()
                    .add(json.createObjectNode().put("TradePointId", 1).put("TradePointName", "Shop")));
        }
        return switch (path) {
            case "health/ping", "device/delete" -> ok(null);
            case "device/register" -> ok(object().put("DeviceToken", "device-" + ++numbers));
            case "qr/create" -> created(body, "QrTokenCreated", "QrPaymentId", "QrToken", "5");
            case "qr/create-link" ->
                created(body, "QrTokenCreated", "PaymentId", "PaymentLink", "https://pay.bank.example/");
            case "remote/create" -> created(body, "RemotePaymentCreated", "QrPaymentId", "Note", "");
            case "remote/client-info" -> ok(object().put("ClientName", "A customer"));
            case "remote/cancel" -> cancelled(body.path("QrPaymentId").asLong());
            case "payment/details" -> details(request);
            case "payment/return" ->
                refunded(body.path("QrPaymentId").asLong(), body.path("Amount").decimalValue());
            case "test/payment/scan" -> played(body, "Wait");
            case "test/payment/confirm" -> played(body, "Processed");
            case "test/payment/scanerror", "test/payment/confirmerror" -> played(body, "Error");
            default -> FakeAnswer.unknownPath();
        };
    }

    private FakeAnswer created(JsonNode body, String status, String idName, String tokenName, String token) {
        long id = ++numbers;
        payments.put(id, new Payment(body.path("Amount").decimalValue(), status));
        return ok(object().put(idName, id).put(tokenName, token + id).put("ExpireDate", in(Duration.ofMinutes(5))));
    }

    private FakeAnswer status(long id) {
        Payment payment = payments.get(id);
        return payment == null ? refused(NO_PAYMENT) : ok(object().put("Status", payment.status));
    }

    private FakeAnswer cancelled(long id) {
        Payment payment = payments.get(id);
        if (payment == null || !payment.status.equals("RemotePaymentCreated")) {
            return refused(-99000001);
        }
        payment.status = "RemotePaymentCanceled";
        return status(id);
    }

    private FakeAnswer details(ApiRequest request) {
        Matcher id = ID_IN_QUERY.matcher(String.valueOf(request.uri().getQuery()));
        Payment payment = id.find() ? payments.get(Long.parseLong(id.group(1))) : null;
        if (payment == null || !payment.status.equals("Processed")) {
            return refused(NO_PAYMENT);
        }
        return ok(object().put("QrPaymentId", Long.parseLong(id.group(1)))
                .put("TotalAmount", payment.amount)
                .put("AvailableReturnAmount", payment.amount.subtract(payment.refunded))
                .put("TransactionDate", in(Duration.ZERO)));
    }

    private FakeAnswer refunded(long id, BigDecimal amount) {
        Payment payment = payments.get(id);
        if (payment == null || !payment.status.equals("Processed")) {
            return refused(NO_PAYMENT);
        }
        if (payment.refunded.add(amount).compareTo(payment.amount) > 0) {
            return refused(TOO_MUCH);
        }
        payment.refunded = payment.refunded.add(amount);
        return ok(object().put("ReturnOperationId", ++numbers));
    }

    private FakeAnswer played(JsonNode body, String status) {
        long id = body.path("qrPaymentId").asLong();
        if (!payments.containsKey(id)) {
            return refused(NO_PAYMENT);
        }
        move(id, status);
        return ok(null);
    }

    private String in(Duration later) {
        return DATE.format(clock.instant().plus(later).atOffset(ZoneOffset.ofHours(5)));
    }

    private ObjectNode object() {
        return json.createObjectNode();
    }

    private FakeAnswer ok(@Nullable JsonNode data) {
        return new FakeAnswer(
                200, object().put("StatusCode", 0).<ObjectNode>set("Data", data).toString());
    }

    private FakeAnswer refused(int code) {
        return new FakeAnswer(
                200, object().put("StatusCode", code).put("Message", "refused").toString());
    }
}
