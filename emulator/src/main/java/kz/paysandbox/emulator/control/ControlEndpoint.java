package kz.paysandbox.emulator.control;

import kz.paysandbox.emulator.http.Method;

/** A row of the control surface's table. */
public record ControlEndpoint(Method method, String path, ControlHandler handler) {}
