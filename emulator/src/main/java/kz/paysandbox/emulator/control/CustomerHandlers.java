package kz.paysandbox.emulator.control;

import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.control.call.ControlDesk;
import kz.paysandbox.emulator.control.view.CustomerView;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.input.CustomerShape;
import kz.paysandbox.emulator.input.Table;

/** The automatic customer of a world. */
final class CustomerHandlers {

    private static final Table SHAPE = CustomerShape.table(false);

    private final ControlContext context;

    CustomerHandlers(ControlContext context) {
        this.context = context;
    }

    Reply set(ControlCall call) {
        return SHAPE.values(call.body())
                .map(CustomerShape::change)
                .fold(
                        change -> context.json()
                                .reply(
                                        200,
                                        CustomerView.of(new ControlDesk(context).changeCustomer(call.world(), change))),
                        problem -> context.json().problem(400, "invalid", problem));
    }

    Reply show(ControlCall call) {
        return context.json().reply(200, CustomerView.of(call.world().customer()));
    }
}
