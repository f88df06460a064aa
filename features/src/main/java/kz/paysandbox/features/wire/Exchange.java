package kz.paysandbox.features.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A request and what came of it, for whoever reads a failure. Headers are left out.
 *
 * @param target the path and the query
 * @param outcome the HTTP status, or why there is none
 * @param notes what the sandbox says of it
 */
public record Exchange(
        String method, String target, String request, String outcome, String answer, List<String> notes) {

    /** The media type of a scenario's attachment that holds exchanges. */
    public static final String MEDIA_TYPE = "application/vnd.kzpay.exchanges+json";

    private static final int LONGEST = 4_000;

    public Exchange {
        notes = List.copyOf(notes);
    }

    static Exchange of(Request request, Response response) {
        String query = request.uri().getRawQuery();
        return new Exchange(
                request.method(),
                request.uri().getRawPath() + (query == null ? "" : "?" + query),
                request.body().orElse(""),
                response.kind() == Response.Kind.ANSWERED
                        ? String.valueOf(response.status())
                        : response.kind().name(),
                response.body(),
                List.of());
    }

    /** As the sandbox's journal shows them. */
    public static List<Exchange> ofJournal(JsonNode journal) {
        List<Exchange> exchanges = new ArrayList<>();
        journal.forEach(entry -> exchanges.add(new Exchange(
                entry.path("method").asText("handshake"),
                entry.path("target").asText(),
                entry.path("body").asText(),
                entry.path("status").asText("failed"),
                entry.path("answer").asText(),
                texts(entry.path("notes")))));
        return exchanges;
    }

    /** The same with other texts, such as those without secrets. */
    public Exchange map(UnaryOperator<String> change) {
        return new Exchange(
                method,
                change.apply(target),
                change.apply(request),
                outcome,
                change.apply(answer),
                notes.stream().map(change).toList());
    }

    /** As JSON, long bodies cut. */
    public static String write(List<Exchange> exchanges) {
        return Json.of(Map.of(
                "exchanges",
                exchanges.stream().map(each -> each.map(Exchange::cut)).toList()));
    }

    /** What {@link #write} has written. */
    public static List<Exchange> read(String json) {
        List<Exchange> exchanges = new ArrayList<>();
        Json.read(json)
                .path("exchanges")
                .forEach(each -> exchanges.add(new Exchange(
                        each.path("method").asText(),
                        each.path("target").asText(),
                        each.path("request").asText(),
                        each.path("outcome").asText(),
                        each.path("answer").asText(),
                        texts(each.path("notes")))));
        return exchanges;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "… (" + text.length() + " characters in all)";
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
