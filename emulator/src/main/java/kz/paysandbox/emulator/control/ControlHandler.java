package kz.paysandbox.emulator.control;

import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.http.Reply;

/** The handler of one row of the control surface. */
@FunctionalInterface
public interface ControlHandler {

    Reply handle(ControlCall call);
}
