package kz.paysandbox.emulator.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A reader of the events of a world that counts them, and comes back where it was cut off. */
final class EventReader implements Watcher {

    private final int port;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private volatile boolean closed;

    EventReader(int port) {
        this.port = port;
        Thread reading = new Thread(this::read, "events");
        reading.setDaemon(true);
        reading.start();
    }

    private void read() {
        byte[] buffer = new byte[1 << 16];
        String lastId = "";
        while (!closed) {
            connections.incrementAndGet();
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream()
                        .write(("GET /__sandbox/events HTTP/1.0\r\nHost: localhost\r\n" + lastId + "\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                InputStream in = socket.getInputStream();
                for (int count = in.read(buffer); count >= 0 && !closed; count = in.read(buffer)) {
                    bytes.addAndGet(count);
                    String text = new String(buffer, 0, count, StandardCharsets.UTF_8);
                    int id = text.lastIndexOf("\nid: ");
                    int end = id < 0 ? -1 : text.indexOf('\n', id + 1);
                    lastId = end < 0 ? lastId : "Last-Event-ID: " + text.substring(id + 5, end) + "\r\n";
                }
            } catch (IOException gone) {
                if (!closed && connections.get() > 10_000) {
                    throw new UncheckedIOException(gone);
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String told() {
        return bytes.get() / 1_000_000 + " MB read on " + connections.get() + " connections";
    }
}
