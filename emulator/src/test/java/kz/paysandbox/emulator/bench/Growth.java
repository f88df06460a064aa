package kz.paysandbox.emulator.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What stays resident, and at what rate requests are answered, from the first to the last of many of them with a small heap:
 * a quarter each create, scan, confirm and status.
 */
final class Growth {

    private static final int CONNECTIONS = 16;
    private static final int STEPS = 20;
    private static final int SECONDS = 5;
    private static final double MILLION = 1_000_000;

    /** After so much of all requests the server is warm, and the heap has its size. */
    private static final double WARM = 0.1;

    private record Sample(long calls, long megabytes, double rate) {}

    private final Client client;
    private final long requests;

    Growth(Client client, long requests) {
        this.client = client;
        this.requests = requests;
    }

    void run(Subject subject, String options) throws Exception {
        long idle = subject.residentMegabytes();
        List<Sample> samples = new ArrayList<>();
        long calls = 0;
        while (calls < requests && subject.isAlive()) {
            long begun = System.nanoTime();
            long before = calls;
            do {
                calls += Math.round(4
                        * client.throughput(subject.port("kaspi-r1"), CONNECTIONS, SECONDS, Bench::purchase)
                        * SECONDS);
            } while (calls - before < requests / STEPS && subject.isAlive());
            double rate = (calls - before) * 1e9 / (System.nanoTime() - begun);
            samples.add(new Sample(calls, subject.residentMegabytes(), rate));
            System.out.printf(
                    Locale.ROOT,
                    "  %.1f million: %d MB resident, %.0f requests/s%n",
                    calls / MILLION,
                    subject.residentMegabytes(),
                    rate);
        }
        List<Sample> warm = samples.stream()
                .filter(sample -> sample.calls() > requests * WARM)
                .toList();
        System.out.printf(
                Locale.ROOT,
                "%d requests, %s: alive %b, resident %d MB idle, at most %d MB, %+.2f MB a million; requests/s %.0f at first,"
                        + " %.0f at the end%n",
                calls,
                options,
                subject.isAlive(),
                idle,
                samples.stream().mapToLong(Sample::megabytes).max().orElse(0),
                slope(warm),
                warm.isEmpty() ? 0 : warm.get(0).rate(),
                warm.isEmpty() ? 0 : warm.get(warm.size() - 1).rate());
    }

    /** Of the line through all samples with the least squares: MB a million requests. */
    private static double slope(List<Sample> samples) {
        double calls = samples.stream().mapToDouble(Sample::calls).average().orElse(0);
        double megabytes =
                samples.stream().mapToDouble(Sample::megabytes).average().orElse(0);
        double both = samples.stream()
                .mapToDouble(sample -> (sample.calls() - calls) * (sample.megabytes() - megabytes))
                .sum();
        double squares = samples.stream()
                .mapToDouble(sample -> (sample.calls() - calls) * (sample.calls() - calls))
                .sum();
        return squares == 0 ? 0 : both / squares * MILLION;
    }
}
