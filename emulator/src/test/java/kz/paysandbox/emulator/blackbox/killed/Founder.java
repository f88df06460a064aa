package kz.paysandbox.emulator.blackbox.killed;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whoever makes worlds, sells something there, and ends or empties them. */
final class Founder implements Party {

    private static final int MOST = 4;

    private final Place main;
    private final HttpClient client;
    private final Chance chance;
    private final Map<String, Founded> worlds = new LinkedHashMap<>();
    private final Set<String> gone = new HashSet<>();
    private int named;

    /** A world as its founder was told of it. */
    private static final class Founded {

        private final String apiKey;
        private final Set<String> payments = new HashSet<>();
        private boolean perhapsEmpty;

        private Founded(String apiKey) {
            this.apiKey = apiKey;
        }
    }

    Founder(Place main, HttpClient client, Chance chance) {
        this.main = main;
        this.client = client;
        this.chance = chance;
    }

    @Override
    public void act() throws Unanswered {
        Optional<String> world = chance.any(worlds.keySet(), name -> true);
        if (world.isEmpty() || (worlds.size() < MOST && chance.below(3) == 0)) {
            found("churn-" + ++named);
            return;
        }
        switch (chance.below(10)) {
            case 0 -> end(world.get());
            case 1 -> reset(world.get());
            default -> sell(world.get());
        }
    }

    private void found(String name) throws Unanswered {
        Reply reply = main.control("POST", "/worlds", "{\"name\":\"" + name + "\"}");
        main.differences().same("world " + reply.body(), 201, reply.status());
        String key = reply.json().at("/kaspi/apiKey").asText();
        main.given().once("key", key);
        worlds.put(name, new Founded(key));
    }

    private void end(String name) throws Unanswered {
        worlds.remove(name);
        Reply reply = main.control("DELETE", "/worlds/" + name, "");
        main.differences().same("end of world " + reply.body(), 204, reply.status());
        gone.add(name);
    }

    private Reply in(String name, String method, String path) throws Unanswered {
        Reply reply = main.line()
                .send(
                        client,
                        method,
                        main.line().url("control", "/__sandbox" + path),
                        Map.of("X-Sandbox-World", name),
                        "");
        main.differences().answered("control");
        return reply;
    }

    private void reset(String name) throws Unanswered {
        Founded world = worlds.getOrDefault(name, new Founded(""));
        world.perhapsEmpty = true;
        Reply reply = in(name, "POST", "/reset");
        main.differences().holds(reply.status() < 300, "reset " + reply.body());
        world.perhapsEmpty = false;
        world.payments.clear();
    }

    private void sell(String name) throws Unanswered {
        Founded world = worlds.getOrDefault(name, new Founded(""));
        Reply reply = main.line()
                .send(
                        client,
                        "POST",
                        main.line().url("kaspi-r1", "/r1/v01/qr/create"),
                        Map.of("Api-Key", world.apiKey, "Content-Type", "application/json"),
                        "{\"DeviceToken\":\"321\",\"Amount\":5}");
        main.differences().answered("r1");
        main.differences().same(name + " sale " + reply.body(), 0L, reply.code());
        String id = reply.data().path("QrPaymentId").asText();
        main.differences().holds(world.payments.add(id), name + " payment " + id + " was given twice");
    }

    @Override
    public void check() throws Unanswered {
        Map<String, JsonNode> now = new HashMap<>();
        for (JsonNode world : main.control("GET", "/worlds", "").json()) {
            now.put(world.path("name").asText(), world);
        }
        main.differences().holds(gone.stream().noneMatch(now::containsKey), "worlds are back: " + now.keySet());
        for (Map.Entry<String, Founded> told : worlds.entrySet()) {
            String name = told.getKey();
            main.differences().holds(now.containsKey(name), "world " + name + " is missing");
            if (now.containsKey(name)) {
                main.differences()
                        .same(
                                name + " key",
                                told.getValue().apiKey,
                                now.get(name).at("/kaspi/apiKey").asText());
                payments(name, told.getValue());
            }
        }
    }

    private void payments(String name, Founded told) throws Unanswered {
        Set<String> present = new HashSet<>();
        in(name, "GET", "/payments")
                .json()
                .forEach(payment -> present.add(payment.path("id").asText()));
        boolean emptied = told.perhapsEmpty && present.isEmpty();
        main.differences()
                .holds(
                        emptied || (present.containsAll(told.payments) && present.size() <= told.payments.size() + 1),
                        name + " payments: told " + told.payments + ", now " + present);
        told.perhapsEmpty = false;
        told.payments.clear();
        told.payments.addAll(present);
    }
}
