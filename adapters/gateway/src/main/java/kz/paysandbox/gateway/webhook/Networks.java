package kz.paysandbox.gateway.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import kz.paysandbox.gateway.address.AddressRange;

/** Networks of special use (IANA's registries, RFC 6890 and later), which are not public. */
final class Networks {
    private static final List<AddressRange> NOT_PUBLIC = ranges(
            // this network; private; shared (CGNAT); loopback; link-local; private
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            // protocol assignments; documentation; 6to4 relays; private; benchmarks; documentation
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            // multicast; reserved, and broadcast
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Only these of version 6 are handed out; all else is local, mapped, translated, multicast or nobody's. */
    private static final AddressRange GLOBAL = AddressRange.parse("2000::/3");

    private static final List<AddressRange> NOT_PUBLIC_6 = ranges(
            // protocol assignments, Teredo among them; documentation; 6to4; documentation
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private Networks() {}

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::parse).toList();
    }

    static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? NOT_PUBLIC.stream().noneMatch(range -> range.covers(address))
                : GLOBAL.covers(address) && NOT_PUBLIC_6.stream().noneMatch(range -> range.covers(address));
    }
}
