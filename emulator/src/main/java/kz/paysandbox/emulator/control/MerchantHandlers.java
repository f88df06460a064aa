package kz.paysandbox.emulator.control;

import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.desk.WorldDesk;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.http.Reply;

/** Switches of organisations, trade points, devices and certificates, and the scan of a return QR code. */
final class MerchantHandlers {

    private final ControlRoom room;
    private final WorldDesk desk;

    MerchantHandlers(ControlRoom room) {
        this.room = room;
        this.desk = new ControlDesk(room);
    }

    Reply organization(ControlCall call) {
        return answer(200, desk.patchOrganization(call.world(), call.path("bin"), call.body()));
    }

    Reply addOrganization(ControlCall call) {
        return answer(201, room.merchants().addOrganization(call.world(), call.body()));
    }

    Reply addTradePoint(ControlCall call) {
        return answer(201, room.merchants().addTradePoint(call.world(), call.body()));
    }

    Reply tradePoint(ControlCall call) {
        return answer(200, desk.patchTradePoint(call.world(), call.path("id"), call.body()));
    }

    Reply device(ControlCall call) {
        return answer(200, desk.patchDevice(call.world(), call.path("token"), call.body()));
    }

    Reply scanReturn(ControlCall call) {
        Optional<Complaint> mistyped =
                Members.of(call.body(), "phone").finish(call).refusal();
        if (mistyped.isPresent()) {
            return room.json().problem(400, "invalid", mistyped.get());
        }
        return answer(200, room.merchants().scanReturn(call.world(), call.path("id"), call.text("phone")));
    }

    Reply revoke(ControlCall call) {
        return answer(200, desk.revoke(call.world(), call.path("name")));
    }

    Reply renew(ControlCall call) {
        return answer(200, desk.renew(call.world(), call.path("name")));
    }

    private Reply answer(int status, Outcome<? extends Record, Conflict> outcome) {
        return outcome.fold(
                value -> room.json().reply(status, value), conflict -> Conflicts.reply(room.json(), conflict));
    }
}
