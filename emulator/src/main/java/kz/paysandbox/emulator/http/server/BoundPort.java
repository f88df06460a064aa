package kz.paysandbox.emulator.http.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.emulator.http.Listener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One port, bound on every address of a listener.
 *
 * @param channels one for each address, in their order
 */
public record BoundPort(List<ServerSocketChannel> channels) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BoundPort.class);

    /** Tries to find a port that is free on all addresses, where any will do. */
    private static final int TRIES = 50;

    private static final int WAITING_CONNECTIONS = 1024;

    public BoundPort {
        channels = List.copyOf(channels);
    }

    /**
     * Binds the port of a listener.
     *
     * @throws PortInUse where an address cannot be bound; none is left bound
     */
    public static BoundPort of(Listener listener) {
        return open(listener.name(), listener.addresses(), listener.port());
    }

    /**
     * Binds.
     *
     * @param listener its public name, for the message
     * @param port 0 for any that is free on all addresses
     * @throws PortInUse where an address cannot be bound; none is left bound
     */
    public static BoundPort open(String listener, List<String> addresses, int port) {
        PortInUse last = new PortInUse(listener, String.join(", ", addresses), port, new IOException("no address"));
        for (int tries = 0; tries < (port == 0 ? TRIES : 1); tries++) {
            try {
                return all(listener, addresses, port);
            } catch (PortInUse taken) {
                last = taken;
            }
        }
        throw last;
    }

    private static BoundPort all(String listener, List<String> addresses, int port) {
        List<ServerSocketChannel> bound = new ArrayList<>();
        int chosen = port;
        for (String address : addresses) {
            try {
                ServerSocketChannel channel = bind(address, chosen);
                bound.add(channel);
                chosen = channel.socket().getLocalPort();
            } catch (IOException | UnresolvedAddressException taken) {
                new BoundPort(bound).close();
                throw new PortInUse(listener, address, chosen, taken);
            }
        }
        return new BoundPort(bound);
    }

    private static ServerSocketChannel bind(String address, int port) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(new InetSocketAddress(address, port), WAITING_CONNECTIONS);
            return channel;
        } catch (IOException | UnresolvedAddressException taken) {
            channel.close();
            throw taken;
        }
    }

    /** Whether it is bound still, on every address. */
    public boolean isOpen() {
        return channels.stream().allMatch(ServerSocketChannel::isOpen);
    }

    /** The port, the same on every address. */
    public int number() {
        return channels.get(0).socket().getLocalPort();
    }

    @Override
    public void close() {
        for (ServerSocketChannel channel : channels) {
            try {
                channel.close();
            } catch (IOException gone) {
                LOG.debug("a port was closed already", gone);
            }
        }
    }
}
