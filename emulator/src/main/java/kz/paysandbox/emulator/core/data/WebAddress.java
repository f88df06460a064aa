package kz.paysandbox.emulator.core.data;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * An absolute http or https address that a caller named, in the form in which it is sent on: ASCII only. What a URI may
 * not hold is percent-encoded as UTF-8, as browsers do it; what is encoded already stays as it is (RFC 3986, RFC 3987).
 */
public final class WebAddress {

    private static final String MARKS = "-._~:/?@!$&'()*+,;=";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final URI uri;

    private WebAddress(URI uri) {
        this.uri = uri;
    }

    /** Empty where the text is no absolute http or https address with a host. */
    public static Optional<WebAddress> of(String text) {
        try {
            URI uri = new URI(ascii(text));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null
                    ? Optional.of(new WebAddress(uri))
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    public URI uri() {
        return uri;
    }

    /**
     * This address with one more pair in its query; a fragment stays behind the query.
     *
     * @param pair name and value, encoded, as {@code reference=1}
     */
    public WebAddress with(String pair) {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        String before = fragment < 0 ? text : text.substring(0, fragment);
        String joint = !before.contains("?") ? "?" : before.endsWith("?") || before.endsWith("&") ? "" : "&";
        return new WebAddress(URI.create(before + joint + pair + (fragment < 0 ? "" : text.substring(fragment))));
    }

    /** The address as it stands in a header or a request line. */
    @Override
    public String toString() {
        return uri.toString();
    }

    private static String ascii(String text) {
        int begin = text.indexOf("://") + 3;
        if (begin < 3) {
            return text;
        }
        int end = begin;
        while (end < text.length() && "/?#\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, begin) + authority(text.substring(begin, end)) + encoded(text.substring(end));
    }

    private static String authority(String authority) {
        return authority.chars().allMatch(letter -> letter < 128) ? authority : IDN.toASCII(authority);
    }

    private static String encoded(String rest) {
        StringBuilder out = new StringBuilder(rest.length() + 16);
        boolean fragment = false;
        for (int at = 0; at < rest.length(); at += Character.charCount(rest.codePointAt(at))) {
            int letter = rest.codePointAt(at);
            boolean opens = letter == '#' && !fragment;
            fragment |= opens;
            if (opens || isLegal(letter) || isEscape(rest, at)) {
                out.appendCodePoint(letter);
            } else {
                for (byte octet : Character.toString(letter).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(HEX.toHexDigits(octet));
                }
            }
        }
        return out.toString();
    }

    private static boolean isLegal(int letter) {
        boolean alphanumeric =
                letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9';
        return alphanumeric || MARKS.indexOf(letter) >= 0;
    }

    private static boolean isEscape(String text, int at) {
        return text.charAt(at) == '%'
                && at + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }
}
