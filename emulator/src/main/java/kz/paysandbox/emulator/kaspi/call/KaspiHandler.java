package kz.paysandbox.emulator.kaspi.call;

import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;

/** The handler of one endpoint: what goes into Data, nothing for a bare success, or why not. */
@FunctionalInterface
public interface KaspiHandler {

    Outcome<Optional<Object>, Refusal> handle(KaspiCall call);
}
