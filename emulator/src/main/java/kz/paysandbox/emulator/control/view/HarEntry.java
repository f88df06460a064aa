package kz.paysandbox.emulator.control.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.journal.Exchange;

/** An entry of an HTTP archive, version 1.2; names and order are the format's. */
public record HarEntry(
        Instant startedDateTime,
        double time,
        Request request,
        Response response,
        Map<String, String> cache,
        Timings timings,
        String comment) {

    private static final String VERSION = "HTTP/1.1";

    /** A name or an address, and a port. */
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

    /** What was asked; sizes in bytes, -1 where they are not known. */
    public record Request(
            String method,
            String url,
            String httpVersion,
            List<Pair> cookies,
            List<Pair> headers,
            List<Pair> queryString,
            int headersSize,
            int bodySize,
            PostData postData) {}

    /** What was answered; sizes in bytes, -1 where they are not known. */
    public record Response(
            int status,
            String statusText,
            String httpVersion,
            List<Pair> cookies,
            List<Pair> headers,
            Content content,
            String redirectURL,
            int headersSize,
            int bodySize) {}

    /** A header field, cookie or parameter. */
    public record Pair(String name, String value) {}

    /** The body that was sent. */
    public record PostData(String mimeType, String text) {}

    /** The body that was answered. */
    public record Content(int size, String mimeType, String text) {}

    /** Milliseconds of the phases. */
    public record Timings(int send, @JsonProperty("wait") double waiting, int receive) {}

    /** With the world's stand-ins for secrets. */
    public static HarEntry of(World world, Exchange exchange) {
        RedactedExchange shown = RedactedExchange.of(world, world.pseudonyms(), exchange);
        double millis =
                exchange.took().toNanos() / (double) Duration.ofMillis(1).toNanos();
        return new HarEntry(
                exchange.at(),
                millis,
                request(exchange, shown),
                response(exchange, shown),
                Map.of(),
                new Timings(0, millis, 0),
                String.join("; ", shown.notes()));
    }

    private static Request request(Exchange exchange, RedactedExchange shown) {
        return new Request(
                exchange.request().method(),
                "https://" + host(exchange, shown) + shown.target(),
                VERSION,
                List.of(),
                shown.fields().entrySet().stream()
                        .map(field -> new Pair(field.getKey(), field.getValue()))
                        .toList(),
                List.of(),
                -1,
                exchange.request().body().size(),
                new PostData(shown.type(), shown.body()));
    }

    /** The one that the client called, by its Host header; the listener's name where there is none that is usable. */
    private static String host(Exchange exchange, RedactedExchange shown) {
        return shown.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Host"))
                .map(Exchange.Header::value)
                .filter(value -> HOST.matcher(value).matches())
                .findFirst()
                .orElse(exchange.listener());
    }

    private static Response response(Exchange exchange, RedactedExchange shown) {
        int size = exchange.answer().size();
        return new Response(
                exchange.status(),
                "",
                VERSION,
                List.of(),
                List.of(),
                new Content(size, "application/json", shown.answer()),
                "",
                -1,
                size);
    }
}
