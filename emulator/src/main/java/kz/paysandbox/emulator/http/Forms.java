package kz.paysandbox.emulator.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.data.Bytes;

/** A reader of the two kinds of form bodies, bounded by the listener's body limit and a number of fields. */
public final class Forms {

    private Forms() {}

    /** {@code application/x-www-form-urlencoded}; of several values with one name the last one counts. */
    public static Map<String, String> urlEncoded(Bytes body) {
        return body.isEmpty() ? Map.of() : CallReader.parameters(body.text().strip());
    }

    /** Names that stand more than once in such a form. */
    public static List<String> repeated(Bytes body) {
        return CallReader.repeated(body.text().strip());
    }

    /** {@code multipart/form-data}; empty where the body is none. Files are read as text. */
    public static Optional<Map<String, String>> multipart(String contentType, Bytes body) {
        return MultipartForm.read(contentType, body);
    }
}
