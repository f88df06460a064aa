package kz.paysandbox.emulator.core.metrics;

import java.util.stream.Stream;

/** A part of the server with something to measure. It is asked only when somebody reads the metrics. */
@FunctionalInterface
public interface MeterSource {

    /** What it measures, now. All samples of one name have the same kind, help and names of labels. */
    Stream<Sample> samples();
}
