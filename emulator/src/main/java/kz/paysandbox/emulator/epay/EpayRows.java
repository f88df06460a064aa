package kz.paysandbox.emulator.epay;

import static kz.paysandbox.emulator.http.Method.POST;
import static kz.paysandbox.emulator.http.Method.PUT;

import java.util.List;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.http.bank.BankRow;
import kz.paysandbox.emulator.http.bank.BankRow.Answer;
import kz.paysandbox.emulator.input.PolicyShape;

/** The rows of the control surface that concern ePay alone: callbacks, hosted pages and test cards. */
final class EpayRows {

    private final EpayConsole console;

    EpayRows(EpayConsole console) {
        this.console = console;
    }

    List<BankRow> table() {
        return List.of(
                BankRow.list("/callbacks", console::callbacks),
                BankRow.get("/callbacks/policy", console::policy),
                new BankRow(PUT, "/callbacks/policy", true, this::changePolicy),
                new BankRow(POST, "/callbacks/{id}/replay", false, this::replay),
                BankRow.list("/checkouts", console::checkouts),
                BankRow.list("/cards", world -> console.cards()));
    }

    private Outcome<Answer, Conflict> changePolicy(BankRow.Request request) {
        return PolicyShape.table()
                .values(request.body())
                .fold(
                        read -> Outcome.ok(
                                new Answer.OneRecord(console.changePolicy(request.world(), PolicyShape.change(read)))),
                        problem -> Outcome.refused(Conflict.invalid(problem)));
    }

    private Outcome<Answer, Conflict> replay(BankRow.Request request) {
        String id = request.path().getOrDefault("id", "");
        Conflict unknown = Conflict.unknown(Complaint.unknown("callback", id, console.ids(request.world()))
                .also("GET /__sandbox/callbacks lists them"));
        return console.replay(request.world(), id)
                .<Outcome<Answer, Conflict>>map(stage -> Outcome.ok(new Answer.LaterRecord(
                        stage.thenApply(found -> found.<Outcome<ConsoleView.Delivery, Conflict>>map(Outcome::ok)
                                .orElseGet(() -> Outcome.refused(unknown))))))
                .orElseGet(() -> Outcome.refused(unknown));
    }
}
