package kz.paysandbox.emulator.http.server;

import java.util.Optional;
import kz.paysandbox.emulator.core.net.OwnListeners;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Reply;

/**
 * The refusal of requests that a sandbox has sent, itself or by way of somebody who passed it on: a callback's address
 * is a caller's choice.
 */
final class OwnRequest {

    private static final int FORBIDDEN = 403;

    private static final String WHY = "a request with the header " + OwnListeners.MARK
            + " was sent by a sandbox; no listener of a sandbox takes it";

    private OwnRequest() {}

    static Optional<Reply> refusalOf(Call call) {
        return call.header(OwnListeners.MARK)
                .map(marked -> Reply.problem(FORBIDDEN, "own-request", Complaint.of(WHY))
                        .because(WHY));
    }
}
