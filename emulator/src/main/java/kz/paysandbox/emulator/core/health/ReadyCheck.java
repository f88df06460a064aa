package kz.paysandbox.emulator.core.health;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that must be so before the server can be used, as that its listeners answer. It is asked for without any
 * token, as often as a probe likes: it returns at once.
 *
 * @param name short, as {@code listeners}
 * @param missing what is missing now, in plain words without secrets; empty where nothing is
 */
public record ReadyCheck(String name, Supplier<Optional<String>> missing) {}
