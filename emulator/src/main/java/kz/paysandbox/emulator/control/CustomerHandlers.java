package kz.paysandbox.emulator.control;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
        CustomerMode mode = call.world().customer();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("mode", mode.habit().name().toLowerCase(Locale.ROOT));
        view.put("scanAfter", mode.scanAfter().toString());
        view.put("confirmAfter", mode.confirmAfter().toString());
        return room.json().reply(200, view);
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
