package kz.paysandbox.emulator.bench;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A client that costs as little as possible: blocking TLS sockets, one write and one read a call. */
final class Client {

    private static final AtomicLong REQUESTS = new AtomicLong();

    private final SSLContext context;

    Client(Path bundle) throws IOException, GeneralSecurityException {
        this(bundle, new KeyManager[0]);
    }

    /** With certificates of its own. */
    Client(Path bundle, KeyManager[] held) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(bundle)) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca" + number++, certificate);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        context = SSLContext.getInstance("TLS");
        context.init(held, trust.getTrustManagers(), null);
    }

    /** One call on a connection of its own. */
    String get(int port, String path) throws IOException {
        try (Connection connection = new Connection(port)) {
            return connection.call("GET", path, "");
        }
    }

    /** Requests a second on {@code connections} keep-alive connections, each calling for {@code seconds}. */
    double throughput(int port, int connections, int seconds, Call call) {
        return latencies(port, connections, seconds, call).count() / (double) seconds;
    }

    /** As {@link #throughput}, with how long each call took. */
    Latencies latencies(int port, int connections, int seconds, Call call) {
        return latencies(connections, seconds, () -> new Connection(port), call::on);
    }

    /** How long things took that are done on {@code threads}, over and over for {@code seconds}. */
    static Latencies latencies(int threads, int seconds, Work work) {
        return latencies(threads, seconds, () -> () -> {}, nothing -> work.run());
    }

    private static <T extends Closeable> Latencies latencies(
            int threads, int seconds, Opening<T> opening, Use<? super T> use) {
        Latencies all = new Latencies();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        CompletableFuture<?>[] running = IntStream.range(0, threads)
                .mapToObj(number -> CompletableFuture.runAsync(
                        () -> all.addAll(latencies(end, opening, use)), task -> new Thread(task).start()))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(running).join();
        return all;
    }

    private static <T extends Closeable> Latencies latencies(long end, Opening<T> opening, Use<? super T> use) {
        Latencies own = new Latencies();
        try (T opened = opening.open()) {
            for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
                use.of(opened);
                own.add(System.nanoTime() - begun);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return own;
    }

    private interface Opening<T> {
        T open() throws IOException;
    }

    private interface Use<T> {
        void of(T opened) throws IOException;
    }

    /** Something to be timed. */
    interface Work {
        void run() throws IOException;
    }

    /** One call on an open connection. */
    interface Call {
        void on(Connection connection) throws IOException;
    }

    /** A keep-alive connection. */
    final class Connection implements Closeable {

        private final SSLSocket socket;
        private final InputStream in;

        Connection(int port) throws IOException {
            socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            in = new BufferedInputStream(socket.getInputStream());
        }

        /** The answer's body; as a till of Kaspi Pay's scheme r1 calls, each call with an id of its own. */
        String call(String method, String path, String body) throws IOException {
            return call(
                    method,
                    path,
                    "Api-Key: test_sandbox\r\nX-Request-ID: " + REQUESTS.incrementAndGet()
                            + "\r\nContent-Type: application/json\r\n",
                    body);
        }

        /**
         * The answer's body.
         *
         * @param headers each with its line end
         */
        String call(String method, String path, String headers, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Length: "
                    + bytes.length + "\r\n\r\n" + body;
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            int length = 0;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
            }
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("the server closed the connection");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
