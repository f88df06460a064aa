package kz.paysandbox.emulator.blackbox.tls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import kz.paysandbox.emulator.blackbox.support.Identity;
import kz.paysandbox.emulator.blackbox.support.Sandbox;

/** One TLS connection that is kept open between requests. */
final class RawTls implements AutoCloseable {

    private final Socket socket;

    private RawTls(Socket socket) {
        this.socket = socket;
    }

    static RawTls open(Sandbox sandbox, String listener, Identity identity, String... protocols) {
        return from("127.0.0.1", sandbox, listener, identity, protocols);
    }

    /** Connects from this local address. */
    static RawTls from(String local, Sandbox sandbox, String listener, Identity identity, String... protocols) {
        SSLSocketFactory factory =
                identity.context(sandbox.pki("ca-bundle.pem")).getSocketFactory();
        try {
            SSLSocket socket = (SSLSocket) factory.createSocket();
            socket.bind(new InetSocketAddress(InetAddress.getByName(local), 0));
            if (protocols.length > 0) {
                socket.setEnabledProtocols(protocols);
            }
            socket.setSoTimeout(20_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), sandbox.port(listener)));
            return new RawTls(socket);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The whole answer to a ping as it came; nothing where the connection ended instead. */
    String ping(String scheme) {
        try {
            socket.getOutputStream()
                    .write(("GET /" + scheme + "/v01/health/ping HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(UTF_8));
            return answer(socket.getInputStream());
        } catch (IOException ended) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        int length = -1;
        for (int next = in.read(); next >= 0; next = in.read()) {
            read.write(next);
            String text = read.toString(UTF_8);
            int end = text.indexOf("\r\n\r\n");
            if (length < 0 && end >= 0) {
                length = end + 4 + contentLength(text);
            }
            if (read.size() == length) {
                break;
            }
        }
        return read.toString(UTF_8);
    }

    private static int contentLength(String head) {
        return head.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .map(line -> Integer.valueOf(line.substring("Content-Length: ".length())))
                .findFirst()
                .orElse(0);
    }
}
