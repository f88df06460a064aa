package kz.paysandbox.emulator.epay.callbacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/** A shop that listens on one address, hears one request and answers 200. */
final class OneAnswer implements AutoCloseable {

    private final ServerSocket server;
    private final CompletableFuture<String> request;

    private OneAnswer(ServerSocket server) {
        this.server = server;
        this.request = CompletableFuture.supplyAsync(this::serve, work -> new Thread(work, "shop").start());
    }

    static OneAnswer at(InetAddress address) throws IOException {
        return new OneAnswer(new ServerSocket(0, 5, address));
    }

    int port() {
        return server.getLocalPort();
    }

    /** Its head, once it came. */
    String request() {
        return request.join();
    }

    private String serve() {
        try (Socket socket = server.accept()) {
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes(ISO_8859_1));
            return head.toString();
        } catch (IOException closed) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
