package kz.paysandbox.emulator.http;

import java.util.Optional;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.core.faults.Fault;

/**
 * What goes wrong with one call.
 *
 * @param fault of the world; empty where the call's own header asks for it, or nothing goes wrong
 */
public record Trouble(Effect effect, Optional<Fault> fault) {

    public static final Trouble NONE = new Trouble(Effect.NONE, Optional.empty());

    public static Trouble of(Fault fault) {
        return new Trouble(fault.then(), Optional.of(fault));
    }
}
