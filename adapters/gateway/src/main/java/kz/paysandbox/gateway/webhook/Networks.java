package kz.paysandbox.gateway.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Networks of special use (IANA's registries, RFC 6890 and later), which are not public. */
final class Networks {
    private static final List<Range> NOT_PUBLIC = List.of(
            // this network; private; shared (CGNAT); loopback; link-local; private
            Range.of(8, 0),
            Range.of(8, 10),
            Range.of(10, 100, 64),
            Range.of(8, 127),
            Range.of(16, 169, 254),
            Range.of(12, 172, 16),
            // protocol assignments; documentation; 6to4 relays; private; benchmarks; documentation
            Range.of(24, 192, 0, 0),
            Range.of(24, 192, 0, 2),
            Range.of(24, 192, 88, 99),
            Range.of(16, 192, 168),
            Range.of(15, 198, 18),
            Range.of(24, 198, 51, 100),
            Range.of(24, 203, 0, 113),
            // multicast; reserved, and broadcast
            Range.of(4, 224),
            Range.of(4, 240));

    /** Only these of version 6 are handed out; all else is local, mapped, translated, multicast or nobody's. */
    private static final Range GLOBAL = Range.of(3, 0x20);

    private static final List<Range> NOT_PUBLIC_6 = List.of(
            // protocol assignments, Teredo among them; documentation; 6to4; documentation
            Range.of(23, 0x20, 0x01),
            Range.of(32, 0x20, 0x01, 0x0d, 0xb8),
            Range.of(16, 0x20, 0x02),
            Range.of(20, 0x3f, 0xff));

    private Networks() {}

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? NOT_PUBLIC.stream().noneMatch(range -> range.holds(bytes))
                : GLOBAL.holds(bytes) && NOT_PUBLIC_6.stream().noneMatch(range -> range.holds(bytes));
    }

    private record Range(int bits, List<Integer> begin) {
        static Range of(int bits, Integer... begin) {
            return new Range(bits, List.of(begin));
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                int index = bit / Byte.SIZE;
                int expected = index < begin.size() ? begin.get(index) : 0;
                if ((address[index] & mask) != (expected & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
