package kz.paysandbox.emulator.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** What it costs a loaded sandbox that somebody watches it: its stream of events is read, as a page does. */
final class PageOpen {

    private static final int SECONDS = Integer.getInteger("bench.seconds", 60);
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
                double unwatched = paced("nobody reads", closed, Watcher.nobody());
                double watched = paced("events read", open, new EventReader(open.port("control")));
                if (round >= 0) {
                    ratios.add(watched / unwatched);
                }
            }
            Optional<PageWatcher> page = PageWatcher.at(open.port("control"));
            if (page.isPresent()) {
                paced("page open", open, page.get());
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
    private double paced(String what, Subject subject, Watcher watcher) throws Exception {
        Duration before = subject.processorTime();
        long residentBefore = subject.residentMegabytes();
        double rate;
        try (watcher) {
            rate = paced(subject, SECONDS);
        }
        double micros = subject.processorTime().minus(before).toNanos() / 1_000.0 / (rate * SECONDS);
        System.out.printf(
                Locale.ROOT,
                "  %-14s %.0f purchases/s, %.0f us of processor time each, RSS %d -> %d MB%n                 %s%n",
                what,
                rate,
                micros,
                residentBefore,
                subject.residentMegabytes(),
                watcher.told());
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
}
