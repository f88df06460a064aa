package kz.paysandbox.gateway.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire to the bank that, from some time on, takes what the gateway sends and passes nothing on. */
final class HoldingProxy implements AutoCloseable {
    private static final int BUFFER = 16_384;

    private final ServerSocket server;
    private final URI bank;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger held = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean holding;

    private HoldingProxy(ServerSocket server, URI bank) {
        this.server = server;
        this.bank = bank;
    }

    static HoldingProxy before(URI bank) {
        try {
            HoldingProxy proxy = new HoldingProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), bank);
            thread(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the bank, as the gateway is told. */
    String address() {
        return "https://localhost:" + server.getLocalPort() + bank.getPath();
    }

    /** From now on nothing passes. */
    void hold() {
        holding = true;
    }

    /** How many pieces were held. */
    int held() {
        return held.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = server.accept();
                Socket far = new Socket(bank.getHost(), bank.getPort());
                sockets.add(near);
                sockets.add(far);
                thread(() -> pump(near, far));
                thread(() -> pump(far, near));
            }
        } catch (IOException closed) {
            end.countDown();
        }
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            int read = in.read(buffer);
            while (read > 0) {
                if (holding) {
                    held.incrementAndGet();
                    end.await();
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
                read = in.read(buffer);
            }
        } catch (IOException | InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "holding-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        end.countDown();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
