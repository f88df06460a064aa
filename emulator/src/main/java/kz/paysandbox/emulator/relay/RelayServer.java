package kz.paysandbox.emulator.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes connections that other nodes relay, and passes them on to this node's listeners. Only nodes whose fingerprints
 * are known get as far as to say anything.
 */
public final class RelayServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RelayServer.class);

    private static final int HANDSHAKE_MILLIS = 5_000;
    private static final int CONNECT_MILLIS = 2_000;

    private final ServerSocket socket;
    private final SSLContext tls;
    private final Function<String, Optional<InetSocketAddress>> listeners;
    private final RelayedClients clients;
    private final RelayThreads threads;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private RelayServer(
            ServerSocket socket,
            SSLContext tls,
            Function<String, Optional<InetSocketAddress>> listeners,
            RelayedClients clients,
            int most) {
        this.socket = socket;
        this.tls = tls;
        this.listeners = listeners;
        this.clients = clients;
        this.threads = new RelayThreads(most);
    }

    /**
     * Opens one.
     *
     * @param address to bind
     * @param known whether a node has a fingerprint
     * @param listeners where a listener of this node takes connections, by its name; empty while it does not answer
     * @param clients is told of those whose connections are passed on
     * @param most connections at a time
     * @throws IOException where the address cannot be bound
     */
    public static RelayServer open(
            InetSocketAddress address,
            RelayIdentity identity,
            Predicate<String> known,
            Function<String, Optional<InetSocketAddress>> listeners,
            RelayedClients clients,
            int most)
            throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
        RelayServer server = new RelayServer(socket, identity.context(known), listeners, clients, most);
        Thread accepting = new Thread(server::accept, "sandbox-relay-server");
        accepting.setDaemon(true);
        accepting.start();
        return server;
    }

    /** Where it is bound. */
    public int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket wire = socket.accept();
                if (!threads.begin(() -> serve(wire))) {
                    LOG.warn("more relayed connections than this node takes; {} was closed", wire.getInetAddress());
                    wire.close();
                }
            } catch (IOException closed) {
                LOG.debug("no connection was taken", closed);
            }
        }
    }

    private void serve(Socket wire) {
        open.add(wire);
        try (wire) {
            wire.setTcpNoDelay(true);
            wire.setSoTimeout(HANDSHAKE_MILLIS);
            if (tls.getSocketFactory().createSocket(wire, wire.getInetAddress().getHostAddress(), wire.getPort(), true)
                    instanceof SSLSocket spoken) {
                spoken.setUseClientMode(false);
                spoken.setNeedClientAuth(true);
                spoken.startHandshake();
                RelayHeader header = RelayHeader.read(spoken.getInputStream());
                wire.setSoTimeout(0);
                Optional<InetSocketAddress> target = listeners.apply(header.listener());
                if (target.isPresent()) {
                    pass(header, target.get(), new SocketPipe.End(spoken, wire));
                }
            }
        } catch (IOException | RejectedExecutionException broken) {
            LOG.debug("a relayed connection from {} was not passed on", wire.getInetAddress(), broken);
        } finally {
            open.remove(wire);
        }
    }

    private void pass(RelayHeader header, InetSocketAddress target, SocketPipe.End from) throws IOException {
        try (Socket local = new Socket()) {
            local.bind(new InetSocketAddress(target.getAddress(), 0));
            InetSocketAddress own = new InetSocketAddress(local.getLocalAddress(), local.getLocalPort());
            clients.add(own, header.client());
            try {
                local.setTcpNoDelay(true);
                local.connect(target, CONNECT_MILLIS);
                from.spoken().getOutputStream().write(RelayHeader.TAKEN);
                from.spoken().getOutputStream().flush();
                new SocketPipe(from, SocketPipe.End.plain(local)).run(threads::second);
            } finally {
                clients.remove(own);
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            LOG.debug("the relay was closed already", gone);
        }
        open.forEach(wire -> SocketPipe.End.plain(wire).reset());
        threads.end();
    }
}
