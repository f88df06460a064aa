package kz.paysandbox.emulator.core;

import java.time.Instant;

/**
 * A task of a world by name.
 *
 * @param due by the world's clock
 * @param ordinal of two that are due at one instant the lower is done first; unique in the world
 * @param what the action's name, as {@code toy.customer.scans}
 * @param id whom it happens to
 * @param detail what else the action needs to know
 */
public record KeptTask(Instant due, long ordinal, String what, String id, String detail) {}
