package kz.paysandbox.emulator.core.metrics;

import java.util.Map;

/**
 * One number now.
 *
 * @param name of the metric, as {@code kzpay_sandbox_worlds}; a counter's without {@code _total}
 * @param help what it is, with its unit
 * @param labels by name; their values are bounded in number, whatever callers send
 */
public record Sample(Kind kind, String name, String help, Map<String, String> labels, double value) {

    /** How a number moves. */
    public enum Kind {
        /** Only rises while the process lives. */
        COUNTER,
        GAUGE
    }

    public Sample {
        labels = Map.copyOf(labels);
    }

    public static Sample gauge(String name, String help, long value) {
        return new Sample(Kind.GAUGE, name, help, Map.of(), (double) value);
    }

    public static Sample gauge(String name, String help, Map<String, String> labels, long value) {
        return new Sample(Kind.GAUGE, name, help, labels, (double) value);
    }

    public static Sample counter(String name, String help, Map<String, String> labels, long value) {
        return new Sample(Kind.COUNTER, name, help, labels, (double) value);
    }
}
