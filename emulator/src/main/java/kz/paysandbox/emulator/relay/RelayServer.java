package kz.paysandbox.emulator.relay;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes connections that other nodes relay, and passes them on to this node's listeners. Only nodes whose fingerprints
 * are known get as far as to say anything; whoever has not shown one after 5 s is cut off.
 */
public final class RelayServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RelayServer.class);

    private static final long GREETING_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int CONNECT_MILLIS = 2_000;

    /** Connections at a time that have not shown yet whose they are. */
    private static final int MOST_GREETING = 64;

    private final ServerSocket socket;
    private final SSLContext tls;
    private final Function<String, Optional<InetSocketAddress>> listeners;
    private final RelayedClients clients;
    private final LongSupplier nanoTime;
    private final RelayThreads threads;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Until when each of these has to show whose it is. */
    private final Map<Socket, Long> greeting = new ConcurrentHashMap<>();

    private RelayServer(
            ServerSocket socket,
            SSLContext tls,
            Function<String, Optional<InetSocketAddress>> listeners,
            RelayedClients clients,
            LongSupplier nanoTime,
            int most) {
        this.socket = socket;
        this.tls = tls;
        this.listeners = listeners;
        this.clients = clients;
        this.nanoTime = nanoTime;
        this.threads = new RelayThreads(most);
    }

    /**
     * What a relay passes connections on to.
     *
     * @param listeners where a listener of this node takes connections, by its name; empty while it does not answer
     * @param clients is told of those whose connections are passed on
     * @param most connections at a time
     */
    public record Target(Function<String, Optional<InetSocketAddress>> listeners, RelayedClients clients, int most) {}

    /**
     * Opens one.
     *
     * @param address to bind
     * @param known whether a node has a fingerprint
     * @param nanoTime the machine's, which only goes forward
     * @throws IOException where the address cannot be bound
     */
    public static RelayServer open(
            InetSocketAddress address,
            RelayIdentity identity,
            Predicate<String> known,
            Target target,
            LongSupplier nanoTime)
            throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
        RelayServer server = new RelayServer(
                socket, identity.context(known), target.listeners(), target.clients(), nanoTime, target.most());
        daemon(server::accept, "sandbox-relay-server");
        daemon(server::watch, "sandbox-relay-clock");
        return server;
    }

    private static void daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it is bound. */
    public int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                take(socket.accept());
            } catch (IOException failed) {
                LOG.debug("no connection was taken", failed);
                LockSupport.parkNanos(this, socket.isClosed() ? 0 : PAUSE_NANOS);
            }
        }
    }

    private void take(Socket wire) throws IOException {
        greeting.put(wire, nanoTime.getAsLong() + GREETING_NANOS);
        if (greeting.size() > MOST_GREETING || !threads.begin(() -> serve(wire))) {
            LOG.debug("more relayed connections than this node takes; {} was closed", wire.getInetAddress());
            greeting.remove(wire);
            wire.close();
        }
    }

    /** Cuts off whoever takes too long to show whose connection it is, however slowly it says something. */
    private void watch() {
        while (!socket.isClosed()) {
            long now = nanoTime.getAsLong();
            greeting.forEach((wire, until) -> {
                if (now - until > 0) {
                    SocketPipe.End.plain(wire).cut();
                }
            });
            LockSupport.parkNanos(this, PAUSE_NANOS);
        }
    }

    private void serve(Socket wire) {
        open.add(wire);
        try (wire) {
            wire.setTcpNoDelay(true);
            wire.setKeepAlive(true);
            if (tls.getSocketFactory().createSocket(wire, wire.getInetAddress().getHostAddress(), wire.getPort(), true)
                    instanceof SSLSocket spoken) {
                spoken.setUseClientMode(false);
                spoken.setNeedClientAuth(true);
                spoken.startHandshake();
                RelayHeader header = RelayHeader.read(spoken.getInputStream());
                Optional<InetSocketAddress> target = listeners.apply(header.listener());
                if (target.isPresent()) {
                    pass(header, target.get(), new SocketPipe.End(spoken, wire));
                }
            }
        } catch (IOException | RejectedExecutionException broken) {
            LOG.debug("a relayed connection from {} was not passed on", wire.getInetAddress(), broken);
        } finally {
            greeting.remove(wire);
            open.remove(wire);
        }
    }

    private void pass(RelayHeader header, InetSocketAddress target, SocketPipe.End from) throws IOException {
        try (Socket local = new Socket()) {
            local.bind(new InetSocketAddress(target.getAddress(), 0));
            InetSocketAddress own = new InetSocketAddress(local.getLocalAddress(), local.getLocalPort());
            clients.add(own, header.client());
            try {
                boolean reset = isResetAtOnce(local, target);
                from.spoken().getOutputStream().write(RelayHeader.TAKEN);
                from.spoken().getOutputStream().flush();
                if (from.spoken().getInputStream().read() != RelayHeader.TAKEN) {
                    throw new IOException("the other node did not go on");
                }
                greeting.remove(from.wire());
                if (reset) {
                    from.cut();
                } else {
                    new SocketPipe(from, SocketPipe.End.plain(local)).run(threads::second);
                }
            } finally {
                clients.ended(own);
            }
        }
    }

    /** Whether the listener took the connection and reset it before the connecting was done. */
    private static boolean isResetAtOnce(Socket local, InetSocketAddress target) throws IOException {
        local.setTcpNoDelay(true);
        try {
            local.connect(target, CONNECT_MILLIS);
            return false;
        } catch (ConnectException | NoRouteToHostException refused) {
            throw refused;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            LOG.debug("the relay was closed already", gone);
        }
        open.forEach(wire -> SocketPipe.End.plain(wire).cut());
        threads.end();
    }
}
