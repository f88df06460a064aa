package kz.paysandbox.emulator.blackbox.killed;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a world has given out and never gives again. */
final class Given {

    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final String world;
    private final Differences differences;

    Given(String world, Differences differences) {
        this.world = world;
        this.differences = differences;
    }

    void once(String kind, String name) {
        differences.holds(
                !name.isEmpty() && names.add(kind + " " + name), world + ": " + kind + " " + name + " was given twice");
    }

    /** Whether a client was told of it. */
    boolean has(String kind, String name) {
        return names.contains(kind + " " + name);
    }
}
