package kz.paysandbox.emulator.http.server;

import java.util.function.LongSupplier;
import java.util.function.Predicate;
import kz.paysandbox.emulator.core.Heap;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.state.Keeping;

/**
 * What a server has around it.
 *
 * @param nanoTime real time that only goes forward, in nanoseconds
 * @param heap hears of allocations that fail, and is asked before something is taken in
 * @param hasItsShare whether a world takes nothing more where the heap is full
 * @param keeping what answers wait for before they go out
 * @param beforeAnswers returns when the server may answer; each listener is made ready meanwhile
 */
public record ServerRuntime(
        LongSupplier nanoTime, Heap heap, Predicate<World> hasItsShare, Keeping keeping, Runnable beforeAnswers) {}
