package kz.paysandbox.adapters.merchant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.StreamSupport;
import kz.paysandbox.adapters.kaspi.payment.LinkPayment;
import kz.paysandbox.adapters.kaspi.payment.Payment;
import kz.paysandbox.adapters.kaspi.payment.PaymentMethod;
import kz.paysandbox.adapters.kaspi.payment.PaymentTimes;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.kaspi.payment.Till;

/**
 * One of the three ways to open a payment, and how its answer is kept.
 *
 * @param kind {@code payment_log.kind}
 * @param id the bank's number in the answer
 * @param write the answer as text
 * @param read the answer from that text and its till
 * @param harmlessIfLost whether an answer that nobody was given does no harm: nobody can pay it
 * @param <T> the answer
 */
record Opening<T>(
        String kind,
        ToLongFunction<T> id,
        Function<T, String> write,
        BiFunction<String, Till, T> read,
        boolean harmlessIfLost) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static final Opening<QrPayment> QR = new Opening<>(
            "qr",
            QrPayment::id,
            payment -> written(payment, payment.qrToken(), payment.methods()),
            (text, till) -> {
                JsonNode kept = parsed(text);
                return new QrPayment(
                        kept.path("id").longValue(),
                        kept.path("given").textValue(),
                        instant(kept, "expiresAt"),
                        instant(kept, "receivedAt"),
                        methods(kept),
                        times(kept),
                        till);
            },
            true);

    static final Opening<LinkPayment> LINK = new Opening<>(
            "link",
            LinkPayment::id,
            payment -> written(payment, payment.link().toString(), payment.methods()),
            (text, till) -> {
                JsonNode kept = parsed(text);
                return new LinkPayment(
                        kept.path("id").longValue(),
                        URI.create(kept.path("given").textValue()),
                        instant(kept, "expiresAt"),
                        instant(kept, "receivedAt"),
                        methods(kept),
                        times(kept),
                        till);
            },
            true);

    static final Opening<RemoteInvoice> INVOICE = new Opening<>(
            "invoice",
            RemoteInvoice::id,
            invoice -> Long.toString(invoice.id()),
            (text, till) -> new RemoteInvoice(Long.parseLong(text), Optional.of(till)),
            false);

    private static String written(Payment payment, String given, List<PaymentMethod> methods) {
        ObjectNode kept = JSON.createObjectNode()
                .put("id", payment.id())
                .put("given", given)
                .put("expiresAt", payment.expiresAt().toString())
                .put("receivedAt", payment.receivedAt().toString())
                .put("pollingInterval", payment.times().pollingInterval().toString())
                .put("scanTimeout", payment.times().scanTimeout().toString())
                .put(
                        "confirmationTimeout",
                        payment.times().confirmationTimeout().toString());
        ArrayNode words = kept.putArray("methods");
        methods.forEach(method -> words.add(method.value()));
        return kept.toString();
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept answer is no JSON", e);
        }
    }

    private static Instant instant(JsonNode kept, String field) {
        return Instant.parse(kept.path(field).textValue());
    }

    private static List<PaymentMethod> methods(JsonNode kept) {
        return StreamSupport.stream(kept.path("methods").spliterator(), false)
                .map(word -> new PaymentMethod(word.textValue()))
                .toList();
    }

    private static PaymentTimes times(JsonNode kept) {
        return new PaymentTimes(
                duration(kept, "pollingInterval"),
                duration(kept, "scanTimeout"),
                duration(kept, "confirmationTimeout"));
    }

    private static Duration duration(JsonNode kept, String field) {
        return Duration.parse(kept.path(field).textValue());
    }
}
