package kz.paysandbox.emulator.node;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;

/**
 * Where a node listens for others.
 *
 * @param bound the address that its listeners are bound to
 * @param every whether that stands for all addresses of the machine
 * @param port 0 for any free one
 * @param named where others reach it; empty for an address that is guessed
 */
public record NodeAddress(String bound, boolean every, int port, String named) {

    /** What the listener for other nodes is bound to. */
    InetSocketAddress toBind() {
        return new InetSocketAddress(bound, port);
    }

    /** Where other nodes reach this one. */
    String host() {
        if (!named.isEmpty()) {
            return named;
        }
        if (!every) {
            return bound;
        }
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .findFirst()
                    .orElseGet(InetAddress::getLoopbackAddress)
                    .getHostAddress();
        } catch (SocketException unknown) {
            return InetAddress.getLoopbackAddress().getHostAddress();
        }
    }

    /** Whether only this machine reaches it. */
    boolean isLoopback() {
        return !every && toBind().getAddress() != null && toBind().getAddress().isLoopbackAddress();
    }

    /** Where one of its own ports is reached from within it. */
    public InetSocketAddress own(int number) {
        return every
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), number)
                : new InetSocketAddress(bound, number);
    }
}
