package kz.paysandbox.features.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** Fields as a browser posts them. */
public final class Form {

    /** The content type. */
    public static final String TYPE = "application/x-www-form-urlencoded";

    private Form() {}

    /** The body. */
    public static String of(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A request that posts them. */
    public static Request post(URI to, Map<String, String> fields) {
        return Request.post(to, of(fields)).with("Content-Type", TYPE);
    }
}
