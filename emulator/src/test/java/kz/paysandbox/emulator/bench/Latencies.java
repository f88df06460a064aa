package kz.paysandbox.emulator.bench;

/** How long calls took, in steps of ten microseconds up to a second. */
final class Latencies {

    private static final int STEP_NANOS = 10_000;

    private final long[] counts = new long[100_001];
    private long all;

    void add(long nanos) {
        counts[(int) Math.min(counts.length - 1, nanos / STEP_NANOS)]++;
        all++;
    }

    synchronized void addAll(Latencies others) {
        for (int step = 0; step < counts.length; step++) {
            counts[step] += others.counts[step];
        }
        all += others.all;
    }

    long count() {
        return all;
    }

    /** Milliseconds within which this part of the calls was answered, 0 to 1. */
    double millis(double part) {
        long seen = 0;
        for (int step = 0; step < counts.length; step++) {
            seen += counts[step];
            if (seen > 0 && seen >= part * all) {
                return (step + 1) * (double) STEP_NANOS / 1_000_000;
            }
        }
        return 0;
    }
}
