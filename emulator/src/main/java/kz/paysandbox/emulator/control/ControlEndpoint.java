package kz.paysandbox.emulator.control;

import kz.paysandbox.emulator.http.Method;

/**
 * A row of the control surface's table.
 *
 * @param takesText whether its body is read by the handler, not as a JSON object
 */
public record ControlEndpoint(Method method, String path, ControlHandler handler, boolean takesText) {

    public ControlEndpoint(Method method, String path, ControlHandler handler) {
        this(method, path, handler, false);
    }
}
