package kz.paysandbox.emulator;

import static kz.paysandbox.emulator.http.Method.GET;
import static kz.paysandbox.emulator.http.Method.POST;
import static kz.paysandbox.emulator.http.Method.PUT;

import java.util.List;
import java.util.Set;
import kz.paysandbox.emulator.control.ControlCall;
import kz.paysandbox.emulator.control.ControlEndpoint;
import kz.paysandbox.emulator.control.ControlHandler;
import kz.paysandbox.emulator.control.ControlJson;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.epay.EpayConsole;
import kz.paysandbox.emulator.http.Method;
import kz.paysandbox.emulator.http.Reply;

/** The rows of the control surface that concern ePay alone; here, because neither room knows the other. */
final class EpayRows {

    private static final String PREFIX = "/__sandbox";

    private final EpayConsole console;
    private final ControlJson json;

    EpayRows(EpayConsole console, ControlJson json) {
        this.console = console;
        this.json = json;
    }

    List<ControlEndpoint> table() {
        return List.of(
                row(GET, "/callbacks", call -> json.reply(200, console.callbacks(call.world()))),
                row(GET, "/callbacks/policy", call -> json.reply(200, console.policy(call.world()))),
                row(PUT, "/callbacks/policy", this::changePolicy),
                new ControlEndpoint(
                        POST, PREFIX + "/callbacks/{id}/replay", this::replay, ControlEndpoint.Payload.NONE, Set.of()),
                row(GET, "/cards", call -> json.reply(200, console.cards())));
    }

    private Reply changePolicy(ControlCall call) {
        return console.changePolicy(call.world(), call.body())
                .fold(policy -> json.reply(200, policy), problem -> json.problem(400, "invalid", problem));
    }

    private Reply replay(ControlCall call) {
        return console.replay(call.world(), call.path("id"))
                .map(stage -> Reply.later(stage.thenApply(found ->
                        found.map(callback -> json.reply(200, callback)).orElseGet(() -> unknown(call)))))
                .orElseGet(() -> unknown(call));
    }

    private Reply unknown(ControlCall call) {
        return json.problem(
                404,
                "unknown",
                Complaint.unknown("callback", call.path("id"), console.ids(call.world()))
                        .also("GET /__sandbox/callbacks lists them"));
    }

    private static ControlEndpoint row(Method method, String path, ControlHandler handler) {
        return new ControlEndpoint(method, PREFIX + path, handler);
    }
}
