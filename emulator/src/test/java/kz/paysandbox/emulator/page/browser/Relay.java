package kz.paysandbox.emulator.page.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A wire between a browser and the sandbox that can be cut and mended; it remembers how requests began. */
final class Relay implements AutoCloseable {

    private final ServerSocket server;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    private Relay(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    static Relay to(int target) {
        try {
            Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
            relay.threads.execute(relay::accept);
            return relay;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** What came from the browser, as text. */
    List<String> sent() {
        return sent;
    }

    /** Ends every connection, and lets none through until {@link #mend}. */
    void cut() {
        cut = true;
        open.forEach(Relay::end);
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                if (cut) {
                    end(near);
                } else {
                    join(near);
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket near) {
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(near);
            open.add(far);
            threads.execute(() -> pass(near, far, true));
            threads.execute(() -> pass(far, near, false));
        } catch (IOException refused) {
            end(near);
        }
    }

    private void pass(Socket from, Socket to, boolean request) {
        byte[] bytes = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (request) {
                    sent.add(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
                }
                out.write(bytes, 0, read);
                out.flush();
            }
        } catch (IOException over) {
            // one of the two is gone, and so is the other
        } finally {
            end(from);
            end(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        cut();
        try {
            server.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        threads.shutdownNow();
    }
}
