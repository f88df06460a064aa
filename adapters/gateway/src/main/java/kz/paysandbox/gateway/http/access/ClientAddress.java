package kz.paysandbox.gateway.http.access;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.gateway.address.AddressList;
import kz.paysandbox.gateway.address.AddressRange;

/** Whose address a request has, behind proxies. */
public final class ClientAddress {
    private static final int MOST_HOPS = 20;
    private static final String UNKNOWN = "unknown";
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+|\\[[0-9a-fA-F:.]+])(:[0-9]{1,5})");

    private ClientAddress() {}

    /**
     * The caller's address: of the connection, unless that is a trusted proxy; then the last one of
     * {@code X-Forwarded-For} that is no trusted proxy. What stands before it is the caller's own claim. A port is left
     * out; where a proxy names something else than an address, the caller has none, and is on no list.
     *
     * @param connection the address that connected
     * @param forwarded the header's value; empty where there is none
     * @param trusted proxies whose word counts
     */
    public static String of(String connection, String forwarded, AddressList trusted) {
        String address = connection;
        List<String> hops = List.of(forwarded.split(",", -1));
        for (int back = 1; back <= Math.min(hops.size(), MOST_HOPS) && trusted.contains(address); back++) {
            String hop = withoutPort(hops.get(hops.size() - back).strip());
            if (hop.isEmpty() && hops.size() == 1) {
                return address;
            }
            if (AddressRange.literal(hop).isEmpty()) {
                return UNKNOWN;
            }
            address = hop;
        }
        return address;
    }

    /** {@code 203.0.113.9:5678} and {@code [2001:db8::1]:80}, as some proxies write it. */
    private static String withoutPort(String hop) {
        Matcher matcher = WITH_PORT.matcher(hop);
        return matcher.matches() ? matcher.group(1) : hop;
    }
}
