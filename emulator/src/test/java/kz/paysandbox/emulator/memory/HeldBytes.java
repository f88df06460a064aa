package kz.paysandbox.emulator.memory;

import java.util.Locale;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.memory.ServerMemory;

/** Measures what parts really take of this process's heap: prints each with the bytes that are counted and those that are held. */
public final class HeldBytes {

    private static final int MANY = 4_000;

    private HeldBytes() {}

    public static void main(String[] args) {
        for (GrowingPart part : GrowingPart.values()) {
            measure(part, false);
            measure(part, true);
        }
    }

    private static void measure(GrowingPart part, boolean prints) {
        World world = FilledWorlds.empty(ServerMemory.unbounded());
        part.add(world, 0);
        long counted = world.memory().held(part.kind());
        long before = used();
        FilledWorlds.fill(world, part, 1, MANY);
        long held = used() - before;
        counted = world.memory().held(part.kind()) - counted;
        if (prints) {
            System.out.printf(Locale.ROOT, "%s %d %d%n", part, counted, held);
        }
    }

    private static long used() {
        for (int collections = 0; collections < 3; collections++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
