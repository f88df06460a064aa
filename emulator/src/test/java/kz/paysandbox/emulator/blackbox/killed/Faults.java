package kz.paysandbox.emulator.blackbox.killed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Faults that happen a few times each, and how often they have. */
final class Faults implements Party {

    private static final int TIMES = 3;
    private static final int MOST = 8;

    /** A POST, which the client never repeats by itself, that is refused where no fault meets it. */
    private static final Map<String, ?> NOTHING = Map.of("DeviceToken", "of nobody", "Amount", 1);

    /** How often a fault met a call, and whether one call more was not answered. */
    private record Met(int surely, boolean perhapsOnceMore) {}

    private final Place place;
    private final Chance chance;
    private final Map<String, Met> present = new LinkedHashMap<>();
    private final Map<String, String> probes = new HashMap<>();
    private int made;

    Faults(Place place, Chance chance) {
        this.place = place;
        this.chance = chance;
    }

    @Override
    public void act() throws Unanswered {
        Optional<String> known = chance.any(present.keySet(), id -> true);
        if (known.isEmpty() || (present.size() < MOST && chance.below(4) == 0)) {
            make();
        } else if (chance.below(8) == 0) {
            present.remove(known.get());
            Reply reply = place.control("DELETE", "/faults/" + known.get(), "");
            place.differences().same(place.name() + " end of " + known.get() + " " + reply.body(), 204, reply.status());
        } else {
            meet(known.get());
        }
    }

    private void make() throws Unanswered {
        String number = String.valueOf(++made);
        Reply reply = place.control(
                "POST",
                "/faults",
                "{\"name\":\"" + number + "\",\"when\":{\"endpoint\":\"r1 qr create\",\"header\":{\"X-Probe\":\""
                        + number + "\"}},\"then\":{\"statusCode\":-999},\"times\":" + TIMES + "}");
        place.differences().same(place.name() + " fault " + reply.body(), 201, reply.status());
        place.given().once("fault", reply.text("id"));
        present.put(reply.text("id"), new Met(0, false));
        probes.put(reply.text("id"), number);
    }

    private void meet(String id) throws Unanswered {
        Met before = present.getOrDefault(id, new Met(0, false));
        present.put(id, new Met(before.surely(), true));
        Reply reply = place.kaspi("r1", "qr/create", NOTHING, Map.of("X-Probe", probes.getOrDefault(id, "")));
        place.differences()
                .same(place.name() + " " + id + " after " + before, before.surely() < TIMES, reply.code() == -999);
        present.put(id, new Met(before.surely() + 1, false));
    }

    @Override
    public void check() throws Unanswered {
        Map<String, JsonNode> now = new HashMap<>();
        for (JsonNode fault : place.control("GET", "/faults", "").json()) {
            now.put(fault.path("id").asText(), fault);
        }
        for (Map.Entry<String, Met> told : present.entrySet()) {
            JsonNode fault = now.get(told.getKey());
            String who = place.name() + " " + told;
            place.differences().holds(fault != null, who + " is missing");
            if (fault != null) {
                int met = fault.path("met").asInt();
                int surely = told.getValue().surely();
                boolean fits = met == surely || (told.getValue().perhapsOnceMore() && met == surely + 1);
                place.differences()
                        .same(
                                who + " hits",
                                Math.min(TIMES, met),
                                fault.path("hits").asInt());
                place.differences().holds(fits, who + " is " + fault);
                told.setValue(new Met(met, false));
            }
        }
    }
}
