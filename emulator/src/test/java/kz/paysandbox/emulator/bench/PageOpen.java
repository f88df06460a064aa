package kz.paysandbox.emulator.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** What it costs a loaded sandbox that somebody watches it: its stream of events is read, as a page does. */
final class PageOpen {

    private static final int SECONDS = 60;
    private static final int COLD_ROUNDS = 2;
    private static final int ROUNDS = 3;
    private static final int CONNECTIONS = 16;
    private static final int PAYMENTS_A_SECOND = 1_000;
    private static final long SECOND = 1_000_000_000L;

    private final Client client;
    private final Path work;
    private final Function<List<String>, List<String>> sandbox;

    /**
     * @param sandbox the command that starts a sandbox with these further arguments, its ports file left out
     */
    PageOpen(Client client, Path work, Function<List<String>, List<String>> sandbox) {
        this.client = client;
        this.work = work;
        this.sandbox = sandbox;
    }

    /**
     * A thousand payments a second, a minute watched and a minute not, in turn; the first four minutes, on cold
     * servers, do not count. What the machine does besides spoils rates more than processor time.
     */
    void compare() throws Exception {
        Path openFile = work.resolve("ports-open.json");
        Path closedFile = work.resolve("ports-closed.json");
        System.out.printf("%n%d purchases of four calls a second at Kaspi r1%n", PAYMENTS_A_SECOND);
        try (Subject open = Subject.start(client, openFile, with(openFile));
                Subject closed = Subject.start(client, closedFile, with(closedFile))) {
            List<Double> ratios = new ArrayList<>();
            for (int round = -COLD_ROUNDS; round < ROUNDS; round++) {
                double unwatched = paced("nobody reads", closed, Reader.none());
                double watched = paced("events read", open, new Reader(open.port("control")));
                if (round >= 0) {
                    ratios.add(watched / unwatched);
                }
            }
            ratios.sort(Comparator.naturalOrder());
            System.out.printf(
                    Locale.ROOT,
                    "  processor time of the server for a purchase, read / not read: median %.3f (from %.3f to %.3f)%n",
                    ratios.get(ratios.size() / 2),
                    ratios.get(0),
                    ratios.get(ratios.size() - 1));
        }
    }

    /** Microseconds of processor time for a purchase. */
    private double paced(String what, Subject subject, Reader reader) throws Exception {
        Duration before = subject.processorTime();
        long residentBefore = subject.residentMegabytes();
        double rate;
        try (reader) {
            rate = paced(subject, SECONDS);
        }
        double micros = subject.processorTime().minus(before).toNanos() / 1_000.0 / (rate * SECONDS);
        System.out.printf(
                Locale.ROOT,
                "  %-14s %.0f purchases/s, %.0f us of processor time each, RSS %d -> %d MB%s%n",
                what,
                rate,
                micros,
                residentBefore,
                subject.residentMegabytes(),
                reader);
        return micros;
    }

    /** Each connection makes its share, one purchase at its time, or at once where it is late. */
    private double paced(Subject subject, int seconds) throws IOException {
        AtomicLong made = new AtomicLong();
        long begun = System.nanoTime();
        return client.throughput(subject.port("kaspi-r1"), CONNECTIONS, seconds, connection -> {
            long due = begun + made.getAndIncrement() * (SECOND / PAYMENTS_A_SECOND);
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            Bench.purchase(connection);
        });
    }

    private List<String> with(Path ports) {
        return sandbox.apply(List.of("--ports-file", ports.toString()));
    }

    /** A reader of the events of a world that counts them, and comes back where it was cut off. */
    static final class Reader implements AutoCloseable {

        private final int port;
        private final AtomicLong bytes = new AtomicLong();
        private final AtomicLong connections = new AtomicLong();
        private volatile boolean closed;

        Reader(int port) {
            this.port = port;
            if (port > 0) {
                Thread reading = new Thread(this::read, "events");
                reading.setDaemon(true);
                reading.start();
            }
        }

        static Reader none() {
            return new Reader(0);
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
        public String toString() {
            return port == 0
                    ? ""
                    : "; " + bytes.get() / 1_000_000 + " MB read on " + connections.get() + " connections";
        }
    }
}
