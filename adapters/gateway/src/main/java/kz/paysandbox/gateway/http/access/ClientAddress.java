package kz.paysandbox.gateway.http.access;

import java.util.List;

/** Whose address a request has, behind proxies. */
public final class ClientAddress {
    private static final int MOST_HOPS = 20;

    private ClientAddress() {}

    /**
     * The caller's address: of the connection, unless that is a trusted proxy; then the last one of
     * {@code X-Forwarded-For} that is no trusted proxy. What stands before it is the caller's own claim.
     *
     * @param connection the address that connected
     * @param forwarded the header's value; empty where there is none
     * @param trusted proxies whose word counts
     */
    public static String of(String connection, String forwarded, AddressList trusted) {
        String address = connection;
        List<String> hops = List.of(forwarded.split(",", -1));
        for (int back = 1; back <= Math.min(hops.size(), MOST_HOPS) && trusted.contains(address); back++) {
            String hop = hops.get(hops.size() - back).strip();
            if (AddressRange.literal(hop).isEmpty()) {
                return address;
            }
            address = hop;
        }
        return address;
    }
}
