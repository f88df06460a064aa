package kz.paysandbox.features.kaspi.wire;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kz.paysandbox.features.wire.Exchange;
import kz.paysandbox.features.wire.Json;
import kz.paysandbox.features.wire.Line;
import kz.paysandbox.features.wire.RecordedWire;
import kz.paysandbox.features.wire.Request;
import kz.paysandbox.features.wire.Response;
import kz.paysandbox.features.wire.Wire;

/** Speaks one scheme's wire format, and remembers the last exchange for those who ask about the wire. */
public final class KaspiLine implements Line {

    private final Scheme scheme;
    private final URI base;
    private final RecordedWire wire;
    private final Optional<String> apiKey;
    private final Supplier<String> requestIds;

    /**
     * @param requestIds each different from all others
     */
    public KaspiLine(Scheme scheme, URI base, Wire wire, Optional<String> apiKey, Supplier<String> requestIds) {
        this.scheme = scheme;
        this.base = base;
        this.wire = new RecordedWire(wire);
        this.apiKey = apiKey;
        this.requestIds = requestIds;
    }

    public Scheme scheme() {
        return scheme;
    }

    public Response get(String path) {
        return send(Request.get(at(path)));
    }

    /** The fields as JSON; r3 names the organisation in each. */
    public Response post(String path, String bin, Map<String, ?> fields) {
        Map<String, Object> all = new LinkedHashMap<>();
        if (scheme == Scheme.R3) {
            all.put("OrganizationBin", bin);
        }
        all.putAll(fields);
        return post(path, Json.of(all));
    }

    /** A body as it is. */
    public Response post(String path, String body) {
        return send(Request.post(at(path), body));
    }

    @Override
    public Response last() {
        return wire.last();
    }

    @Override
    public List<Exchange> exchanges() {
        return wire.exchanges();
    }

    private URI at(String path) {
        String rooted = path.startsWith("/") ? path : "/" + scheme.label() + "/v01/" + path;
        return base.resolve(rooted);
    }

    private Response send(Request request) {
        Request dressed = request.with("X-Request-ID", requestIds.get());
        return wire.send(apiKey.filter(key -> scheme == Scheme.R1)
                .map(key -> dressed.with("Api-Key", key))
                .orElse(dressed));
    }
}
