package kz.paysandbox.emulator.core.net;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/**
 * The ports that this sandbox listens on. What it sends at a caller's wish never goes there: a callback's address could
 * otherwise drive the control surface. Known once the ports are bound; what comes in by a way that cannot be seen from
 * here, as a forwarded port, is refused by its {@link #MARK}.
 */
public final class OwnListeners {

    /** Header of every request that the sandbox sends at a caller's wish; a listener refuses a request that has it. */
    public static final String MARK = "X-Sandbox-Callback";

    private static final int IPV4_BYTES = 4;

    private volatile Set<Integer> ports = Set.of();

    /** Replaces what was known before. */
    public void bound(Collection<Integer> listening) {
        ports = Set.copyOf(listening);
    }

    /**
     * Whether a connection could end at one of the own listeners.
     *
     * @param addresses all that the host's name has
     */
    public boolean areAmong(Collection<InetAddress> addresses, int port) {
        return ports.contains(port) && addresses.stream().anyMatch(OwnListeners::isOfThisMachine);
    }

    private static boolean isOfThisMachine(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || isIpv4Loopback(bytes)) {
            return true;
        }
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .anyMatch(own -> Arrays.equals(own.getAddress(), bytes));
        } catch (SocketException unknown) {
            return true;
        }
    }

    /** The loopback inside an IPv6 address, as {@code ::127.0.0.1} or {@code 64:ff9b::127.0.0.1}. */
    private static boolean isIpv4Loopback(byte[] bytes) {
        return bytes.length > IPV4_BYTES && bytes[bytes.length - IPV4_BYTES] == 127 && startsAsEmbedding(bytes);
    }

    private static boolean startsAsEmbedding(byte[] bytes) {
        boolean compatible = true;
        for (int at = 0; at < bytes.length - IPV4_BYTES; at++) {
            boolean mapped = (at == 10 || at == 11) && bytes[at] == (byte) 0xff;
            compatible &= bytes[at] == 0 || mapped;
        }
        boolean translated = bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == (byte) 0xff && bytes[3] == (byte) 0x9b;
        return compatible || translated;
    }
}
