package kz.paysandbox.emulator.boot;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.memory.Heap;
import kz.paysandbox.emulator.core.metrics.Sample;
import kz.paysandbox.emulator.http.server.BoundPort;
import kz.paysandbox.emulator.node.ElapsedTime;
import kz.paysandbox.emulator.node.HomeShare;
import kz.paysandbox.emulator.node.NodeMembership;
import kz.paysandbox.emulator.relay.Peer;
import kz.paysandbox.emulator.store.StoreException;
import kz.paysandbox.emulator.store.postgres.HomeFile;
import kz.paysandbox.emulator.store.postgres.NodeLease;
import kz.paysandbox.emulator.store.postgres.SharedDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of several processes that share worlds in a database. One node at a time owns the worlds and serves them; the others
 * relay connections to it, and the first of them that finds its term over takes its place.
 */
public final class SandboxNode implements Sandbox {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxNode.class);

    private static final double MILLIS = 1_000;

    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    /** The home is looked at every so many turns. */
    private static final int TURNS_BETWEEN = 10;

    /** Relayed connections at a time: two threads each. */
    private static final int MOST_RELAYED = 500;

    /** A term, and the server that serves in it. */
    private record Ownership(NodeLease lease, SandboxServer server) {}

    private final Heap heap;
    private final SharedDatabase database;
    private final NodeMembership membership;
    private final HomeShare share;
    private final NodeFront front;
    private final Thread turning;
    private volatile ServerConfig config;
    private volatile Optional<Ownership> ownership = Optional.empty();
    private volatile Optional<Peer> owner = Optional.empty();
    private volatile boolean closing;
    private int turns;

    /** Whether the home has what all nodes have, and tells where this one listens. */
    private volatile boolean introduced;

    private SandboxNode(ServerConfig config, Heap heap, SharedDatabase database, SecureRandom random) {
        this.config = config;
        this.heap = heap;
        this.database = database;
        this.share = new HomeShare(config.home(), List.of(TokensFile.place(config.home()), config.tokenFile()));
        this.membership = NodeMembership.join(
                database.nodes(),
                config.nodeAddress(),
                random,
                new ElapsedTime(System::nanoTime, InstantSource.system()),
                MOST_RELAYED,
                this::listener);
        this.front = new NodeFront(membership.identity(), () -> owner, MOST_RELAYED);
        this.turning = new Thread(this::turnAgainAndAgain, "sandbox-node");
        turning.setDaemon(true);
    }

    /**
     * Starts a node, and returns when it can answer: by itself, or by the node that owns the worlds.
     *
     * @throws StoreException where the database cannot be used, or no node owns its worlds
     */
    static SandboxNode start(ServerConfig config, SharedDatabase.Address address, Heap heap) {
        SecureRandom random = new SecureRandom();
        SharedDatabase database = SharedDatabase.open(address, config.storeKey(), random);
        SandboxNode node;
        try {
            node = new SandboxNode(config, heap, database, random);
        } catch (RuntimeException unable) {
            database.close();
            throw unable;
        }
        try {
            node.begin();
        } catch (RuntimeException unable) {
            node.close();
            throw unable;
        }
        return node;
    }

    private void begin() {
        long patient = System.nanoTime() + LONGEST_START.toNanos();
        while (!isAnswered()) {
            if (System.nanoTime() - patient > 0) {
                throw new StoreException("no node has owned the worlds within " + LONGEST_START.toSeconds()
                        + " s; look at the logs of the other nodes");
            }
            turn();
            if (!isAnswered()) {
                LockSupport.parkNanos(this, PAUSE.toNanos());
            }
        }
        turning.start();
    }

    private boolean isAnswered() {
        return ownership.isPresent() || introduced;
    }

    private void turnAgainAndAgain() {
        boolean well = true;
        while (!closing) {
            LockSupport.parkNanos(this, (well ? PAUSE : PAUSE_AFTER_FAILURE).toNanos());
            try {
                if (!closing) {
                    turn();
                }
                well = true;
            } catch (RuntimeException | Error failed) {
                LOG.warn("this node cannot do its part: {} ({})", failed.getMessage(), failed.getCause());
                LOG.debug("why", failed);
                well = false;
            }
        }
    }

    /** What is to be done again and again. */
    private void turn() {
        if (ownership.isPresent()) {
            if (ownership.get().lease().isHeld()) {
                ownership.get().lease().touch();
                keepHomeAtTimes(ownership.get().lease());
                membership.see();
            } else {
                stepDown(ownership.get());
            }
            return;
        }
        membership.see();
        Optional<NodeLease> lease = membership.take();
        if (lease.isPresent()) {
            own(lease.get());
        } else {
            relay();
        }
    }

    private void own(NodeLease lease) {
        Optional<BoundPorts> bound = Optional.empty();
        try {
            share.bring(database.homeFiles());
            bound = front.handOver();
            introduced = false;
            SandboxServer server = SandboxServer.start(config, heap, context(lease, bound));
            ownership = Optional.of(new Ownership(lease, server));
            config = config.at(server.ports());
            lease.ready();
            owner = Optional.of(membership.self());
            server.accept();
            lease.touch();
            LOG.info("this node owns the worlds now");
        } catch (RuntimeException | Error unable) {
            lease.close();
            if (ownership.isEmpty()) {
                bound.ifPresent(front::takeBack);
            }
            throw unable;
        }
    }

    private NodeContext context(NodeLease lease, Optional<BoundPorts> bound) {
        return new NodeContext(
                Optional.of(() -> database.worlds(lease, System::nanoTime)),
                () -> keepHome(lease),
                membership::clientOf,
                () -> Stream.of(
                        new Sample(
                                Sample.Kind.GAUGE,
                                "kzpay_sandbox_lease_age_seconds",
                                "Seconds since the lease of the worlds was renewed.",
                                Map.of(),
                                lease.age().toMillis() / MILLIS),
                        Sample.gauge("kzpay_sandbox_nodes", "Nodes that share these worlds.", membership.size())),
                listener ->
                        bound.flatMap(ports -> ports.find(listener.name())).orElseGet(() -> BoundPort.of(listener)));
    }

    /** What commands have changed in the home themselves. */
    private void keepHomeAtTimes(NodeLease lease) {
        turns++;
        if (turns % TURNS_BETWEEN == 0) {
            keepHome(lease);
        }
    }

    private synchronized void keepHome(NodeLease lease) {
        List<HomeFile> changed = share.changed();
        if (!changed.isEmpty()) {
            database.keep(changed, lease);
            share.taken(changed);
        }
    }

    private void relay() {
        if (!front.isOpen()) {
            config = config.at(front.open(config));
        }
        owner = membership.owner();
        front.ownerIs(owner);
        if (owner.isPresent() && !introduced) {
            share.bring(database.homeFiles());
            PortsFile.write(ports(), config);
            introduced = true;
        }
    }

    private void stepDown(Ownership former) {
        LOG.warn("the term of this node is over; another one owns the worlds, or will");
        ownership = Optional.empty();
        former.lease().close();
        former.server().close();
        relay();
    }

    private Optional<InetSocketAddress> listener(String name) {
        return ownership
                .filter(present -> present.lease().isHeld())
                .map(present -> present.server().ports().get(name))
                .map(port -> config.nodeAddress().own(port));
    }

    @Override
    public Map<String, Integer> ports() {
        return config.ports();
    }

    @Override
    public Optional<Worlds> worlds() {
        return ownership.flatMap(present -> present.server().worlds());
    }

    @Override
    public Optional<String> controlToken() {
        if (ownership.isPresent()) {
            return ownership.get().server().controlToken();
        }
        boolean known = config.controlToken().isPresent() || Files.exists(config.tokenFile());
        return config.binding().isLoopback() || !known
                ? Optional.empty()
                : Optional.of(ControlToken.of(config.controlToken(), config.tokenFile(), new SecureRandom()));
    }

    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(turning);
        try {
            turning.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        ownership.ifPresent(present -> {
            present.server().close();
            present.lease().close();
        });
        if (front.isOpen()) {
            PortsFile.remove(ports(), config);
        }
        front.close();
        membership.close();
        database.close();
    }
}
