package kz.paysandbox.gateway.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses.
 *
 * @param network its first address, as numbers
 * @param bits how many of its bits count
 */
public record AddressRange(InetAddress network, int bits) {
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

    /** Java looks up no name that has a colon. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /**
     * Reads {@code 10.1.2.3}, {@code 10.0.0.0/8}, {@code ::1}, {@code fd00::/8}.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static AddressRange parse(String text) {
        String[] parts = text.split("/", 2);
        InetAddress network = literal(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("not an address or range: '" + text + "'"));
        int most = network.getAddress().length * Byte.SIZE;
        if (parts.length == 1) {
            return new AddressRange(network, most);
        }
        if (!parts[1].matches("[0-9]{1,3}") || Integer.parseInt(parts[1]) > most) {
            throw new IllegalArgumentException("not an address or range: '" + text + "'");
        }
        return new AddressRange(network, Integer.parseInt(parts[1]));
    }

    /** An address written as numbers, in brackets or not; names are never looked up. */
    public static Optional<InetAddress> literal(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (!IPV4.matcher(bare).matches() && !IPV6.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException notOne) {
            return Optional.empty();
        }
    }

    /** Whether an address lies in it; text that is no address never does. */
    public boolean contains(String address) {
        return literal(address).filter(this::covers).isPresent();
    }

    /** Whether an address lies in it. */
    public boolean covers(InetAddress address) {
        byte[] own = network.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        if (!Arrays.equals(own, 0, whole, other, 0, whole)) {
            return false;
        }
        int rest = bits % Byte.SIZE;
        int mask = rest == 0 ? 0 : 0xff << (Byte.SIZE - rest) & 0xff;
        return rest == 0 || (own[whole] & mask) == (other[whole] & mask);
    }
}
