package kz.paysandbox.features.wire;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An HTTP request: with a body it is a POST unless the method says otherwise. */
public record Request(String method, URI uri, Map<String, String> headers, Optional<String> body) {

    public Request {
        headers = Map.copyOf(headers);
    }

    public static Request get(URI uri) {
        return new Request("GET", uri, Map.of(), Optional.empty());
    }

    public static Request post(URI uri, String body) {
        return new Request("POST", uri, Map.of("Content-Type", "application/json"), Optional.of(body));
    }

    public Request as(String otherMethod) {
        return new Request(otherMethod, uri, headers, body);
    }

    public Request with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Request(method, uri, all, body);
    }

    public Request withBody(String other) {
        return new Request(method, uri, headers, Optional.of(other));
    }
}
