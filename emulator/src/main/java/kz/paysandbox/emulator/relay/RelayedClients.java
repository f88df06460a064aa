package kz.paysandbox.emulator.relay;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Which clients are behind connections that other nodes have relayed. What a connection brought may be answered after its
 * end, so that its client is known for 2 s longer.
 */
public final class RelayedClients {

    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** A client, and when its connection ended. */
    private record Known(InetSocketAddress address, Optional<Long> ended) {}

    private final Map<SocketAddress, Known> clients = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    /**
     * Of no connection yet.
     *
     * @param nanoTime the machine's, which only goes forward
     */
    public RelayedClients(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void add(SocketAddress connection, InetSocketAddress client) {
        sweep();
        clients.put(connection, new Known(client, Optional.empty()));
    }

    void ended(SocketAddress connection) {
        long now = nanoTime.getAsLong();
        clients.computeIfPresent(connection, (same, known) -> new Known(known.address(), Optional.of(now)));
        sweep();
    }

    private void sweep() {
        long now = nanoTime.getAsLong();
        clients.values()
                .removeIf(known -> known.ended()
                        .filter(ended -> now - ended > LINGER_NANOS)
                        .isPresent());
    }

    /** The client's address, where a connection comes from. */
    public SocketAddress of(SocketAddress remote) {
        Known known = clients.get(remote);
        return known == null ? remote : known.address();
    }
}
