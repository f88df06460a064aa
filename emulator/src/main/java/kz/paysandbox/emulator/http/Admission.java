package kz.paysandbox.emulator.http;

import java.util.function.Predicate;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.memory.Heap;

/**
 * What limits what callers may leave behind.
 *
 * @param heap hears of allocations that fail, and is asked before something is taken in
 * @param hasItsShare whether a world takes nothing more where the heap is full
 * @param isOverQuota whether a world takes nothing more, whatever the heap has left
 */
public record Admission(Heap heap, Predicate<World> hasItsShare, Predicate<World> isOverQuota) {

    /** Whether a call of a bank that may leave something behind in the world is refused. */
    public boolean isClosed(World world) {
        return isOverQuota.test(world) || (heap.isFull() && hasItsShare.test(world));
    }

    /** Whether a call of the control surface is. */
    public boolean isClosedToControl(World world) {
        return isOverQuota.test(world) || heap.isFull();
    }
}
