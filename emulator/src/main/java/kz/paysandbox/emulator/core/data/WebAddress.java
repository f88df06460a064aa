package kz.paysandbox.emulator.core.data;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An absolute http or https address that a caller named, in the form in which it is sent on: ASCII only. What a URI may
 * not hold is percent-encoded as UTF-8, as browsers do it; what is encoded already stays as it is (RFC 3986, RFC 3987).
 */
public final class WebAddress {

    private static final String MARKS = "-._~:/?@!$&'()*+,;=";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** User information, which is refused, host and port; a host may have an underscore, as container networks do. */
    private static final Pattern AUTHORITY = Pattern.compile("([\\w.-]+|\\[[0-9A-Fa-f:.]+])(?::(\\d{1,5}))?");

    private static final int LARGEST_PORT = 65_535;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final URI uri;
    private final String host;
    private final int port;

    private WebAddress(URI uri, String host, int port) {
        this.uri = uri;
        this.host = host;
        this.port = port;
    }

    /** Empty where the text is no absolute http or https address with a host. */
    public static Optional<WebAddress> of(String text) {
        try {
            URI uri = new URI(ascii(text));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            Matcher authority = AUTHORITY.matcher(String.valueOf(uri.getRawAuthority()));
            if (!(scheme.equals("http") || scheme.equals("https"))
                    || uri.getRawAuthority() == null
                    || !authority.matches()) {
                return Optional.empty();
            }
            int usual = scheme.equals("https") ? HTTPS : HTTP;
            int port = Optional.ofNullable(authority.group(2))
                    .map(Integer::parseInt)
                    .orElse(usual);
            return port > LARGEST_PORT ? Optional.empty() : Optional.of(new WebAddress(uri, authority.group(1), port));
        } catch (URISyntaxException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** {@code http} or {@code https}. */
    public String scheme() {
        return uri.getScheme().toLowerCase(Locale.ROOT);
    }

    /** Name or address; an IPv6 address in brackets. */
    public String host() {
        return host;
    }

    /** The one named, else that of the scheme. */
    public int port() {
        return port;
    }

    /** Path and query, as a request line has them. */
    public String target() {
        String path = Optional.ofNullable(uri.getRawPath())
                .filter(named -> !named.isEmpty())
                .orElse("/");
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
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
        return new WebAddress(
                URI.create(before + joint + pair + (fragment < 0 ? "" : text.substring(fragment))), host, port);
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
        boolean alphanumeric = (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9');
        return alphanumeric || MARKS.indexOf(letter) >= 0;
    }

    private static boolean isEscape(String text, int at) {
        return text.charAt(at) == '%'
                && at + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }
}
