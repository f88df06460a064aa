package kz.paysandbox.emulator.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.core.data.Bytes;

/**
 * The explanation why a body is no JSON object, and where; of the body's own text at most one character is repeated.
 */
public final class JsonMistake {

    private static final JsonFactory FACTORY = new JsonFactory();

    private static final Pattern FORM = Pattern.compile("[\\w.%\\[\\]-]{1,64}=");

    /** Jackson's words about one character: itself, its code, and what was expected. */
    private static final Pattern CHARACTER = Pattern.compile(
            "(?:Unexpected|Illegal|Invalid)[^(]*\\(+(?:'(.)' \\(code|CTRL-CHAR, code) (\\d+)[^:]*:\\s*(.*)",
            Pattern.DOTALL);

    /** Quotes as word processors and the bank's own document print them. */
    private static final String TYPOGRAPHIC = "\u201c\u201d\u201e\u201f\u2018\u2019\u00ab\u00bb";

    private JsonMistake() {}

    /** For a body that a reader could not read as an object. */
    public static String words(Bytes body) {
        if (body.isEmpty()) {
            return "the body is empty, where a JSON object is expected";
        }
        try (JsonParser parser = parser(body)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return "the body holds nothing but blanks, where a JSON object is expected";
            }
            if (first != JsonToken.START_OBJECT) {
                return "the body is a JSON " + kind(first) + ", where an object is expected";
            }
            parser.skipChildren();
            return parser.nextToken() == null
                    ? "the JSON object has more members, or longer or deeper ones, than the sandbox reads"
                    : at(parser.currentTokenLocation()) + "the JSON object has ended, and more text follows";
        } catch (JsonProcessingException malformed) {
            String form = FORM.matcher(body.text()).lookingAt() ? "it looks like a form; " : "";
            return form + at(malformed.getLocation()) + reason(String.valueOf(malformed.getOriginalMessage()));
        } catch (IOException unreadable) {
            return "the body is no text: JSON is in UTF-8";
        }
    }

    /** Columns are counted in characters where the text is UTF-8, else in bytes. */
    private static JsonParser parser(Bytes body) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.array()))
                    .toString();
            return text.indexOf('\0') < 0 && !text.startsWith("\ufeff")
                    ? FACTORY.createParser(text)
                    : FACTORY.createParser(body.array());
        } catch (CharacterCodingException otherwise) {
            return FACTORY.createParser(body.array());
        }
    }

    private static String at(JsonLocation location) {
        return location == null
                ? "the body is no JSON: "
                : "the body is no JSON at line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }

    private static String reason(String message) {
        String brief = message.replaceAll("(?s) ?\\((start marker|for |JSON ).*", "");
        if (brief.startsWith("Unrecognized token")) {
            return "a word without quotes";
        }
        if (TYPOGRAPHIC.chars().anyMatch(quote -> brief.indexOf(quote) >= 0)) {
            return "a typographic quote, where JSON has \"";
        }
        if (brief.contains("''' (code 39)")) {
            return "a single quote, where JSON has \"";
        }
        Matcher character = CHARACTER.matcher(brief);
        if (character.matches()) {
            String itself = character.group(1) == null ? "a control character" : "'" + character.group(1) + "'";
            return "unexpected " + itself + " (code " + character.group(2) + "): " + character.group(3);
        }
        return brief.startsWith("Unexpected end-of-input") || brief.startsWith("Invalid UTF-8")
                ? lower(brief.substring(0, 1)) + brief.substring(1)
                : "it cannot be read as JSON";
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_ARRAY -> "list";
            case VALUE_STRING -> "string";
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "boolean";
            default -> "number";
        };
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
