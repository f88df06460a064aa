package kz.paysandbox.emulator.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.core.data.Bytes;

/** Reads the two kinds of form bodies, bounded by the listener's body limit and a number of fields. */
public final class Forms {

    private static final int MOST_PARTS = 100;
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";,]{1,70})\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"\\r\\n]{1,200})\"", Pattern.CASE_INSENSITIVE);

    private Forms() {}

    /** {@code application/x-www-form-urlencoded}; of several values with one name the last one counts. */
    public static Map<String, String> urlEncoded(Bytes body) {
        return body.isEmpty() ? Map.of() : Calls.parameters(body.text().strip());
    }

    /** Names that stand more than once in such a form. */
    public static List<String> repeated(Bytes body) {
        return Calls.repeated(body.text().strip());
    }

    /** {@code multipart/form-data}; empty where the body is none. Files are read as text. */
    public static Optional<Map<String, String>> multipart(String contentType, Bytes body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return Optional.empty();
        }
        String text = new String(body.array(), StandardCharsets.ISO_8859_1);
        String delimiter = "--" + boundary.group(1);
        Map<String, String> fields = new LinkedHashMap<>();
        int start = text.indexOf(delimiter);
        while (start >= 0 && fields.size() < MOST_PARTS) {
            int from = start + delimiter.length();
            int next = text.indexOf(delimiter, from);
            if (text.startsWith("--", from)) {
                return Optional.of(fields);
            }
            if (next < 0) {
                return Optional.empty();
            }
            part(text.substring(from, next), fields);
            start = next;
        }
        return Optional.empty();
    }

    private static void part(String part, Map<String, String> fields) {
        int blank = part.indexOf("\r\n\r\n");
        if (blank < 0) {
            return;
        }
        String head = part.substring(0, blank);
        Matcher name = NAME.matcher(head);
        if (head.toLowerCase(Locale.ROOT).contains("content-disposition") && name.find()) {
            String value = part.substring(blank + 4);
            fields.put(
                    utf8(name.group(1)), utf8(value.endsWith("\r\n") ? value.substring(0, value.length() - 2) : value));
        }
    }

    private static String utf8(String latin) {
        return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
