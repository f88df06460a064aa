package kz.paysandbox.emulator.control.call;

import kz.paysandbox.emulator.control.view.ProblemView;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.http.Reply;

/** The replies to conflicts: 404, 409 with the present state, or 400. */
public final class Conflicts {

    private Conflicts() {}

    public static Reply reply(ControlJson json, Conflict conflict) {
        Complaint complaint = conflict.complaint();
        return switch (conflict.kind()) {
            case UNKNOWN -> json.problem(404, "unknown", complaint);
            case STATE -> json.problem(409, "wrong-state", conflict.detail(), new ProblemView.State(conflict.state()));
            case INVALID -> json.problem(400, "invalid", complaint);
            case FULL -> json.problem(409, "too-many", complaint);
        };
    }
}
