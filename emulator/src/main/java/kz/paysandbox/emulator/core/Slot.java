package kz.paysandbox.emulator.core;

import java.util.function.Function;

/**
 * A typed place in every world for one bank's state.
 *
 * @param type what is kept there
 * @param maker makes the state of a new world
 */
public record Slot<T extends WorldPart>(Class<T> type, Function<World, T> maker) {}
