package kz.paysandbox.emulator.control.access;

import java.util.List;

/** Where tokens stand while no server runs. */
@FunctionalInterface
public interface TokenKeeper {

    /**
     * Keeps these in place of those before.
     *
     * @throws java.io.UncheckedIOException where they cannot be kept; then those before still are
     */
    void keep(List<NamedToken> tokens);
}
