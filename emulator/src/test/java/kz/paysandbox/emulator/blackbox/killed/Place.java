package kz.paysandbox.emulator.blackbox.killed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kz.paysandbox.emulator.blackbox.support.Identity;

/** One world, with all that is needed to call it. */
final class Place {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Line line;
    private final Differences differences;
    private final HttpClient anonymous;
    private final HttpClient certified;
    private final JsonNode world;
    private final Given given;

    Place(String name, Line line, Differences differences, HttpClient anonymous, Path bundle) throws Unanswered {
        this.name = name;
        this.line = line;
        this.differences = differences;
        this.anonymous = anonymous;
        this.given = new Given(name, differences);
        this.world = control("GET", "/world", "").json();
        JsonNode made = control("GET", "/worlds/" + name + "/certificate", "").json();
        this.certified = Line.client(Identity.of(
                        Base64.getDecoder().decode(made.path("pfxBase64").asText()),
                        made.path("password").asText())
                .context(bundle));
    }

    String name() {
        return name;
    }

    Line line() {
        return line;
    }

    Differences differences() {
        return differences;
    }

    Given given() {
        return given;
    }

    /** As it was described when it was made. */
    JsonNode described() {
        return world;
    }

    Reply control(String method, String path, String body) throws Unanswered {
        Reply reply = line.send(
                anonymous, method, line.url("control", "/__sandbox" + path), Map.of("X-Sandbox-World", name), body);
        differences.answered("control");
        return reply;
    }

    /** A POST where there are fields, a GET where there are none. */
    Reply kaspi(String scheme, String path, Map<String, ?> fields) throws Unanswered {
        return kaspi(scheme, path, fields, Map.of());
    }

    Reply kaspi(String scheme, String path, Map<String, ?> fields, Map<String, String> more) throws Unanswered {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", "application/json");
        headers.put("X-Request-ID", UUID.randomUUID().toString());
        if (scheme.equals("r1")) {
            headers.put("Api-Key", world.at("/kaspi/apiKey").asText());
        }
        Map<String, Object> all = new LinkedHashMap<>(fields);
        if (scheme.equals("r3") && !fields.isEmpty()) {
            all.put("OrganizationBin", "180340021791");
        }
        Reply reply = line.send(
                scheme.equals("r1") ? anonymous : certified,
                fields.isEmpty() ? "GET" : "POST",
                line.url("kaspi-" + scheme, "/" + scheme + "/v01/" + path),
                headers,
                fields.isEmpty() ? "" : json(all));
        differences.answered(scheme);
        return reply;
    }

    Reply epay(String method, String path, String token, String type, String body) throws Unanswered {
        Map<String, String> headers = new HashMap<>();
        if (!body.isEmpty()) {
            headers.put("Content-Type", type);
        }
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        Reply reply = line.send(anonymous, method, line.url("epay", path), headers, body);
        differences.answered("epay");
        return reply;
    }

    static String json(Map<String, ?> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
