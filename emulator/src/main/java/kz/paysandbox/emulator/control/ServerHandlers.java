package kz.paysandbox.emulator.control;

import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlRoom;
import kz.paysandbox.emulator.control.call.Version;
import kz.paysandbox.emulator.control.view.ServerView;
import kz.paysandbox.emulator.control.view.ServerView.Assumption;
import kz.paysandbox.emulator.control.view.ServerView.Health;
import kz.paysandbox.emulator.control.view.SettingsSchema;
import kz.paysandbox.emulator.core.bank.Bank;
import kz.paysandbox.emulator.core.settings.Evidence;
import kz.paysandbox.emulator.http.Reply;

/** What runs, how it is set, and what it assumes. */
final class ServerHandlers {

    private final ControlRoom room;

    ServerHandlers(ControlRoom room) {
        this.room = room;
    }

    Reply health(ControlCall call) {
        boolean up = room.up().getAsBoolean();
        return room.json().reply(up ? 200 : 503, new Health(up ? "UP" : "STARTING"));
    }

    Reply version(ControlCall call) {
        return room.json()
                .reply(
                        200,
                        new ServerView.Version(
                                "kzpay-sandbox",
                                Version.current(),
                                Runtime.version().toString(),
                                room.facts().stream().map(Bank::contract).toList()));
    }

    Reply config(ControlCall call) {
        return room.json().reply(200, ServerView.values(room.settings()));
    }

    Reply schema(ControlCall call) {
        return room.json().reply(200, SettingsSchema.of(room.settings()));
    }

    Reply assumptions(ControlCall call) {
        return room.json()
                .reply(
                        200,
                        room.settings().all().stream()
                                .filter(value -> value.setting().evidence() != Evidence.OURS)
                                .map(Assumption::of)
                                .toList());
    }
}
