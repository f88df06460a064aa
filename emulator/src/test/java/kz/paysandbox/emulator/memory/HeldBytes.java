package kz.paysandbox.emulator.memory;

import java.util.Locale;
import java.util.stream.LongStream;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.memory.ServerMemory;

/** Measures what parts really take of this process's heap: prints each with the bytes that are counted and those that are held. */
public final class HeldBytes {

    private static final int MANY = 4_000;

    /** Something else may be freed or made during one measurement: the middle one of three counts. */
    private static final int TIMES = 3;

    private HeldBytes() {}

    /**
     * What a part takes.
     *
     * @param counted bytes, as the world counts them
     * @param held bytes of the heap
     */
    private record Measure(long counted, long held) {}

    public static void main(String[] args) {
        for (GrowingPart part : GrowingPart.values()) {
            long counted = measure(part).counted();
            long[] held = LongStream.generate(() -> measure(part).held())
                    .limit(TIMES)
                    .sorted()
                    .toArray();
            System.out.printf(Locale.ROOT, "%s %d %d%n", part, counted, held[TIMES / 2]);
        }
    }

    private static Measure measure(GrowingPart part) {
        World world = FilledWorlds.empty(ServerMemory.unbounded());
        part.add(world, 0);
        long counted = world.memory().held(part.kind());
        long before = used();
        FilledWorlds.fill(world, part, 1, MANY);
        long held = used() - before;
        return new Measure(world.memory().held(part.kind()) - counted, held);
    }

    private static long used() {
        for (int collections = 0; collections < 3; collections++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
