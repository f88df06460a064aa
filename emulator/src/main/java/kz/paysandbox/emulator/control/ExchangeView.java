package kz.paysandbox.emulator.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.core.journal.Pseudonyms;

/** Exchanges as they are shown: whole, for comparing runs, or as an HTTP archive; secrets have stand-ins in each. */
final class ExchangeView {

    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d(:?\\d\\d)?)?");

    private static final Pattern PORT = Pattern.compile("(://[^/:\"\\s]+):\\d{1,5}");

    /** Shorter ones, as the client id {@code test}, are words of the bank's too. */
    private static final int SHORTEST_CREDENTIAL = 8;

    private final World world;
    private final Pseudonyms names;
    private final List<Map.Entry<String, String>> credentials;

    private ExchangeView(World world, Pseudonyms names, List<Map.Entry<String, String>> credentials) {
        this.world = world;
        this.names = names;
        this.credentials = credentials;
    }

    /** With the world's stand-ins, the same wherever it is asked. */
    static ExchangeView of(World world) {
        return new ExchangeView(world, world.pseudonyms(), List.of());
    }

    /** With stand-ins counted anew, so that what was looked at before makes no difference. */
    static ExchangeView comparing(World world) {
        return new ExchangeView(
                world,
                new Pseudonyms(),
                world.credentials().values().entrySet().stream()
                        .filter(credential -> credential.getValue().length() >= SHORTEST_CREDENTIAL)
                        .sorted(Comparator.comparing(
                                credential -> -credential.getValue().length()))
                        .toList());
    }

    Map<String, Object> whole(Exchange exchange) {
        Shown shown = Shown.of(world, names, exchange);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", exchange.number());
        view.put("at", exchange.at().toString());
        view.put("took", exchange.took().toString());
        view.put("world", world.name());
        view.put("listener", exchange.listener());
        view.put("endpoint", exchange.row());
        if (exchange.isHandshake()) {
            view.put("handshake", "failed");
        } else {
            view.put("method", exchange.request().method());
            view.put("target", shown.target());
            view.put("headers", headers(shown));
            view.put("body", shown.body());
            view.put("status", exchange.status());
            view.put("answer", shown.answer());
        }
        view.put("tls", exchange.tls());
        view.put("notes", shown.notes());
        return view;
    }

    /** Without times, durations, ports and credentials: equal for equal runs. */
    Map<String, Object> normalized(Exchange exchange) {
        Shown shown = Shown.of(world, names, exchange);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("listener", exchange.listener());
        view.put("endpoint", exchange.row());
        view.put("method", exchange.request().method());
        view.put("target", comparable(shown.target()));
        view.put("body", comparable(shown.body()));
        view.put("status", exchange.status());
        view.put("answer", comparable(shown.answer()));
        view.put("notes", shown.notes().stream().map(this::comparable).toList());
        return view;
    }

    /** An entry of an HTTP archive, version 1.2. */
    Map<String, Object> har(Exchange exchange) {
        Shown shown = Shown.of(world, names, exchange);
        double millis =
                exchange.took().toNanos() / (double) Duration.ofMillis(1).toNanos();
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("method", exchange.request().method());
        request.put("url", "https://" + exchange.listener() + shown.target());
        request.put("httpVersion", "HTTP/1.1");
        request.put("cookies", List.of());
        request.put("headers", pairs(headers(shown)));
        request.put("queryString", List.of());
        request.put("headersSize", -1);
        request.put("bodySize", exchange.request().body().size());
        request.put("postData", Map.of("mimeType", shown.type(), "text", shown.body()));
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("status", exchange.status());
        response.put("statusText", "");
        response.put("httpVersion", "HTTP/1.1");
        response.put("cookies", List.of());
        response.put("headers", List.of());
        response.put(
                "content",
                Map.of(
                        "size", exchange.answer().size(),
                        "mimeType", "application/json",
                        "text", shown.answer()));
        response.put("redirectURL", "");
        response.put("headersSize", -1);
        response.put("bodySize", exchange.answer().size());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("startedDateTime", exchange.at().toString());
        entry.put("time", millis);
        entry.put("request", request);
        entry.put("response", response);
        entry.put("cache", Map.of());
        entry.put("timings", Map.of("send", 0, "wait", millis, "receive", 0));
        entry.put("comment", String.join("; ", shown.notes()));
        return entry;
    }

    private static Map<String, String> headers(Shown shown) {
        return shown.headers().stream()
                .collect(Collectors.toMap(
                        Exchange.Header::name,
                        Exchange.Header::value,
                        (first, second) -> first + ", " + second,
                        LinkedHashMap::new));
    }

    private static List<Map<String, String>> pairs(Map<String, String> headers) {
        List<Map<String, String>> pairs = new ArrayList<>();
        headers.forEach((name, value) -> pairs.add(Map.of("name", name, "value", value)));
        return pairs;
    }

    /** Without what differs between two worlds that are otherwise alike. */
    private String comparable(String text) {
        String shown = PORT.matcher(TIME.matcher(text).replaceAll("<time>")).replaceAll("$1");
        for (Map.Entry<String, String> credential : credentials) {
            shown = shown.replace(credential.getValue(), "<" + credential.getKey() + ">");
        }
        return shown;
    }
}
