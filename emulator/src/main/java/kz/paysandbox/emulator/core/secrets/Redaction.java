package kz.paysandbox.emulator.core.secrets;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The redaction of messages, which are shown without their secrets. What has names is read by its names, as its
 * receiver reads it: JSON at any depth and within strings, forms, queries, cookies. What remains is searched for card
 * numbers, their codes, tokens and pairs of a secret's name and value.
 */
public final class Redaction {

    /** Deeper than this, one text within another is not shown at all. */
    private static final int DEEPEST = 12;

    private static final String HIDDEN = "***";

    private static final Pattern BEARER =
            Pattern.compile("\\b(Bearer|Basic)\\s+([A-Za-z0-9._~+/=-]{6,})", Pattern.CASE_INSENSITIVE);

    private static final Pattern USER = Pattern.compile("(://)([^/?#\\s@\"'<>]{1,512}+)@");

    private static final Pattern PAIR = Pattern.compile(
            "(?<![\\p{L}\\d_%.-])([\\p{L}_%][\\p{L}\\d_%.-]{0,63}+)([\"'\\]]{0,3}\\s{0,9}[:=>]\\s{0,9}[\"']?)"
                    + "((?<=\")[^\"\\r\\n&<>]++|(?<=')[^'\\r\\n&<>]++|[^\\s\"'&<>]++)");

    /** An element of XML whose name is followed by attributes, or whose text is marked as such. */
    private static final Pattern ELEMENT = Pattern.compile(
            "(<(?:[\\w.-]{1,64}:)?([\\w.-]{1,64}+)(?:\\s[^<>]{0,200}+)?>\\s{0,9}+(?:<!\\[CDATA\\[)?)([^<>\\]]++)");

    /** The name of a part, at its head. */
    private static final Pattern PART = Pattern.compile("[; ]name=\"?([^\"\\r\\n;]{1,200})", Pattern.CASE_INSENSITIVE);

    private static final Pattern BLANK_LINE = Pattern.compile("\r?\n\r?\n");

    /** A field of an HTML form. */
    private static final Pattern INPUT =
            Pattern.compile("(\\bname=\"([^\"<>]{1,64})\"[^<>]{0,200}?\\bvalue=\")([^\"]*)(?=\")");

    private final StandIns standIns;

    public Redaction(StandIns standIns) {
        this.standIns = standIns;
    }

    /** The value of a field or header. */
    public String field(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("cookie") || lower.equals("set-cookie") || lower.equals("cookie2")) {
            return cookies(value);
        }
        int blank = value.indexOf(' ');
        boolean scheme = lower.endsWith("authorization") && blank > 0;
        return scheme
                ? value.substring(0, blank + 1)
                        + replaced(SecretNames.TOKEN, value.substring(blank + 1).strip())
                : shown(SecretNames.kindOf(name), value, 0);
    }

    /** Path and query of a request, or a whole address. */
    public String target(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        String shown = decodedInside(path, 0);
        return query < 0 ? shown : shown + "?" + pairs(target.substring(query + 1), 0);
    }

    /** A body: JSON, a form, or other text. */
    public String body(String text) {
        return nested(text, 0);
    }

    /** What the sandbox itself says, in which words of a caller may stand. */
    public String words(String text) {
        return loose(text, true);
    }

    private String shown(Optional<String> kind, String value, int depth) {
        if (kind.isPresent() && !value.isEmpty()) {
            String shown = standIns.of(kind.get(), value);
            if (!shown.equals(value)) {
                return shown;
            }
        }
        return nested(value, depth + 1);
    }

    private String nested(String text, int depth) {
        if (depth > DEEPEST) {
            return HIDDEN;
        }
        String read = text.indexOf('\0') >= 0 ? text.replace("\0", "") : text;
        if (JsonText.looksLike(read)) {
            return json(read, depth);
        }
        if (read.stripLeading().startsWith("<")) {
            return decodedInside(read, depth);
        }
        if (read.stripLeading().startsWith("--") && PART.matcher(read).find()) {
            return parts(read, depth);
        }
        if (isForm(read)) {
            return pairs(read, depth);
        }
        int brace = read.indexOf('{');
        return brace < 0
                ? decodedInside(read, depth)
                : decodedInside(read.substring(0, brace), depth) + json(read.substring(brace), depth);
    }

    /** A card number may be spread over several values. */
    private String json(String text, int depth) {
        return CardNumbers.masked(JsonText.rewritten(text, (name, kind, value) -> shown(kind, value, depth)));
    }

    /** Text that percent signs may hide something in. */
    private String decodedInside(String text, int depth) {
        String found = loose(text, false);
        if (text.indexOf('%') < 0) {
            return found;
        }
        String decoded = Escapes.percentDecoded(found);
        String shown = decoded.equals(found) ? found : nested(decoded, depth + 1);
        return shown.equals(decoded) ? found : Escapes.percentEncoded(shown);
    }

    private static boolean isForm(String text) {
        int equals = text.indexOf('=');
        return equals >= 0 && (equals < 256 || text.indexOf('&') >= 0);
    }

    /** A multipart body, whatever its Content-Type calls it. */
    private String parts(String text, int depth) {
        int begin = text.indexOf("--");
        String delimiter =
                text.substring(begin).lines().findFirst().orElse("--").stripTrailing();
        StringBuilder out = new StringBuilder(text.length() + 32).append(text, 0, begin);
        int from = begin;
        while (from < text.length()) {
            int next = text.indexOf(delimiter, from + delimiter.length());
            next = next < 0 ? text.length() : next;
            part(text.substring(from, next), depth, out);
            from = next;
        }
        return out.toString();
    }

    private void part(String part, int depth, StringBuilder out) {
        Matcher blank = BLANK_LINE.matcher(part);
        if (!blank.find()) {
            out.append(loose(part, false));
            return;
        }
        String head = part.substring(0, blank.end());
        Matcher name = PART.matcher(head);
        Optional<String> kind = name.find() ? SecretNames.kindOf(name.group(1)) : Optional.empty();
        String value = part.substring(blank.end());
        String end = value.endsWith("\r\n") ? "\r\n" : value.endsWith("\n") ? "\n" : "";
        out.append(loose(head, false))
                .append(shown(kind, value.substring(0, value.length() - end.length()), depth))
                .append(end);
    }

    /** Pairs of a form or a query; their names may follow a path. */
    private String pairs(String text, int depth) {
        StringBuilder out = new StringBuilder(text.length() + 32);
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf('&', from);
            end = end < 0 ? text.length() : end;
            pair(text.substring(from, end), depth, out);
            if (end < text.length()) {
                out.append('&');
            }
            from = end + 1;
        }
        return out.toString();
    }

    private void pair(String pair, int depth, StringBuilder out) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            out.append(decodedInside(pair, depth));
            return;
        }
        String name = pair.substring(0, equals);
        int last = Math.max(name.lastIndexOf('/'), Math.max(name.lastIndexOf('?'), name.lastIndexOf('#')));
        String value = pair.substring(equals + 1);
        String read = Escapes.percentDecoded(value);
        String shown = shown(SecretNames.kindOf(name.substring(last + 1)), read, depth);
        out.append(decodedInside(name, depth)).append('=').append(shown.equals(read) ? value : formValue(shown));
    }

    /** Stand-ins are readable as they are. */
    private static String formValue(String shown) {
        return shown.indexOf('#') >= 0 && shown.chars().noneMatch(letter -> "%&+= \"<>".indexOf(letter) >= 0)
                ? shown
                : Escapes.percentEncoded(shown);
    }

    private String cookies(String header) {
        StringBuilder out = new StringBuilder(header.length());
        for (String cookie : header.split(";", -1)) {
            int equals = cookie.indexOf('=');
            String value = cookie.substring(equals + 1);
            String kind = SecretNames.kindOf(
                            cookie.substring(0, Math.max(0, equals)).strip())
                    .orElse("cookie");
            String shown = value.isBlank() ? value : shown(Optional.of(kind), Escapes.percentDecoded(value), 0);
            out.append(out.length() == 0 ? "" : ";")
                    .append(cookie, 0, equals + 1)
                    .append(shown.equals(Escapes.percentDecoded(value)) ? value : shown);
        }
        return out.toString();
    }

    /** Text without structure. */
    private String loose(String text, boolean sentence) {
        String shown = CardNumbers.masked(text);
        if (shown.indexOf(' ') >= 0) {
            shown = BEARER.matcher(shown).replaceAll(found -> quoted(found.group(1) + " " + token(found.group(2))));
        }
        if (shown.indexOf('@') >= 0) {
            shown = USER.matcher(shown)
                    .replaceAll(found -> quoted(found.group(1) + replaced("secret", found.group(2)) + "@"));
        }
        if (shown.indexOf('=') >= 0 || shown.indexOf(':') >= 0 || shown.indexOf('>') >= 0) {
            shown = INPUT.matcher(shown).replaceAll(found -> input(found));
            shown = PAIR.matcher(shown).replaceAll(found -> pair(found, sentence));
            shown = ELEMENT.matcher(shown).replaceAll(found -> input(found));
        }
        return shown;
    }

    private String input(MatchResult found) {
        String shown = SecretNames.kindOf(found.group(2))
                .map(kind -> replaced(kind, found.group(3)))
                .orElse(found.group(3));
        return quoted(found.group(1) + shown);
    }

    private String pair(MatchResult found, boolean sentence) {
        String name = found.group(1);
        String value = found.group(3);
        Optional<String> kind = sentence ? SecretNames.kindInWords(name) : SecretNames.kindOf(name);
        boolean scheme = value.equalsIgnoreCase("Bearer") || value.equalsIgnoreCase("Basic");
        String shown =
                scheme ? value : kind.map(known -> replaced(known, value)).orElse(value);
        return quoted(name + found.group(2) + shown);
    }

    private String token(String value) {
        return replaced(SecretNames.TOKEN, value);
    }

    private String replaced(String kind, String value) {
        return value.isEmpty() ? value : standIns.of(kind, value);
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }
}
