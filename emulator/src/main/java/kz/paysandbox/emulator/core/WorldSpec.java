package kz.paysandbox.emulator.core;

import java.time.Instant;
import java.util.Optional;

/**
 * The specification of a world, kept through resets.
 *
 * @param name unique in the server
 * @param seed what all its ids and tokens follow
 * @param frozenAt the instant its clock starts frozen at; empty for the machine's time
 * @param credentials unique to the world
 */
public record WorldSpec(String name, long seed, Optional<Instant> frozenAt, Credentials credentials) {}
