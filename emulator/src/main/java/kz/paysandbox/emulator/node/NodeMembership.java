package kz.paysandbox.emulator.node;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import kz.paysandbox.emulator.relay.Peer;
import kz.paysandbox.emulator.relay.RelayIdentity;
import kz.paysandbox.emulator.relay.RelayServer;
import kz.paysandbox.emulator.relay.RelayedClients;
import kz.paysandbox.emulator.store.StoreException;
import kz.paysandbox.emulator.store.postgres.NodeLease;
import kz.paysandbox.emulator.store.postgres.NodeTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This process as one of those that share worlds: what it is to the others, and they to it. */
public final class NodeMembership implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NodeMembership.class);

    /** How long a node owns the worlds without a renewal: as long as the others wait where it dies. */
    private static final Duration TERM = Duration.ofSeconds(4);

    /** Between two looks for a node that is not known yet: anybody may ask for one. */
    private static final long LOOK_NANOS = Duration.ofMillis(300).toNanos();

    private static final int ID_BYTES = 8;

    private final NodeTable nodes;
    private final LongSupplier nanoTime;
    private final RelayIdentity identity;
    private final RelayedClients clients;
    private final RelayServer relay;
    private final NodeTable.Node self;
    private volatile List<NodeTable.Node> alive = List.of();
    private long looked;

    private NodeMembership(
            NodeTable nodes,
            NodeAddress address,
            SecureRandom random,
            LongSupplier nanoTime,
            int most,
            Function<String, Optional<InetSocketAddress>> listeners)
            throws IOException {
        this.nodes = nodes;
        this.nanoTime = nanoTime;
        this.looked = nanoTime.getAsLong() - 2 * LOOK_NANOS;
        this.identity = NodeCertificate.make(random);
        this.clients = new RelayedClients(nanoTime);
        this.relay = RelayServer.open(
                address.toBind(), identity, this::isNode, new RelayServer.Target(listeners, clients, most), nanoTime);
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        this.self = new NodeTable.Node(
                HexFormat.of().formatHex(id),
                address.host(),
                relay.port(),
                identity.fingerprint(),
                address.isLoopback());
    }

    /**
     * Joins the others.
     *
     * @param nanoTime the machine's, which only goes forward
     * @param most connections that others may relay here at a time
     * @param listeners where a listener of this node takes connections, by its name; empty while it does not own the worlds
     * @throws StoreException where the port for other nodes cannot be bound, or the database not be used
     */
    public static NodeMembership join(
            NodeTable nodes,
            NodeAddress address,
            SecureRandom random,
            LongSupplier nanoTime,
            int most,
            Function<String, Optional<InetSocketAddress>> listeners) {
        NodeMembership membership;
        try {
            membership = new NodeMembership(nodes, address, random, nanoTime, most, listeners);
        } catch (IOException taken) {
            throw new StoreException(
                    "port " + address.port() + " for other nodes cannot be bound (" + taken.getMessage()
                            + "): choose another with --set node.port=N, 0 for any free one",
                    taken);
        }
        try {
            membership.see();
            membership.checkAlike();
        } catch (StoreException unable) {
            membership.close();
            throw unable;
        }
        return membership;
    }

    /** A caller of one node is answered by another: what may be called without a token has to be the same everywhere. */
    private void checkAlike() {
        if (alive.stream().anyMatch(other -> other.loopback() != self.loopback())) {
            throw new StoreException(
                    self.loopback()
                            ? "other nodes of these worlds are reached by other machines, this one only by its own: start it"
                                    + " with --bind ADDRESS too"
                            : "other nodes of these worlds are reached by their own machine alone, this one by others: start"
                                    + " all of them with --bind ADDRESS, or none");
        }
    }

    /** Shows the others that this one is there, and looks who else is. */
    public void see() {
        nodes.seen(self);
        alive = nodes.alive();
    }

    /** How many there are, this one among them. */
    public int size() {
        return alive.size();
    }

    /** Begins a term in which this node owns the worlds, where nobody else does. */
    public Optional<NodeLease> take() {
        return nodes.take(self.id(), TERM, nanoTime);
    }

    /** The node that owns the worlds and answers; empty where there is none at present. */
    public Optional<Peer> owner() {
        return nodes.owner().map(NodeMembership::peer);
    }

    /** This node, as others see it. */
    public Peer self() {
        return peer(self);
    }

    public RelayIdentity identity() {
        return identity;
    }

    /** The client's address, where a connection comes from. */
    public SocketAddress clientOf(SocketAddress remote) {
        return clients.of(remote);
    }

    private static Peer peer(NodeTable.Node node) {
        return new Peer(node.host(), node.port(), node.fingerprint());
    }

    /** Whether one of the nodes shows this certificate; one that is not known yet is looked for, not too often. */
    private boolean isNode(String fingerprint) {
        if (!isKnown(fingerprint) && mayLook()) {
            alive = nodes.alive();
        }
        return isKnown(fingerprint);
    }

    private synchronized boolean mayLook() {
        long now = nanoTime.getAsLong();
        boolean may = now - looked > LOOK_NANOS;
        if (may) {
            looked = now;
        }
        return may;
    }

    private boolean isKnown(String fingerprint) {
        return alive.stream().anyMatch(node -> node.fingerprint().equals(fingerprint));
    }

    @Override
    public void close() {
        relay.close();
        try {
            nodes.gone(self.id());
        } catch (StoreException unreachable) {
            LOG.debug("the node's row stays until it is too old", unreachable);
        }
    }
}
