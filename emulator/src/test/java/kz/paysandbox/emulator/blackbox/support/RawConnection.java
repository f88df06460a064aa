package kz.paysandbox.emulator.blackbox.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;

/** A connection on which anything can be said. */
public final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    private RawConnection(Socket socket) {
        this.socket = socket;
    }

    public static RawConnection tls(Sandbox sandbox, String listener) {
        try {
            return patient(sandbox.anonymous().getSocketFactory().createSocket("127.0.0.1", sandbox.port(listener)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static RawConnection plain(int port) {
        try {
            return patient(new Socket(InetAddress.getLoopbackAddress(), port));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public RawConnection say(String text) {
        return say(text.getBytes(UTF_8));
    }

    /** A server that has heard enough may close before all is said; what it answered can still be read. */
    public RawConnection say(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException closedEarly) {
            return this;
        }
        return this;
    }

    /** As {@link #say(byte[])}; a connection that is closed meanwhile is an error. */
    public RawConnection mustSay(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
        return this;
    }

    /** Everything until the server closes the connection. */
    public String hearAll() {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                heard.write(next);
            }
        } catch (SocketTimeoutException silent) {
            throw new AssertionError("the server neither answers nor closes: " + heard.toString(UTF_8), silent);
        } catch (IOException reset) {
            return heard.toString(UTF_8);
        }
        return heard.toString(UTF_8);
    }

    /** The first line that comes. */
    public String hearLine() {
        StringBuilder line = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                line.append(new String(new byte[] {(byte) next}, ISO_8859_1));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return line.toString().strip();
    }

    /** The rest of an answer whose first line was heard: its headers, and as many bytes as they say. */
    public RawConnection skipAnswer() {
        int length = 0;
        for (String line = hearLine(); !line.isEmpty(); line = hearLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        try {
            socket.getInputStream().readNBytes(length);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static RawConnection patient(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        return new RawConnection(socket);
    }
}
