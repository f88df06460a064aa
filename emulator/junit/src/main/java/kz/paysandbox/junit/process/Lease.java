package kz.paysandbox.junit.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kz.paysandbox.junit.json.Json;

/**
 * An open connection to a running sandbox: it runs as long as there is one. The operating system closes it with the
 * program that holds it, however that ends.
 */
final class Lease implements AutoCloseable {

    private static final int MOST_MILLIS = 5_000;

    /** Not by a name: which address that means first depends on how a program is set. */
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final Socket socket;

    private Lease(Socket socket) {
        this.socket = socket;
    }

    /**
     * Takes a lease.
     *
     * @param file {@code {"port":N,"id":"…"}}, as {@code up --while-used} writes it
     * @return empty where no sandbox of this file runs any more
     */
    static Optional<Lease> take(Path file) {
        try {
            Json written = Json.parse(Files.readString(file));
            return connect(
                    SandboxAddress.port(written.at("port")), written.at("id").text());
        } catch (IOException | IllegalArgumentException absentOrForeign) {
            return Optional.empty();
        }
    }

    private static Optional<Lease> connect(int port, String id) throws IOException {
        Socket socket = new Socket(Proxy.NO_PROXY);
        try {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), MOST_MILLIS);
            socket.setSoTimeout(MOST_MILLIS);
            byte[] greeting = socket.getInputStream().readNBytes(id.length());
            if (!id.isEmpty() && new String(greeting, StandardCharsets.US_ASCII).equals(id)) {
                return Optional.of(new Lease(socket));
            }
        } catch (IOException gone) {
            socket.close();
            throw gone;
        }
        socket.close();
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ended) {
            return; // the sandbox has ended by itself
        }
    }
}
