package kz.paysandbox.emulator.control;

import java.util.Locale;
import java.util.Map;
import kz.paysandbox.emulator.control.view.CustomerView;
import kz.paysandbox.emulator.core.CustomerMode;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.http.Reply;

/** The automatic customer of a world. */
final class CustomerHandlers {

    private final ControlRoom room;

    CustomerHandlers(ControlRoom room) {
        this.room = room;
    }

    Reply set(ControlCall call) {
        return read(call.body(), call.world().customer())
                .fold(
                        mode -> {
                            call.world().customer(mode);
                            return show(call);
                        },
                        problem -> room.json().problem(400, "invalid", problem));
    }

    Reply show(ControlCall call) {
        return room.json().reply(200, CustomerView.of(call.world().customer()));
    }

    private static Outcome<CustomerMode, Complaint> read(Map<String, Object> body, CustomerMode present) {
        Members members = Members.of(body, "mode", "scanAfter", "confirmAfter");
        return members.finish(new CustomerMode(
                members.choice("mode", "manual", "pays", "declines", "ignores")
                        .map(habit -> CustomerMode.Habit.valueOf(habit.toUpperCase(Locale.ROOT)))
                        .orElse(present.habit()),
                members.duration("scanAfter").orElse(present.scanAfter()),
                members.duration("confirmAfter").orElse(present.confirmAfter())));
    }
}
