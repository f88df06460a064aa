package kz.paysandbox.emulator.control;

import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlDesk;
import kz.paysandbox.emulator.control.call.ControlRoom;
import kz.paysandbox.emulator.control.view.CustomerView;
import kz.paysandbox.emulator.core.CustomerChange;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.input.CustomerShape;
import kz.paysandbox.emulator.input.Mistakes;
import kz.paysandbox.emulator.input.Table;

/** The automatic customer of a world. */
final class CustomerHandlers {

    private static final Table SHAPE = CustomerShape.table(false);

    private final ControlRoom room;

    CustomerHandlers(ControlRoom room) {
        this.room = room;
    }

    Reply set(ControlCall call) {
        Mistakes mistakes = new Mistakes();
        CustomerChange read = CustomerShape.change(SHAPE.values(call.body(), mistakes));
        return mistakes.finish(read)
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
}
