package kz.paysandbox.emulator.blackbox.killed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whoever sets a world up: its clock, customers, organisations; and reads what was found and written down there. */
final class Operator implements Party {

    /** How a world's time goes. */
    enum Time {
        REAL,
        AHEAD,
        FROZEN
    }

    private static final String BIN = "990340000013";
    private static final Duration TOLERANCE = Duration.ofSeconds(20);

    private final Place place;
    private final Chance chance;
    private final Time time;
    private final Exchanges exchanges;

    /** What each setting was told to be; where a change was not answered, also what it may be. */
    private final Map<String, Set<String>> settings = new HashMap<>();

    private final Map<String, Integer> findings = new LinkedHashMap<>();
    private final Set<Long> tradePoints = new HashSet<>();

    /** What the clock may read, where it is frozen; how far ahead it may be, where it runs. */
    private final Set<Instant> frozenAt = new HashSet<>();

    private final Set<Duration> ahead = new HashSet<>();
    private long named;

    Operator(Place place, Chance chance, Time time) {
        this.place = place;
        this.chance = chance;
        this.time = time;
        this.exchanges = new Exchanges(place);
    }

    @Override
    public void act() throws Unanswered {
        switch (chance.below(8)) {
            case 0 -> change("active", "/organizations/" + BIN);
            case 1 -> change("partialRefunds", "/organizations/" + BIN);
            case 2 -> change("qrPayments", "/tradepoints/102");
            case 3 -> addTradePoint();
            case 4 -> customer();
            case 5 -> advance();
            case 6 -> readFindings();
            default -> exchanges.read();
        }
    }

    private void change(String name, String path) throws Unanswered {
        String value = String.valueOf(chance.below(2) == 0);
        set(path + " " + name, value, "PATCH", path, "{\"" + name + "\":" + value + "}");
    }

    private void customer() throws Unanswered {
        String mode = chance.of(List.of("manual", "ignores"));
        String scanAfter = "PT" + (1 + chance.below(9)) + "S";
        set(
                "/customer scanAfter",
                scanAfter,
                "PUT",
                "/customer",
                "{\"mode\":\"" + mode + "\",\"scanAfter\":\"" + scanAfter + "\"}");
        settings.put("/customer mode", Set.of(mode));
    }

    private void set(String key, String value, String method, String path, String body) throws Unanswered {
        Set<String> possible = new HashSet<>(settings.getOrDefault(key, Set.of()));
        boolean known = !possible.isEmpty();
        possible.add(value);
        settings.put(key, known ? possible : Set.of());
        if (path.equals("/customer")) {
            settings.remove("/customer mode");
        }
        Reply reply = place.control(method, path, body);
        place.differences().same(place.name() + " " + body + " " + reply.body(), 200, reply.status());
        settings.put(key, Set.of(value));
    }

    private void addTradePoint() throws Unanswered {
        long id = 10_000 + ++named;
        Reply reply = place.control(
                "POST", "/tradepoints", "{\"id\":" + id + ",\"bin\":\"" + BIN + "\",\"name\":\"" + id + "\"}");
        place.differences().holds(reply.status() < 300, place.name() + " trade point " + reply.body());
        tradePoints.add(id);
    }

    private void advance() throws Unanswered {
        if (time == Time.REAL) {
            return;
        }
        Duration step = Duration.ofMinutes(time == Time.AHEAD ? 2 : 0).plusSeconds(1 + chance.below(4));
        Set.copyOf(frozenAt).forEach(before -> frozenAt.add(before.plus(step)));
        Set.copyOf(ahead).forEach(before -> ahead.add(before.plus(step)));
        Reply reply = place.control("POST", "/clock/advance", "{\"by\":\"" + step + "\"}");
        place.differences().same(place.name() + " advance " + reply.body(), 200, reply.status());
        learnTime(reply);
    }

    private void learnTime(Reply reply) {
        Instant now = Instant.parse(reply.text("now"));
        frozenAt.clear();
        ahead.clear();
        if (time == Time.FROZEN) {
            frozenAt.add(now);
        } else {
            ahead.add(Duration.between(Instant.now(), now));
        }
    }

    private void readFindings() throws Unanswered {
        for (JsonNode finding : place.control("GET", "/findings", "").json()) {
            findings.put(key(finding), finding.path("count").asInt());
        }
    }

    private static String key(JsonNode finding) {
        return finding.path("rule").asText() + ": " + finding.path("evidence").asText();
    }

    @Override
    public void check() throws Unanswered {
        exchanges.check();
        clock();
        checkFindings();
        Map<String, JsonNode> now = new HashMap<>();
        for (String path : List.of("/organizations/" + BIN, "/tradepoints/102")) {
            place.control("PATCH", path, "{}")
                    .json()
                    .properties()
                    .forEach(field -> now.put(path + " " + field.getKey(), field.getValue()));
        }
        place.control("GET", "/customer", "")
                .json()
                .properties()
                .forEach(field -> now.put("/customer " + field.getKey(), field.getValue()));
        settings.forEach((key, possible) -> Optional.ofNullable(now.get(key))
                .ifPresent(value -> place.differences()
                        .holds(
                                possible.isEmpty() || possible.contains(value.asText()),
                                place.name() + " " + key + ": told " + possible + ", now " + value)));
        Set<Long> kept = new HashSet<>();
        for (JsonNode organization : place.control("GET", "/world", "").json().at("/kaspi/organizations")) {
            organization.path("tradePoints").forEach(point -> kept.add(point.asLong()));
        }
        place.differences().holds(kept.containsAll(tradePoints), place.name() + " trade points " + kept);
    }

    private void clock() throws Unanswered {
        Reply reply = place.control("GET", "/clock", "");
        Instant now = Instant.parse(reply.text("now"));
        place.differences().same(place.name() + " clock", time == Time.FROZEN ? "frozen" : "real", reply.text("mode"));
        if (time == Time.FROZEN) {
            place.differences().holds(isBetween(now), place.name() + " clock: told " + frozenAt + ", now " + now);
        } else {
            Duration present = Duration.between(Instant.now(), now);
            place.differences()
                    .holds(
                            ahead.isEmpty()
                                    || (present.plus(TOLERANCE).compareTo(Collections.min(ahead)) > 0
                                            && present.minus(TOLERANCE).compareTo(Collections.max(ahead)) < 0),
                            place.name() + " clock is ahead: told " + ahead + ", now " + present);
        }
        learnTime(reply);
    }

    /** An advance that was not answered has come as far as it has. */
    private boolean isBetween(Instant now) {
        return frozenAt.isEmpty()
                || (!now.isBefore(Collections.min(frozenAt)) && !now.isAfter(Collections.max(frozenAt)));
    }

    private void checkFindings() throws Unanswered {
        Map<String, Integer> now = new HashMap<>();
        for (JsonNode finding : place.control("GET", "/findings", "").json()) {
            now.put(key(finding), finding.path("count").asInt());
        }
        findings.forEach((key, count) -> place.differences()
                .holds(
                        now.getOrDefault(key, 0) >= count,
                        place.name() + " finding " + key + ": told " + count + ", now " + now.get(key)));
        findings.clear();
    }
}
