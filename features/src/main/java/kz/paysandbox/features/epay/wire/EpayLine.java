package kz.paysandbox.features.epay.wire;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.features.wire.Exchange;
import kz.paysandbox.features.wire.Form;
import kz.paysandbox.features.wire.Json;
import kz.paysandbox.features.wire.Line;
import kz.paysandbox.features.wire.RecordedWire;
import kz.paysandbox.features.wire.Request;
import kz.paysandbox.features.wire.Response;
import kz.paysandbox.features.wire.Wire;

/** Speaks ePay's wire format: forms for tokens, JSON for the rest, and the last exchange for those who ask. */
public final class EpayLine implements Line {

    private final URI oauth;
    private final String api;
    private final RecordedWire wire;

    public EpayLine(URI oauth, URI api, Wire wire) {
        this.oauth = oauth;
        this.api = api.toString().replaceAll("/+$", "");
        this.wire = new RecordedWire(wire);
    }

    /** The address of a path below the API's. */
    public URI at(String path) {
        return URI.create(api + path);
    }

    /** Asks for a token by a form. */
    public Response token(Map<String, String> fields) {
        return token(Form.TYPE, Form.of(fields));
    }

    /** Asks for a token by any body. */
    public Response token(String contentType, String body) {
        URI address = URI.create(oauth.toString().replaceAll("/+$", "") + "/oauth2/token");
        return send(Request.post(address, body).with("Content-Type", contentType));
    }

    /** A token as the page of the authorisation prints it, or why there is none. */
    public Response get(String path, Optional<String> token) {
        return send(authorised(Request.get(at(path)), token));
    }

    /** Without a body where the fields are empty. */
    public Response post(String path, Optional<String> token, Map<String, ?> fields) {
        Request request = fields.isEmpty() ? Request.get(at(path)).as("POST") : Request.post(at(path), Json.of(fields));
        return send(authorised(request, token));
    }

    /** Posts a form, as a browser does. */
    public Response postForm(String path, Optional<String> token, Map<String, String> fields) {
        return send(authorised(Form.post(at(path), fields), token));
    }

    /** What a browser sends before a page of another origin may call. */
    public Response preflight(String path, String origin) {
        return send(Request.get(at(path))
                .as("OPTIONS")
                .with("Origin", origin)
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "authorization,content-type"));
    }

    @Override
    public Response last() {
        return wire.last();
    }

    @Override
    public List<Exchange> exchanges() {
        return wire.exchanges();
    }

    private static Request authorised(Request request, Optional<String> token) {
        return token.map(value -> request.with("Authorization", "Bearer " + value))
                .orElse(request);
    }

    private Response send(Request request) {
        return wire.send(request);
    }
}
