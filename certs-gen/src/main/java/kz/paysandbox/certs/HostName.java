package kz.paysandbox.certs;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names that a server certificate can carry. */
public final class HostName {
    /** Underscores are no letters of a host name by RFC 1123, but container networks have them. */
    private static final Pattern DNS =
            Pattern.compile("(\\*\\.)?[a-z0-9_]([a-z0-9_-]{0,62})(\\.[a-z0-9_][a-z0-9_-]{0,62})*");

    private static final Pattern IPV4 =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:]*:[0-9a-f:.]*");
    private static final Pattern DIGITS = Pattern.compile("[0-9.]+");

    private HostName() {}

    /**
     * As a certificate spells it: lower case, international names by RFC 3490, addresses in full.
     *
     * @param host a DNS name (a wildcard in front allowed), an IPv4 or an IPv6 address, brackets allowed
     * @throws IllegalArgumentException where it is none of these
     */
    public static String of(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        String ascii = ascii(bare).toLowerCase(Locale.ROOT);
        if (IPV4.matcher(ascii).matches()) {
            return ascii;
        }
        if (IPV6.matcher(ascii).matches()) {
            return address(ascii);
        }
        if (ascii.length() > 253
                || DIGITS.matcher(ascii).matches()
                || !DNS.matcher(ascii).matches()) {
            throw new IllegalArgumentException("'" + host + "' is neither a host name nor an address");
        }
        return ascii;
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("'" + host + "' is neither a host name nor an address", malformed);
        }
    }

    /** In full, as the JDK reads it back from a certificate; a literal is never looked up. */
    private static String address(String literal) {
        try {
            return InetAddress.getByName(literal).getHostAddress();
        } catch (UnknownHostException malformed) {
            throw new IllegalArgumentException("'" + literal + "' is no IPv6 address", malformed);
        }
    }
}
