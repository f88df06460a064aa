package kz.paysandbox.emulator.control.call;

import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.http.Call;

/**
 * A call of the control surface that may pass.
 *
 * @param world the selected one
 * @param body the JSON object that was sent; empty where there was none
 */
public record ControlCall(World world, Call call, Map<String, Object> body) {

    public String path(String name) {
        return Optional.ofNullable(call.pathParameters().get(name)).orElse("");
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(call.query().get(name)).filter(text -> !text.isBlank());
    }

    /** A text in the body. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(body.get(key)).map(String::valueOf).filter(text -> !text.isBlank());
    }
}
