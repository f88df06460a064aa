package kz.paysandbox.emulator.control;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldSpec;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.http.Reply;

/** Making, showing, resetting and deleting worlds. */
final class WorldHandlers {

    private final ControlRoom room;

    WorldHandlers(ControlRoom room) {
        this.room = room;
    }

    Reply create(ControlCall call) {
        String name = call.text("name").orElseGet(() -> freeName(room.worlds()));
        Object seed = call.body().getOrDefault("seed", derived(room.serverSeed(), name));
        if (!(seed instanceof Integer || seed instanceof Long)) {
            return room.json().problem(400, "invalid", "seed must be a whole number of 64 bits");
        }
        Optional<Instant> frozenAt;
        try {
            frozenAt = ClockHandlers.frozenAt(
                    call.body().get("clock"), room.worlds().machineTime());
        } catch (DateTimeException malformed) {
            return room.json().problem(400, "invalid", "clock: " + malformed.getMessage());
        }
        WorldSpec spec = new WorldSpec(
                name,
                ((Number) seed).longValue(),
                frozenAt,
                room.freshCredentials().get());
        return room.worlds().create(spec).fold(world -> room.json().reply(201, view(world)), this::refused);
    }

    Reply list(ControlCall call) {
        return room.json()
                .reply(200, room.worlds().all().stream().map(this::view).toList());
    }

    Reply show(ControlCall call) {
        return room.json().reply(200, view(call.world()));
    }

    Reply reset(ControlCall call) {
        return room.worlds()
                .reset(call.world().name())
                .fold(world -> room.json().reply(200, view(world)), this::refused);
    }

    Reply delete(ControlCall call) {
        return room.worlds()
                .delete(call.path("name"))
                .fold(
                        world -> {
                            room.identities().forget(world);
                            room.scenarios().forget(world.name());
                            return Reply.empty(204);
                        },
                        this::refused);
    }

    Reply certificate(ControlCall call) {
        return room.worlds()
                .named(call.path("name"))
                .map(world -> room.json().reply(200, room.identities().certificate(world)))
                .orElseGet(() -> refused(Worlds.Refusal.UNKNOWN));
    }

    private Map<String, Object> view(World world) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", world.name());
        view.put("seed", world.seed());
        room.banks().forEach(bank -> view.put(bank.bank(), bank.describe(world)));
        return view;
    }

    private Reply refused(Worlds.Refusal refusal) {
        return switch (refusal) {
            case NAME_TAKEN ->
                room.json().problem(409, "world-exists", "there is a world of this name; choose another or delete it");
            case NAME_MALFORMED ->
                room.json()
                        .problem(
                                400,
                                "invalid",
                                "a name has 1 to 64 letters, digits, '.', '_' or '-', the first no sign");
            case TOO_MANY ->
                room.json().problem(409, "too-many-worlds", "limits.worlds is reached; delete worlds that are done");
            case UNKNOWN ->
                room.json().problem(404, "unknown-world", "no such world; make one with POST /__sandbox/worlds");
            case MAIN_STAYS ->
                room.json()
                        .problem(
                                409,
                                "main-stays",
                                "the world main cannot be deleted; POST /__sandbox/reset empties it");
        };
    }

    private static String freeName(Worlds worlds) {
        int number = worlds.all().size();
        while (worlds.named("world-" + number).isPresent()) {
            number++;
        }
        return "world-" + number;
    }

    private static long derived(long serverSeed, String name) {
        return (serverSeed * 0x9e3779b97f4a7c15L ^ name.hashCode() * 0xbf58476d1ce4e5b9L) >>> 16;
    }
}
