package kz.paysandbox.adapters.transport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** A server of bare sockets that reads each request whole and then does whatever the test says. */
public final class HostileServer implements AutoCloseable {
    /** What happens once a request has been read. */
    @FunctionalInterface
    public interface Reply {
        void to(OutputStream out, Socket socket) throws Exception;
    }

    private final ServerSocket server;
    private final boolean tls;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private volatile String lastLine = "";
    private volatile Reply reply = (out, socket) -> {};

    private HostileServer(ServerSocket server, boolean tls) {
        this.server = server;
        this.tls = tls;
        Thread accepting = new Thread(this::accept, "hostile");
        accepting.setDaemon(true);
        accepting.start();
    }

    public static HostileServer plain() throws IOException {
        return new HostileServer(new ServerSocket(0, 500, InetAddress.getLoopbackAddress()), false);
    }

    public static HostileServer tls(SSLContext context, boolean needsClient, String... protocols) throws IOException {
        SSLServerSocket socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 500, InetAddress.getLoopbackAddress());
        socket.setNeedClientAuth(needsClient);
        if (protocols.length > 0) {
            socket.setEnabledProtocols(protocols);
        }
        return new HostileServer(socket, true);
    }

    public HostileServer replies(Reply next) {
        reply = next;
        return this;
    }

    public URI uri() {
        return URI.create((tls ? "https" : "http") + "://localhost:" + server.getLocalPort());
    }

    public int connections() {
        return connections.get();
    }

    /** How many connections are open now. */
    public int open() {
        return open.size();
    }

    /** Waits until every caller has closed its connection; the test's timeout bounds it. */
    public void untilNoneIsOpen() throws InterruptedException {
        synchronized (open) {
            while (!open.isEmpty()) {
                open.wait();
            }
        }
    }

    public int requests() {
        return requests.get();
    }

    /** The request that is being answered, for servers with one caller. */
    public String lastLine() {
        return lastLine;
    }

    /** The first lines of all requests since the last time of asking. */
    public List<String> takeLines() {
        List<String> taken = new ArrayList<>();
        for (String line = lines.poll(); line != null; line = lines.poll()) {
            taken.add(line);
        }
        return taken;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                connections.incrementAndGet();
                Thread serving = new Thread(() -> serve(socket), "hostile-connection");
                serving.setDaemon(true);
                serving.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (Optional<String> head = read(in); head.isPresent(); head = read(in)) {
                requests.incrementAndGet();
                lastLine = head.get();
                lines.add(head.get().substring(0, head.get().indexOf('\r')));
                reply.to(socket.getOutputStream(), socket);
            }
        } catch (Exception expected) {
            // the other side, or the test, went away: that is what this server is for
        } finally {
            synchronized (open) {
                open.remove(socket);
                open.notifyAll();
            }
        }
    }

    private static Optional<String> read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            head.append((char) next);
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length:");
        int length = at < 0
                ? 0
                : Integer.parseInt(
                        lower.substring(at + 15, lower.indexOf('\r', at)).strip());
        byte[] body = in.readNBytes(length);
        return body.length < length ? Optional.empty() : Optional.of(head.toString());
    }

    public static byte[] answer(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n"
                        + json)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Sends so many bytes and then resets the connection, as a crashed machine does. */
    public static Reply cut(byte[] answer, int after, boolean reset) {
        return (out, socket) -> {
            out.write(answer, 0, after);
            out.flush();
            if (reset) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        };
    }

    /** Says nothing more until the caller has gone. */
    public static Reply stall(byte[] before) {
        return (out, socket) -> {
            out.write(before);
            out.flush();
            socket.getInputStream().readAllBytes();
        };
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
