package kz.paysandbox.emulator.control;

import kz.paysandbox.emulator.control.access.Reach;
import kz.paysandbox.emulator.control.call.Conflicts;
import kz.paysandbox.emulator.control.call.ControlJson;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.http.bank.BankRow;
import kz.paysandbox.emulator.http.bank.BankRow.Answer;

/** The rows of the control surface that concern one bank alone. */
final class BankRows {

    private BankRows() {}

    static ControlEndpoint endpoint(BankRow row, ControlJson json) {
        return new ControlEndpoint(
                row.method(),
                ControlEndpoints.PREFIX + row.path(),
                call -> row.handler()
                        .apply(new BankRow.Request(call.world(), call.call().pathParameters(), call.body()))
                        .fold(answer -> reply(answer, json), conflict -> Conflicts.reply(json, conflict)),
                row.takesBody() ? ControlEndpoint.Payload.OBJECT : ControlEndpoint.Payload.NONE,
                ControlEndpoint.NO_QUERY,
                Reach.WORLD);
    }

    private static Reply reply(Answer answer, ControlJson json) {
        if (answer instanceof Answer.LaterRecord later) {
            return Reply.later(later.view().thenApply(ended -> reply(ended, json)));
        }
        return answer instanceof Answer.ManyRecords all
                ? json.reply(200, all.views())
                : json.reply(200, ((Answer.OneRecord) answer).view());
    }

    private static Reply reply(Outcome<? extends Record, Conflict> ended, ControlJson json) {
        return ended.fold(view -> json.reply(200, view), conflict -> Conflicts.reply(json, conflict));
    }
}
