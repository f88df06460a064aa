package kz.paysandbox.gateway.pay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.transport.ApiRequest;
import kz.paysandbox.adapters.transport.ApiResponse;
import kz.paysandbox.adapters.transport.Transport;

/** Scheme r3 of Kaspi in memory: payments and refunds, and troubles that are planned one by one for calls that move money. */
final class MemoryBank implements Transport {
    private static final JsonMapper JSON = new JsonMapper();

    /** What goes wrong with one call. */
    sealed interface Trouble {
        /** None. */
        record None() implements Trouble {}

        /** It cannot be reached. */
        record Down() implements Trouble {}

        /** The answer is lost after it was carried out. */
        record LostAfter() implements Trouble {}

        /** It is lost before it is carried out. */
        record LostBefore() implements Trouble {}

        /** It is carried out, and this happens before its answer is there. */
        record Meanwhile(Runnable act) implements Trouble {}

        /** It is refused. */
        record Code(long code) implements Trouble {}
    }

    /** What happens while an answer is under way. */
    private record Delay(String path, Runnable act) {}

    private static final class Held {
        String status;
        final long amount;
        long refundable;

        Held(String status, long amount) {
            this.status = status;
            this.amount = amount;
        }
    }

    private final Map<Long, Held> payments = new HashMap<>();
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private final Deque<Delay> delays = new ArrayDeque<>();
    private final Map<String, Long> refusals = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private long last = 13_000_000_000L;
    private int hidden;
    private boolean delayed;

    private Held held(long id) {
        return Objects.requireNonNull(payments.get(id));
    }

    synchronized void plan(Trouble trouble) {
        troubles.add(trouble);
    }

    synchronized void paid(long id) {
        Held payment = held(id);
        payment.status = "Processed";
        payment.refundable = payment.amount;
    }

    /** By another program than the gateway. */
    synchronized void refundsElsewhere(long id, long amount) {
        held(id).refundable -= amount;
    }

    synchronized void ends(long id, String status) {
        held(id).status = status;
    }

    /** This happens when the answer to the next such question, in the order of planning, is made and not yet given. */
    synchronized void delays(String path, Runnable act) {
        delays.add(new Delay(path, act));
    }

    /** Such questions are refused with a code. */
    synchronized void refuses(String path, long code) {
        refusals.put(path, code);
    }

    /** Such questions are answered again. */
    synchronized void answers(String path) {
        refusals.remove(path);
    }

    /** So many questions for a state are not answered. */
    synchronized void hides(int questions) {
        hidden = questions;
    }

    synchronized long refundable(long id) {
        return held(id).refundable;
    }

    /** How often a path was asked for. */
    synchronized long asked(String path) {
        return asked.stream().filter(path::equals).count();
    }

    synchronized int payments() {
        return payments.size();
    }

    @Override
    public synchronized ApiResponse send(ApiRequest request) {
        String path = request.uri().getPath().replaceFirst("^/r3/v0[12]/", "");
        String name = path.startsWith("payment/status/") ? "payment/status" : path;
        asked.add(name);
        boolean money = List.of("qr/create", "qr/create-link", "remote/create", "remote/cancel", "payment/return")
                .contains(name);
        Optional<Trouble> planned = money ? Optional.ofNullable(troubles.poll()) : Optional.empty();
        Trouble trouble = planned.orElse(new Trouble.None());
        if (name.equals("payment/status") && hidden > 0) {
            hidden--;
            throw OutcomeUnknown.lost(request.requestId(), "lost", null);
        }
        if (trouble instanceof Trouble.Down) {
            throw ConnectionFailed.passing(request.requestId(), "refused", new IOException("refused"));
        }
        if (trouble instanceof Trouble.LostBefore) {
            throw OutcomeUnknown.lost(request.requestId(), "lost", null);
        }
        Optional<Long> refusal = trouble instanceof Trouble.Code code
                ? Optional.of(code.code())
                : Optional.ofNullable(refusals.get(name));
        String answer = refusal.map(MemoryBank::refused).orElseGet(() -> answer(name, path, request));
        if (trouble instanceof Trouble.Meanwhile meanwhile) {
            meanwhile.act().run();
        }
        delay(name);
        if (trouble instanceof Trouble.LostAfter) {
            throw OutcomeUnknown.lost(request.requestId(), "lost", null);
        }
        return new ApiResponse(request.requestId(), 200, Map.of(), answer.getBytes(StandardCharsets.UTF_8));
    }

    /** Questions that are asked meanwhile are answered at once. */
    private void delay(String name) {
        if (!delayed && !delays.isEmpty() && delays.element().path().equals(name)) {
            delayed = true;
            delays.remove().act().run();
            delayed = false;
        }
    }

    private String answer(String name, String path, ApiRequest request) {
        JsonNode body = body(request);
        return switch (name) {
            case "device/register" ->
                ok("{\"DeviceToken\":\"device-" + body.path("TradePointId").asText() + "\"}");
            case "qr/create" -> created(body, "QrTokenCreated", "\"QrToken\":\"code\",\"QrPaymentId\":");
            case "qr/create-link" ->
                created(body, "QrTokenCreated", "\"PaymentLink\":\"https://pay.example/5\",\"PaymentId\":");
            case "remote/create" -> created(body, "RemotePaymentCreated", "\"QrPaymentId\":");
            case "remote/cancel" -> cancelled(body.path("QrPaymentId").asLong());
            case "payment/status" -> status(Long.parseLong(path.substring("payment/status/".length())));
            case "payment/details" -> details(request);
            case "payment/return" ->
                returned(body.path("QrPaymentId").asLong(), body.path("Amount").asLong());
            default -> throw new IllegalArgumentException(path);
        };
    }

    private static JsonNode body(ApiRequest request) {
        try {
            return JSON.readTree(request.body().orElse("{}".getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String created(JsonNode body, String status, String fields) {
        last++;
        payments.put(last, new Held(status, body.path("Amount").asLong()));
        return ok("{" + fields + last + ",\"ExpireDate\":\"2026-11-27T15:03:00.000+05:00\"}");
    }

    private String cancelled(long id) {
        Held payment = held(id);
        if (payment.status.equals("Processed")) {
            return refused(-99000011);
        }
        payment.status = "RemotePaymentCanceled";
        return status(id);
    }

    private String status(long id) {
        return !payments.containsKey(id) ? refused(-1601) : ok("{\"Status\":\"" + held(id).status + "\"}");
    }

    private String details(ApiRequest request) {
        String query = request.uri().getQuery();
        long id = Long.parseLong(query.replaceFirst(".*QrPaymentId=([0-9]+).*", "$1"));
        Held payment = held(id);
        return ok("{\"QrPaymentId\":" + id + ",\"TotalAmount\":" + payment.amount + ",\"AvailableReturnAmount\":"
                + payment.refundable + ",\"TransactionDate\":\"2026-11-27T15:00:00.000+05:00\"}");
    }

    private String returned(long id, long amount) {
        Held payment = held(id);
        if (amount > payment.refundable) {
            return refused(-99000005);
        }
        payment.refundable -= amount;
        return ok("{\"ReturnOperationId\":" + (14_000_000_000L + asked.size()) + "}");
    }

    private static String ok(String data) {
        return "{\"StatusCode\":0,\"Data\":" + data + "}";
    }

    private static String refused(long code) {
        return "{\"StatusCode\":" + code + ",\"Message\":\"no\"}";
    }
}
