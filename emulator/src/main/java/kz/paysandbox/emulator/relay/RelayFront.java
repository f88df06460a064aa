package kz.paysandbox.emulator.relay;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listeners of a node that does not own the worlds: it relays each connection to the node that does. Where there is
 * none at present, connections wait for one; nothing of what a client sends is read meanwhile.
 */
public final class RelayFront implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RelayFront.class);

    /** How long a connection waits for an owner: longer than it takes to find another one. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int CONNECT_MILLIS = 2_000;

    private final Map<String, List<ServerSocketChannel>> listeners;
    private final RelayIdentity identity;
    private final Supplier<Optional<Peer>> owner;
    private final LongSupplier nanoTime;
    private final RelayThreads threads;
    private volatile Optional<Way> way = Optional.empty();
    private final Map<SocketPipe.End, Peer> relayed = new ConcurrentHashMap<>();
    private final Selector arrivals;
    private final Thread accepting;
    private volatile boolean released;
    private volatile boolean closing;

    /** How to speak with a node. */
    private record Way(Peer to, SSLContext tls) {}

    private RelayFront(
            Map<String, List<ServerSocketChannel>> listeners,
            RelayIdentity identity,
            Supplier<Optional<Peer>> owner,
            LongSupplier nanoTime,
            int most,
            Selector arrivals) {
        this.listeners = Map.copyOf(listeners);
        this.identity = identity;
        this.owner = owner;
        this.nanoTime = nanoTime;
        this.threads = new RelayThreads(most);
        this.arrivals = arrivals;
        this.accepting = new Thread(this::accept, "sandbox-relay-accept");
        accepting.setDaemon(true);
    }

    /**
     * Begins to take connections.
     *
     * @param listeners bound channels by the listener's name; they are closed with the front
     * @param owner the node that owns the worlds at present
     * @param nanoTime the machine's, which only goes forward
     * @param most connections at a time
     */
    public static RelayFront open(
            Map<String, List<ServerSocketChannel>> listeners,
            RelayIdentity identity,
            Supplier<Optional<Peer>> owner,
            LongSupplier nanoTime,
            int most) {
        RelayFront front = new RelayFront(listeners, identity, owner, nanoTime, most, registered(listeners));
        front.accepting.start();
        return front;
    }

    private static Selector registered(Map<String, List<ServerSocketChannel>> listeners) {
        try {
            Selector selector = Selector.open();
            try {
                for (Map.Entry<String, List<ServerSocketChannel>> listener : listeners.entrySet()) {
                    for (ServerSocketChannel channel : listener.getValue()) {
                        channel.configureBlocking(false);
                        channel.register(selector, SelectionKey.OP_ACCEPT, listener.getKey());
                    }
                }
                return selector;
            } catch (IOException unusable) {
                selector.close();
                throw unusable;
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private void accept() {
        while (!released) {
            try {
                arrivals.select(this::accept);
            } catch (IOException failed) {
                LOG.debug("no connection was taken", failed);
                LockSupport.parkNanos(this, PAUSE.toNanos());
            }
        }
    }

    private void accept(SelectionKey ready) {
        String listener = String.valueOf(ready.attachment());
        try {
            if (ready.channel() instanceof ServerSocketChannel channel) {
                take(listener, channel.accept());
            }
        } catch (IOException | RuntimeException failed) {
            LOG.debug("{} took no connection", listener, failed);
            LockSupport.parkNanos(this, PAUSE.toNanos());
        }
    }

    /**
     * Takes a connection.
     *
     * @param client null where there was none after all
     */
    private void take(String listener, @Nullable SocketChannel client) throws IOException {
        if (client != null && !threads.begin(() -> relay(listener, client.socket()))) {
            client.close();
        }
    }

    private void relay(String listener, Socket client) {
        SocketPipe.End from = SocketPipe.End.plain(client);
        long patient = nanoTime.getAsLong() + PATIENCE.toNanos();
        try (client) {
            client.setTcpNoDelay(true);
            client.setKeepAlive(true);
            SocketAddress remote = client.getRemoteSocketAddress();
            if (remote instanceof InetSocketAddress address) {
                RelayHeader header = new RelayHeader(listener, address);
                while (!closing && nanoTime.getAsLong() - patient < 0) {
                    Optional<Peer> present = owner.get();
                    if (present.isPresent() && isRelayed(header, from, present.get())) {
                        return;
                    }
                    LockSupport.parkNanos(this, PAUSE.toNanos());
                }
            }
            LOG.warn("{}: no node answers for the worlds; a connection was closed", listener);
        } catch (IOException gone) {
            LOG.debug("{}: a client left", listener, gone);
        }
    }

    /** Whether the owner has taken the connection, which has ended then. */
    private boolean isRelayed(RelayHeader header, SocketPipe.End from, Peer peer) {
        SocketPipe.End to;
        try {
            to = connected(header, peer);
        } catch (IOException unreachable) {
            LOG.debug("{}:{} does not take connections", peer.host(), peer.port(), unreachable);
            return false;
        }
        relayed.put(to, peer);
        if (!owner.get().equals(Optional.of(peer))) {
            relayed.remove(to);
            to.cut();
            return false;
        }
        try {
            new SocketPipe(from, to).run(threads::second);
        } catch (RejectedExecutionException closed) {
            from.cut();
            to.cut();
        } finally {
            relayed.remove(to);
        }
        return true;
    }

    private SocketPipe.End connected(RelayHeader header, Peer peer) throws IOException {
        Socket wire = new Socket();
        try {
            wire.setTcpNoDelay(true);
            wire.setKeepAlive(true);
            wire.connect(new InetSocketAddress(peer.host(), peer.port()), CONNECT_MILLIS);
            wire.setSoTimeout(CONNECT_MILLIS);
            if (wayTo(peer).tls().getSocketFactory().createSocket(wire, peer.host(), peer.port(), true)
                    instanceof SSLSocket spoken) {
                spoken.startHandshake();
                header.write(spoken.getOutputStream());
                if (spoken.getInputStream().read() == RelayHeader.TAKEN) {
                    spoken.getOutputStream().write(RelayHeader.TAKEN);
                    spoken.getOutputStream().flush();
                    wire.setSoTimeout(0);
                    return new SocketPipe.End(spoken, wire);
                }
            }
            throw new IOException("it does not own the worlds");
        } catch (IOException | RuntimeException failed) {
            wire.close();
            throw failed;
        }
    }

    private Way wayTo(Peer peer) {
        Optional<Way> known = way.filter(latest -> latest.to().equals(peer));
        Way chosen = known.orElseGet(() -> new Way(peer, identity.context(peer.fingerprint()::equals)));
        way = Optional.of(chosen);
        return chosen;
    }

    /** Cuts connections to nodes that do not own the worlds any more. */
    public void ownerIs(Optional<Peer> present) {
        relayed.forEach((end, peer) -> {
            if (!Optional.of(peer).equals(present)) {
                end.cut();
            }
        });
    }

    /**
     * Takes no more connections: the listeners' channels stay open, and whoever connects waits until another takes it.
     * Connections that wait for an owner still do, which may be this node itself now; those to the owner before are cut.
     */
    public void release() {
        released = true;
        arrivals.wakeup();
        join(accepting);
        close(arrivals);
        channels().forEach(RelayFront::block);
        relayed.keySet().forEach(SocketPipe.End::cut);
    }

    private List<ServerSocketChannel> channels() {
        return listeners.values().stream().flatMap(List::stream).toList();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes the listeners, and cuts all connections. */
    @Override
    public void close() {
        closing = true;
        release();
        channels().forEach(RelayFront::close);
        threads.end();
    }

    private static void close(Closeable resource) {
        try {
            resource.close();
        } catch (IOException gone) {
            LOG.debug("it was closed already", gone);
        }
    }

    /** As whoever listens there next may expect it. */
    private static void block(ServerSocketChannel channel) {
        try {
            channel.configureBlocking(true);
        } catch (IOException closed) {
            LOG.debug("a listener was closed already", closed);
        }
    }
}
