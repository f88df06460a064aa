package kz.paysandbox.features.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.features.wire.Json;
import kz.paysandbox.features.wire.Request;
import kz.paysandbox.features.wire.Response;
import kz.paysandbox.features.wire.Wire;

/** The sandbox's control surface, for one world. */
public final class Control {

    private final Wire wire;
    private final URI base;
    private final String world;

    public Control(Wire wire, URI base, String world) {
        this.wire = wire;
        this.base = base;
        this.world = world;
    }

    public JsonNode get(String path) {
        return send("GET", path, Optional.empty());
    }

    public JsonNode post(String path, Map<String, ?> body) {
        return send("POST", path, Optional.of(body));
    }

    public JsonNode put(String path, Map<String, ?> body) {
        return send("PUT", path, Optional.of(body));
    }

    public JsonNode patch(String path, Map<String, ?> body) {
        return send("PATCH", path, Optional.of(body));
    }

    public void delete(String path) {
        send("DELETE", path, Optional.empty());
    }

    /** Moves the world's clock; all that falls due has happened when it returns. */
    public void advance(long seconds) {
        post("/clock/advance", Map.of("by", "PT" + seconds + "S"));
    }

    private JsonNode send(String method, String path, Optional<Map<String, ?>> body) {
        URI uri = base.resolve("/__sandbox" + path);
        Request request = body.map(fields -> Request.post(uri, Json.of(fields)))
                .orElseGet(() -> Request.get(uri))
                .as(method)
                .with("X-Sandbox-World", world);
        Response response = wire.send(request);
        if (response.kind() != Response.Kind.ANSWERED || response.status() >= 300) {
            throw new IllegalStateException("the control surface refused " + method + " " + path + ": "
                    + response.kind() + " " + response.status() + " " + response.body());
        }
        return Json.read(response.body());
    }
}
