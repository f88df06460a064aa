package kz.paysandbox.emulator.blackbox.killed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The journal as its reader was told of it. */
final class Exchanges {

    /** So many of the newest outlive the process; an entry is written down a moment after its number is given. */
    private static final int KEPT = 200;

    private static final int UNDER_WAY = 40;

    /** Asked for without credentials: such requests do not outlive the process. */
    private static final String OF_STRANGERS = "/public.rsa";

    private final Place place;
    private final Map<Long, String> seen = new HashMap<>();
    private List<JsonNode> latest = List.of();

    Exchanges(Place place) {
        this.place = place;
    }

    void read() throws Unanswered {
        List<JsonNode> read = new ArrayList<>();
        place.control("GET", "/requests?limit=60", "").json().forEach(read::add);
        read.forEach(this::once);
        read.removeIf(Exchanges::isOfStranger);
        latest = read;
    }

    /** A relay that is killed in the middle of a client's handshake has left one that failed, which has no target. */
    private static boolean isOfStranger(JsonNode exchange) {
        String target = exchange.path("target").asText();
        return target.isEmpty() || target.equals(OF_STRANGERS);
    }

    /** No number is given to two requests. */
    private void once(JsonNode exchange) {
        String what =
                exchange.path("at").asText() + " " + exchange.path("target").asText();
        String earlier = seen.putIfAbsent(exchange.path("number").asLong(), what);
        place.differences()
                .holds(
                        earlier == null || earlier.equals(what),
                        place.name() + " two requests " + exchange.path("number") + ": " + earlier + " and " + what);
    }

    void check() throws Unanswered {
        TreeMap<Long, JsonNode> now = new TreeMap<>();
        for (JsonNode exchange :
                place.control("GET", "/requests?limit=1000", "").json()) {
            now.put(exchange.path("number").asLong(), exchange);
            once(exchange);
        }
        for (JsonNode told : latest) {
            long number = told.path("number").asLong();
            JsonNode kept = now.get(number);
            boolean pushedOut = now.size() >= KEPT && number < now.firstKey() + UNDER_WAY;
            place.differences().holds(kept != null || pushedOut, place.name() + " request " + number + " is missing");
            if (kept != null) {
                place.differences()
                        .same(place.name() + " request " + number, withoutNumbers(told), withoutNumbers(kept));
            }
        }
        latest = List.of();
    }

    /** A stand-in that was first shown just before a kill may have another number after it. */
    private static String withoutNumbers(Object shown) {
        return String.valueOf(shown).replaceAll("(\\w)#\\d+", "$1#");
    }
}
