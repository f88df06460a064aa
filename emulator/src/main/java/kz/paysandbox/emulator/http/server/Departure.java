package kz.paysandbox.emulator.http.server;

import java.util.concurrent.CompletionStage;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.http.Reply;

/**
 * An answer that is ready to go.
 *
 * @param early whether before the request has been read to its end
 */
record Departure(Reply reply, Effect effect, boolean early) {

    /** Sends it; complete when all that will be written is. */
    CompletionStage<?> from(Exit exit) {
        return early ? exit.sendEarly(reply) : exit.send(reply, effect);
    }
}
