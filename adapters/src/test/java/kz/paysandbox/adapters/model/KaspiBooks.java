package kz.paysandbox.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.adapters.transport.ApiRequest;

/** Kaspi's payments; sums are whole tenge. */
final class KaspiBooks implements Books {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ID = Pattern.compile("(?:status/|QrPaymentId=)([0-9]+)");
    private static final String CANCELED = "RemotePaymentCanceled";

    /** One payment. */
    static final class Payment {
        final int total;
        int left;
        String status;

        Payment(int total, String status) {
            this.total = total;
            this.left = total;
            this.status = status;
        }
    }

    final Map<Long, Payment> payments = new TreeMap<>();
    private long last = 12_800_627_000L;

    long open(int total, String status) {
        payments.put(++last, new Payment(total, status));
        return last;
    }

    String status(long id) {
        Payment found = payments.get(id);
        return found == null ? "" : found.status;
    }

    boolean holds(long id, int total) {
        Payment found = payments.get(id);
        return found != null && found.total == total;
    }

    @Override
    public Optional<Effect> effect(ApiRequest request) {
        String path = request.uri().getPath();
        if (!request.method().equals("POST")) {
            return Optional.empty();
        }
        JsonNode body = json(request);
        if (path.endsWith("/qr/create")) {
            return Optional.of(attempt -> created(attempt, body, "'QrToken':'512','QrPaymentId':"));
        }
        if (path.endsWith("/qr/create-link")) {
            return Optional.of(
                    attempt -> created(attempt, body, "'PaymentLink':'https://pay.kaspi.kz/pay/5','PaymentId':"));
        }
        if (path.endsWith("/remote/create")) {
            return Optional.of(attempt -> {
                int amount = body.path("Amount").intValue();
                attempt.carriedOut(amount);
                return data("'QrPaymentId':" + open(amount, "RemotePaymentCreated"));
            });
        }
        if (path.endsWith("/remote/cancel")) {
            return Optional.of(attempt -> cancelled(attempt, payment(body)));
        }
        return Optional.of(
                attempt -> returned(attempt, payment(body), body.path("Amount").intValue()));
    }

    private Reply created(Attempt attempt, JsonNode body, String fields) {
        int amount = body.path("Amount").intValue();
        attempt.carriedOut(amount);
        return data(fields + open(amount, "QrTokenCreated")
                + ",'ExpireDate':'2026-11-21T14:03:00.000+05:00','PaymentMethods':[]");
    }

    private Reply cancelled(Attempt attempt, Payment payment) {
        if (payment.status.equals("RemotePaymentCreated")) {
            payment.status = CANCELED;
        }
        if (!payment.status.equals(CANCELED)) {
            return Reply.ok("{'StatusCode':-99000001}");
        }
        attempt.carriedOut(payment.total);
        return data("'Status':'" + CANCELED + "'");
    }

    private Reply returned(Attempt attempt, Payment payment, int amount) {
        if (amount > payment.left) {
            return Reply.ok("{'StatusCode':-99000005}");
        }
        payment.left -= amount;
        attempt.carriedOut(amount);
        return data("'ReturnOperationId':" + ++last);
    }

    @Override
    public Reply read(ApiRequest request) {
        Matcher id = ID.matcher(request.uri().toString());
        if (!id.find()) {
            throw new AssertionError("no question of this model: " + request);
        }
        Payment payment = payments.get(Long.parseLong(id.group(1)));
        if (payment == null) {
            return Reply.ok("{'StatusCode':-1601}");
        }
        return request.uri().getPath().contains("details")
                ? data("'QrPaymentId':" + id.group(1) + ",'TotalAmount':" + payment.total + ",'AvailableReturnAmount':"
                        + payment.left + ",'TransactionDate':'2026-11-21T14:03:00.000+05:00'")
                : data("'Status':'" + payment.status + "'");
    }

    @Override
    public List<Reply> vague(ApiRequest request) {
        List<Reply> all = new ArrayList<>(List.of(
                Reply.ok("{'StatusCode':-999}"),
                Reply.ok("{'StatusCode':-770077,'Message':'?'}"),
                Reply.ok("{'StatusCode':-1401}"),
                Reply.ok("{'StatusCode':0.9,'Data':{}}"),
                Reply.ok("{'StatusCode':0}"),
                Reply.ok("{'StatusCode':0,'Data':{}}"),
                Reply.ok("{'StatusCode':0,'Data"),
                Reply.ok("<html>"),
                Reply.of(202, "{'StatusCode':0}"),
                Reply.of(302, ""),
                Reply.of(400, "{'StatusCode':0}"),
                Reply.of(400, "{'StatusCode':-400}"),
                Reply.of(408, "{'StatusCode':-1501}"),
                Reply.of(500, "{'StatusCode':-1501}"),
                Reply.of(502, "<html>")));
        if (request.uri().getPath().endsWith("/remote/cancel")) {
            all.add(data("'Status':'RemotePaymentCreated'"));
        }
        return all;
    }

    @Override
    public void meddle(Random random) {
        for (Payment payment : payments.values()) {
            if (payment.status.equals("RemotePaymentCreated") && random.nextInt(4) == 0) {
                payment.status = random.nextBoolean() ? "Processed" : random.nextBoolean() ? "Error" : CANCELED;
            }
            int amount = random.nextBoolean() ? 50 : 25 * (1 + random.nextInt(6));
            if (payment.status.equals("Processed") && payment.left >= amount) {
                payment.left -= amount;
            }
        }
    }

    private Payment payment(JsonNode body) {
        Payment found = payments.get(body.path("QrPaymentId").longValue());
        if (found == null) {
            throw new AssertionError("no such payment in " + body);
        }
        return found;
    }

    private static Reply data(String fields) {
        return Reply.ok("{'StatusCode':0,'Data':{" + fields + "}}");
    }

    static JsonNode json(ApiRequest request) {
        try {
            return JSON.readTree(request.body().orElse("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
