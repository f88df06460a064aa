package kz.paysandbox.emulator.core.state;

import java.util.Optional;
import java.util.function.Function;

/**
 * A type whose values are kept by name alone, and looked up in the world that they come back to: what a world is made
 * with, as its shops and their secrets.
 *
 * @param name unique among all values of the type, equal in all worlds
 * @param find the world's value of a name
 */
public record Reference<R>(Class<R> type, Function<R, String> name, Function<String, Optional<R>> find) {}
