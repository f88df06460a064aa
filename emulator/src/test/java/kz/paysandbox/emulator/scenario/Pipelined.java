package kz.paysandbox.emulator.scenario;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Posts the same body very often on one connection without waiting for each answer. */
final class Pipelined implements AutoCloseable {

    private static final int AT_ONCE = 200;

    private final Socket socket;
    private final InputStream in;
    private final URI uri;
    private final String world;

    Pipelined(URI uri, String world) throws IOException {
        this.uri = uri;
        this.world = world;
        socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort());
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** How often each status was answered. */
    Map<Integer, Integer> post(String body, int times) throws IOException {
        byte[] request = ("POST " + uri.getPath() + " HTTP/1.1\r\nHost: localhost\r\nX-Sandbox-World: " + world
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
        Map<Integer, Integer> statuses = new TreeMap<>();
        OutputStream out = socket.getOutputStream();
        for (int sent = 0; sent < times; sent += AT_ONCE) {
            int now = Math.min(AT_ONCE, times - sent);
            byte[] batch = new byte[request.length * now];
            for (int copy = 0; copy < now; copy++) {
                System.arraycopy(request, 0, batch, copy * request.length, request.length);
            }
            out.write(batch);
            out.flush();
            for (int answer = 0; answer < now; answer++) {
                statuses.merge(readStatus(), 1, Integer::sum);
            }
        }
        return statuses;
    }

    private int readStatus() throws IOException {
        int status = Integer.parseInt(line().substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection ended");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
