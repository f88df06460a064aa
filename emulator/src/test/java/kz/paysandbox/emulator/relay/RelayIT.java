package kz.paysandbox.emulator.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import kz.paysandbox.emulator.node.TestNodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections over a front and a relay, through real sockets and TLS. */
@SuppressWarnings("NullAway.Init")
class RelayIT {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final RelayIdentity owner = TestNodes.identity();
    private final RelayIdentity other = TestNodes.identity();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final AtomicLong nanos = new AtomicLong();
    private final RelayedClients clients = new RelayedClients(nanos::get);
    private volatile Optional<Peer> present = Optional.empty();
    private volatile Optional<InetSocketAddress> target = Optional.empty();
    private final Semaphore asked = new Semaphore(0);
    private final BlockingQueue<Socket> arrived = new LinkedBlockingQueue<>();
    private final List<Socket> opened = new ArrayList<>();
    private ServerSocket listener;
    private RelayServer server;
    private RelayFront front;
    private ServerSocketChannel channel;
    private int port;

    @BeforeEach
    void open() throws IOException {
        listener = new ServerSocket(0, 50, LOOPBACK);
        Thread accepting = new Thread(() -> {
            try {
                while (true) {
                    arrived.add(listener.accept());
                }
            } catch (IOException closed) {
                // the test has ended
            }
        });
        accepting.setDaemon(true);
        accepting.start();
        known.add(owner.fingerprint());
        known.add(other.fingerprint());
        target = Optional.of(new InetSocketAddress(LOOPBACK, listener.getLocalPort()));
        server = RelayServer.open(
                new InetSocketAddress(LOOPBACK, 0),
                owner,
                known::contains,
                new RelayServer.Target(name -> name.equals("bank") ? target : Optional.empty(), clients, 10),
                System::nanoTime);
        channel = ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
        port = channel.socket().getLocalPort();
        front = RelayFront.open(Map.of("bank", List.of(channel)), other, this::owner, System::nanoTime, 10);
    }

    @AfterEach
    void close() throws IOException {
        front.close();
        server.close();
        listener.close();
        for (Socket socket : opened) {
            socket.close();
        }
    }

    private Optional<Peer> owner() {
        asked.release();
        return present;
    }

    private Peer peer() {
        return new Peer(LOOPBACK.getHostAddress(), server.port(), owner.fingerprint());
    }

    private void owned() {
        present = Optional.of(peer());
    }

    private Socket client() throws IOException {
        Socket client = new Socket(LOOPBACK, port);
        client.setSoTimeout(PATIENCE_MILLIS);
        opened.add(client);
        return client;
    }

    private Socket atListener() throws InterruptedException, IOException {
        Socket socket = arrived.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        assertThat(socket).isNotNull();
        socket.setSoTimeout(PATIENCE_MILLIS);
        opened.add(socket);
        return socket;
    }

    private static void say(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(UTF_8));
        to.getOutputStream().flush();
    }

    private static String hear(Socket from, int length) throws IOException {
        return new String(from.getInputStream().readNBytes(length), UTF_8);
    }

    @Test
    void what_either_side_says_arrives_and_so_does_the_end_of_either() throws Exception {
        owned();
        Socket client = client();
        say(client, "request");
        Socket bank = atListener();
        assertThat(hear(bank, 7)).isEqualTo("request");
        client.shutdownOutput();
        assertThat(bank.getInputStream().read()).isEqualTo(-1);
        say(bank, "answer");
        bank.close();
        assertThat(new String(client.getInputStream().readAllBytes(), UTF_8)).isEqualTo("answer");
    }

    @Test
    void the_client_s_address_is_known_while_the_connection_is_open_and_a_little_longer() throws Exception {
        SocketAddress connection = new InetSocketAddress(LOOPBACK, 4711);
        InetSocketAddress known = new InetSocketAddress("10.1.2.3", 5);
        clients.add(connection, known);
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(clients.of(connection)).isEqualTo(known);
        clients.ended(connection);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        clients.add(new InetSocketAddress(LOOPBACK, 1), known);
        assertThat(clients.of(connection)).isEqualTo(known);
        nanos.addAndGet(1);
        clients.add(new InetSocketAddress(LOOPBACK, 2), known);
        assertThat(clients.of(connection)).isSameAs(connection);
    }

    @Test
    void the_listener_knows_the_client_s_address() throws Exception {
        owned();
        Socket client = client();
        assertThat(clients.of(atListener().getRemoteSocketAddress())).isEqualTo(client.getLocalSocketAddress());
    }

    @Test
    void a_connection_that_nobody_relayed_comes_from_where_it_comes() {
        SocketAddress plain = new InetSocketAddress(LOOPBACK, 4711);
        assertThat(clients.of(plain)).isSameAs(plain);
    }

    @Test
    void a_reset_arrives_as_a_reset() throws Exception {
        owned();
        Socket client = client();
        Socket bank = atListener();
        bank.setSoLinger(true, 0);
        bank.close();
        assertThatThrownBy(() -> client.getInputStream().read())
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    @Test
    void a_connection_waits_until_some_node_owns_the_worlds() throws Exception {
        Socket client = client();
        say(client, "early");
        target = Optional.empty();
        owned();
        target = Optional.of(new InetSocketAddress(LOOPBACK, listener.getLocalPort()));
        assertThat(hear(atListener(), 5)).isEqualTo("early");
    }

    @Test
    void a_connection_still_waits_where_the_front_takes_no_more() throws Exception {
        Socket client = client();
        say(client, "early");
        assertThat(asked.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
        front.release();
        owned();
        assertThat(hear(atListener(), 5)).isEqualTo("early");
    }

    @Test
    void who_connects_to_a_released_front_waits_for_the_next_to_listen_there_and_is_refused_by_a_closed_one()
            throws Exception {
        front.release();
        Socket client = client();
        say(client, "late");
        try (SocketChannel taken = channel.accept()) {
            assertThat(hear(taken.socket(), 4)).isEqualTo("late");
        }
        assertThat(arrived).isEmpty();
        front.close();
        assertThatThrownBy(this::client).isInstanceOf(IOException.class);
    }

    @Test
    void connections_to_a_node_that_does_not_own_the_worlds_any_more_are_cut() throws Exception {
        owned();
        Socket client = client();
        Socket bank = atListener();
        say(client, "open");
        assertThat(hear(bank, 4)).isEqualTo("open");
        front.ownerIs(Optional.of(peer()));
        say(client, "still open");
        assertThat(hear(bank, 10)).isEqualTo("still open");
        front.ownerIs(Optional.of(new Peer("elsewhere", 1, "0a")));
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }

    @Test
    void a_node_that_nobody_knows_relays_nothing() throws Exception {
        known.remove(other.fingerprint());
        Peer peer = peer();
        assertThatThrownBy(
                        () -> hello(other, peer.fingerprint()).getInputStream().read())
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(SocketTimeoutException.class);
        assertThat(arrived).isEmpty();
    }

    @Test
    void a_server_with_another_certificate_than_the_owner_s_is_no_owner() {
        assertThatThrownBy(() -> hello(other, other.fingerprint()))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("no node of these worlds");
    }

    @Test
    void who_does_not_show_in_time_whose_connection_it_is_is_cut_off() throws Exception {
        try (Socket silent = new Socket(LOOPBACK, server.port())) {
            silent.setSoTimeout(PATIENCE_MILLIS);
            assertThat(ended(silent)).isTrue();
        }
        assertThat(arrived).isEmpty();
    }

    @Test
    void an_unknown_listener_and_a_header_that_is_none_end_the_connection() throws Exception {
        for (String header : List.of(
                "unknown 127.0.0.1 1\n",
                "bank 127.0.0.1\n",
                "bank localhost 1\n",
                "bank 127.0.0.1 x\n",
                "x".repeat(300))) {
            SSLSocket socket = hello(other, owner.fingerprint());
            say(socket, header);
            assertThat(ended(socket)).as(header).isTrue();
        }
        assertThat(arrived).isEmpty();
    }

    private SSLSocket hello(RelayIdentity as, String fingerprint) throws IOException {
        if (as.context(fingerprint::equals).getSocketFactory().createSocket(LOOPBACK, server.port())
                instanceof SSLSocket socket) {
            opened.add(socket);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.startHandshake();
            return socket;
        }
        throw new AssertionError("no TLS");
    }

    private static boolean ended(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException cut) {
            return true;
        }
    }
}
