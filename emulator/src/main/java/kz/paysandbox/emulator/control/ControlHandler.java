package kz.paysandbox.emulator.control;

import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.http.Reply;

/** Answers one call of the control surface. */
@FunctionalInterface
public interface ControlHandler {

    Reply handle(ControlCall call);
}
