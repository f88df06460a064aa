package kz.paysandbox.emulator.control;

import java.util.Locale;
import java.util.Map;
import kz.paysandbox.emulator.control.view.CustomerView;
import kz.paysandbox.emulator.core.CustomerChange;
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
        return read(call.body())
                .fold(
                        change -> room.json()
                                .reply(
                                        200,
                                        CustomerView.of(new ControlDesk(room).changeCustomer(call.world(), change))),
                        problem -> room.json().problem(400, "invalid", problem));
    }

    Reply show(ControlCall call) {
        return room.json().reply(200, CustomerView.of(call.world().customer()));
    }

    private static Outcome<CustomerChange, Complaint> read(Map<String, Object> body) {
        Members members = Members.of(body, "mode", "scanAfter", "confirmAfter");
        return members.finish(new CustomerChange(
                members.choice("mode", "manual", "pays", "declines", "ignores")
                        .map(habit -> CustomerMode.Habit.valueOf(habit.toUpperCase(Locale.ROOT))),
                members.duration("scanAfter"),
                members.duration("confirmAfter")));
    }
}
