package kz.paysandbox.gateway.http.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Fields;
import kz.paysandbox.gateway.payment.Refusal;

/**
 * A request as it came, not yet admitted.
 *
 * @param method as the client wrote it
 * @param origin where it came from
 * @param headers by their names in small letters
 * @param body as text; empty where it is none
 * @param query as it was sent, not decoded
 * @param fields what was sent
 * @param tokens all access tokens that it brings, each once
 * @param unreadable why its body cannot be read at all, if it cannot
 */
record Incoming(
        String method,
        Call.Origin origin,
        Map<String, String> headers,
        String body,
        String query,
        Fields fields,
        List<String> tokens,
        Optional<Refusal> unreadable) {
    @Override
    public String toString() {
        return "Incoming[" + origin.requestId() + "]";
    }
}
