package kz.paysandbox.emulator.epay.call;

import java.util.function.Function;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.http.Reply;

/** The handler of one endpoint: what goes back, or why not. */
@FunctionalInterface
public interface EpayHandler {

    Outcome<Reply, Refusal> handle(EpayCall call);

    /** A handler that words what it refuses by itself, as pages, statuses and tokens do. */
    static EpayHandler worded(Function<EpayCall, Reply> handler) {
        return call -> Outcome.ok(handler.apply(call));
    }
}
