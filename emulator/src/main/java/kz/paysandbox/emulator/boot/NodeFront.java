package kz.paysandbox.emulator.boot;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kz.paysandbox.emulator.relay.Peer;
import kz.paysandbox.emulator.relay.RelayFront;
import kz.paysandbox.emulator.relay.RelayIdentity;

/**
 * The ports of a node while it relays. Where it begins to own the worlds they are handed over as they are, bound; what
 * arrives meanwhile waits. Used by the node's own thread, and by whoever closes the node when that has ended.
 */
final class NodeFront implements AutoCloseable {

    private final RelayIdentity identity;
    private final Supplier<Optional<Peer>> owner;
    private final int most;
    private Optional<Open> open = Optional.empty();

    /** The last that was handed over: connections that waited at it may still lead somewhere. */
    private Optional<RelayFront> former = Optional.empty();

    private record Open(BoundPorts bound, RelayFront relay) {}

    /**
     * Of no port yet.
     *
     * @param owner the node that owns the worlds at present
     * @param most connections at a time
     */
    NodeFront(RelayIdentity identity, Supplier<Optional<Peer>> owner, int most) {
        this.identity = identity;
        this.owner = owner;
        this.most = most;
    }

    boolean isOpen() {
        return open.isPresent();
    }

    /**
     * Binds the ports and relays what arrives; returns their numbers.
     *
     * @throws kz.paysandbox.emulator.http.server.PortInUse where one is taken
     */
    Map<String, Integer> open(ServerConfig config) {
        BoundPorts bound = BoundPorts.open(config);
        relay(bound);
        return bound.numbers();
    }

    private void relay(BoundPorts bound) {
        try {
            open = Optional.of(
                    new Open(bound, RelayFront.open(bound.channels(), identity, owner, System::nanoTime, most)));
        } catch (RuntimeException | Error unable) {
            bound.close();
            throw unable;
        }
    }

    /** Relays no more, and gives the ports to whoever listens there next; empty where none are bound. */
    Optional<BoundPorts> handOver() {
        Optional<Open> present = open;
        open = Optional.empty();
        present.ifPresent(handed -> {
            former = Optional.of(handed.relay());
            handed.relay().release();
        });
        return present.map(Open::bound);
    }

    /** Whoever was to listen there does not: relays again where all are still bound, and frees the ports where not. */
    void takeBack(BoundPorts bound) {
        if (bound.areOpen()) {
            relay(bound);
        } else {
            bound.close();
        }
    }

    /** Cuts connections to nodes that do not own the worlds any more. */
    void ownerIs(Optional<Peer> present) {
        open.ifPresent(front -> front.relay().ownerIs(present));
        former.ifPresent(front -> front.ownerIs(present));
    }

    /** Frees the ports, and cuts all connections. */
    @Override
    public void close() {
        former.ifPresent(RelayFront::close);
        open.ifPresent(front -> front.relay().close());
    }
}
