package kz.paysandbox.emulator.boot;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

/**
 * The addresses that the listeners are bound to: {@code localhost} is both addresses of the loopback, since clients
 * take either first; anything else is one address.
 *
 * @param setting as typed
 */
public record Binding(String setting) {
    private static final String BOTH = "localhost";
    private static final String IPV4_LOOPBACK = "127.0.0.1";
    private static final String IPV6_LOOPBACK = "::1";
    private static final Set<String> LOOPBACK = Set.of(BOTH, IPV4_LOOPBACK, IPV6_LOOPBACK, "[::1]");
    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    /** The addresses to listen on, the first of which chooses a port that is to be any free one. */
    public List<String> addresses() {
        if (!setting.equals(BOTH)) {
            return List.of(setting);
        }
        return hasIpv6Loopback() ? List.of(IPV4_LOOPBACK, IPV6_LOOPBACK) : List.of(IPV4_LOOPBACK);
    }

    public boolean isLoopback() {
        return LOOPBACK.contains(setting);
    }

    public boolean isEveryAddress() {
        return EVERY_ADDRESS.contains(setting);
    }

    /** A host that reaches it from this machine, as a URL spells it. */
    public String host() {
        if (isEveryAddress() || setting.equals(IPV4_LOOPBACK) || setting.equals(BOTH)) {
            return BOTH;
        }
        return setting.contains(":") && !setting.startsWith("[") ? "[" + setting + "]" : setting;
    }

    private static boolean hasIpv6Loopback() {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.getAllByName(IPV6_LOOPBACK)[0]) != null;
        } catch (SocketException | UnknownHostException absent) {
            return false;
        }
    }
}
