package kz.paysandbox.emulator.http;

import java.util.Optional;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.core.faults.Fault;

/**
 * A fault that happens to one call.
 *
 * @param fault of the world; empty where the call's own header asks for it, or nothing goes wrong
 */
public record CallFault(Effect effect, Optional<Fault> fault) {

    public static final CallFault NONE = new CallFault(Effect.NONE, Optional.empty());

    public static CallFault of(Fault fault) {
        return new CallFault(fault.then(), Optional.of(fault));
    }
}
