package kz.paysandbox.emulator.core.faults;

import java.util.Optional;

/**
 * A misbehaviour of the sandbox.
 *
 * @param id unique in its world
 * @param name for people; may be empty
 * @param times how often it happens; empty for always
 */
public record Fault(String id, String name, Match when, Effect then, Optional<Integer> times) {}
