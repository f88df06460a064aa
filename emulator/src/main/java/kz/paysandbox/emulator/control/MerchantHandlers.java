package kz.paysandbox.emulator.control;

import java.util.function.Function;
import kz.paysandbox.emulator.control.call.Conflicts;
import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.control.call.ControlDesk;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.desk.WorldDesk;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.input.InputNode;
import kz.paysandbox.emulator.input.MerchantSwitches;
import kz.paysandbox.emulator.input.Mistakes;
import kz.paysandbox.emulator.input.SwitchShape;

/** Switches of organisations, trade points, devices and certificates, and the scan of a return QR code. */
final class MerchantHandlers {

    private final ControlContext context;
    private final WorldDesk desk;

    MerchantHandlers(ControlContext context) {
        this.context = context;
        this.desk = new ControlDesk(context);
    }

    Reply organization(ControlCall call) {
        return change(call, MerchantSwitches::organization, call.path("bin"));
    }

    Reply addOrganization(ControlCall call) {
        return answer(201, context.merchants().addOrganization(call.world(), call.body()));
    }

    Reply addTradePoint(ControlCall call) {
        return answer(201, context.merchants().addTradePoint(call.world(), call.body()));
    }

    Reply tradePoint(ControlCall call) {
        return change(call, MerchantSwitches::tradePoint, call.path("id"));
    }

    Reply device(ControlCall call) {
        return change(call, MerchantSwitches::device, call.path("token"));
    }

    private Reply change(ControlCall call, Function<MerchantSwitches, SwitchShape> kind, String id) {
        Mistakes mistakes = new Mistakes();
        return context.ports()
                .known()
                .switches()
                .map(switches -> kind.apply(switches)
                        .change(InputNode.of(call.body()), mistakes)
                        .map(change -> answer(200, desk.change(call.world(), id, change)))
                        .orElseGet(() -> context.json().problem(400, "invalid", mistakes.complaint())))
                .orElseGet(() -> Conflicts.reply(context.json(), Conflict.NO_MERCHANTS));
    }

    Reply scanReturn(ControlCall call) {
        return PaymentHandlers.PHONE
                .values(call.body())
                .fold(
                        read -> answer(
                                200, context.merchants().scanReturn(call.world(), call.path("id"), read.text("phone"))),
                        complaint -> context.json().problem(400, "invalid", complaint));
    }

    Reply revoke(ControlCall call) {
        return answer(200, desk.revoke(call.world(), call.path("name")));
    }

    Reply renew(ControlCall call) {
        return answer(200, desk.renew(call.world(), call.path("name")));
    }

    private Reply answer(int status, Outcome<? extends Record, Conflict> outcome) {
        return outcome.fold(
                value -> context.json().reply(status, value), conflict -> Conflicts.reply(context.json(), conflict));
    }
}
