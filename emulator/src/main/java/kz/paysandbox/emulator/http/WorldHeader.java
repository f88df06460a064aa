package kz.paysandbox.emulator.http;

import java.util.Optional;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.data.Excerpt;
import kz.paysandbox.emulator.core.journal.SandboxClause;
import kz.paysandbox.emulator.core.settings.Suggestion;

/** The header {@code X-Sandbox-World} on calls to a bank: what it selects, and what is said where it selects nothing. */
public final class WorldHeader {

    private static final String NAME = "X-Sandbox-World";
    private static final int LONGEST = 64;

    private WorldHeader() {}

    /** The world that it names; empty where it is absent, or names none. */
    public static Optional<World> world(Call call, Worlds worlds) {
        return call.header(NAME).flatMap(worlds::named);
    }

    /** Tells of a header that names no world, or another one than the call belongs to. */
    public static void judge(WorldCall worldCall, Worlds worlds) {
        worldCall
                .call()
                .header(NAME)
                .filter(named -> !named.equals(worldCall.world().name()))
                .ifPresent(named -> judge(worldCall, worlds, named));
    }

    private static void judge(WorldCall worldCall, Worlds worlds, String named) {
        String shown = Excerpt.of(named, LONGEST);
        if (worlds.named(named).isPresent()) {
            worldCall.finding(
                    SandboxClause.WORLD_CONTRADICTION,
                    NAME + " names " + shown + ", the credentials belong to "
                            + worldCall.world().name());
            return;
        }
        String near = Suggestion.of(
                        named, worlds.all().stream().map(World::name).toList())
                .map(known -> ", did you mean " + known + "?")
                .orElse("; POST /__sandbox/worlds makes one");
        worldCall.note("no world is named " + shown + near);
        worldCall.finding(SandboxClause.WORLD_UNKNOWN, NAME + " names " + shown + near);
    }
}
