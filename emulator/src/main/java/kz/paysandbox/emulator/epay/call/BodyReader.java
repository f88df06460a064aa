package kz.paysandbox.emulator.epay.call;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.fields.Fields;
import kz.paysandbox.emulator.core.fields.Scalar;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Forms;
import kz.paysandbox.emulator.http.JsonMistake;
import kz.paysandbox.emulator.http.JsonObjectReader;

/** A reader of a request's body in whichever of the three kinds that callers use. */
public final class BodyReader {

    private static final int MOST_FIELDS = 200;
    static final JsonObjectReader JSON = new JsonObjectReader(MOST_FIELDS, 20, 1_000, true);

    /** The kinds. */
    public enum Kind {
        NONE,
        JSON,
        URL_ENCODED,
        MULTIPART
    }

    /**
     * Named values and how they came.
     *
     * @param fields the values, found without regard to case, with what is known of names that came more than once
     */
    public record Body(Kind kind, Map<String, Scalar> values, Fields fields) {

        public Body(Kind kind, Map<String, Scalar> values) {
            this(kind, values, Fields.of(values));
        }
    }

    /** What came of reading a body. */
    private record Reading(Optional<Body> body) {}

    private BodyReader() {}

    /** Read once for each call; empty where the body is not what its content type says. */
    public static Optional<Body> read(Call call) {
        return call.contents(Reading.class, sent -> new Reading(parsed(sent))).body();
    }

    private static Optional<Body> parsed(Call call) {
        if (call.body().isEmpty()) {
            return Optional.of(new Body(Kind.NONE, Map.of()));
        }
        String type = call.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/form-data")) {
            return call.multipart().map(fields -> new Body(Kind.MULTIPART, parameters(fields)));
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            Map<String, Scalar> values = parameters(Forms.urlEncoded(call.body()));
            return Optional.of(new Body(Kind.URL_ENCODED, values, Fields.of(values, Forms.repeated(call.body()))));
        }
        return JSON.read(call.body())
                .map(json -> new Body(Kind.JSON, json.fields(), Fields.of(json.fields(), json.repeated())));
    }

    /** Why a body could not be read. */
    public static String mistake(Call call) {
        String type = call.header("Content-Type").orElse("");
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return type.toLowerCase(Locale.ROOT).contains("boundary=")
                    ? "the multipart body has no parts between its boundaries"
                    : "Content-Type multipart/form-data names no boundary; the client's library sets it where the header"
                            + " is not set by hand";
        }
        return JsonMistake.words(call.body());
    }

    private static Map<String, Scalar> parameters(Map<String, String> fields) {
        Map<String, Scalar> values = new LinkedHashMap<>();
        fields.forEach((name, value) -> values.put(name, Scalar.parameter(value)));
        return values;
    }
}
