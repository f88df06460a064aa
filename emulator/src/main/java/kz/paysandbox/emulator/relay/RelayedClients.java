package kz.paysandbox.emulator.relay;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which clients are behind connections that other nodes have relayed. It has as many entries as there are connections. */
public final class RelayedClients {

    private final Map<SocketAddress, InetSocketAddress> clients = new ConcurrentHashMap<>();

    void add(SocketAddress connection, InetSocketAddress client) {
        clients.put(connection, client);
    }

    void remove(SocketAddress connection) {
        clients.remove(connection);
    }

    /** The client's address, where a connection comes from. */
    public SocketAddress of(SocketAddress remote) {
        InetSocketAddress client = clients.get(remote);
        return client == null ? remote : client;
    }
}
