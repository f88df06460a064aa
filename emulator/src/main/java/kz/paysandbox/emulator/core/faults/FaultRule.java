package kz.paysandbox.emulator.core.faults;

import java.util.Optional;

/**
 * A fault that has not been added to a world yet.
 *
 * @param name for people; may be empty
 * @param times how often it happens; empty for always
 */
public record FaultRule(String name, Match when, Effect then, Optional<Integer> times) {}
