package kz.paysandbox.emulator.http.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.http.Reply;

/** The replacement of values in a JSON answer, whatever they are: what a bank's next version might say. */
final class JsonReplacement {

    private static final JsonFactory JSON = new JsonFactory();

    private static final Pattern LITERAL = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,6})?|true|false|null");

    private JsonReplacement() {}

    /**
     * The reply with other values, every byte outside of these as it was.
     *
     * @param replaced members by name, at any depth
     * @return empty where the body has none of the members, or is no JSON
     */
    static Optional<Reply> members(Reply reply, Map<String, String> replaced) {
        byte[] body = reply.body().array();
        ByteArrayOutputStream changed = new ByteArrayOutputStream(body.length + 64);
        int copied = 0;
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                Optional<String> value = token == JsonToken.FIELD_NAME
                        ? Optional.ofNullable(replaced.get(parser.currentName()))
                        : Optional.empty();
                if (value.isPresent()) {
                    JsonToken present = parser.nextToken();
                    int begin = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
                    parser.skipChildren();
                    parser.finishToken();
                    changed.write(body, copied, begin - copied);
                    changed.writeBytes(json(value.get(), present));
                    copied = Math.toIntExact(parser.currentLocation().getByteOffset());
                }
            }
        } catch (IOException noJson) {
            return Optional.empty();
        }
        if (copied == 0) {
            return Optional.empty();
        }
        changed.write(body, copied, body.length - copied);
        return Optional.of(reply.withBody(reply.contentType(), Bytes.wrap(changed.toByteArray())));
    }

    /** A text stays a text; in the place of anything else, a number, a flag or null is written as it is. */
    private static byte[] json(String value, JsonToken present) {
        return present != JsonToken.VALUE_STRING && LITERAL.matcher(value).matches()
                ? Bytes.utf8(value).array()
                : Bytes.utf8('"' + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + '"')
                        .array();
    }
}
