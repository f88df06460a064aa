package kz.paysandbox.emulator.control.call;

import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.control.access.Visitor;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.input.Values;

/**
 * A call of the control surface that may pass.
 *
 * @param world the selected one
 * @param visitor who makes it
 * @param query its query's parameters, as its row reads them
 * @param body the JSON object that was sent; empty where there was none
 */
public record ControlCall(World world, Visitor visitor, Call call, Values query, Map<String, Object> body) {

    public String path(String name) {
        return Optional.ofNullable(call.pathParameters().get(name)).orElse("");
    }
}
