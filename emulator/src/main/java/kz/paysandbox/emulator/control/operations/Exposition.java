package kz.paysandbox.emulator.control.operations;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.metrics.Sample;

/** Samples in the text format of Prometheus, 0.0.4. Nothing of the library is loaded before the first of them. */
final class Exposition {

    static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private Exposition() {}

    /** By name and labels in the order of the alphabet. */
    static Bytes text(List<Sample> samples) {
        Map<String, List<Sample>> byName = new TreeMap<>();
        samples.forEach(sample ->
                byName.computeIfAbsent(sample.name(), name -> new ArrayList<>()).add(sample));
        MetricSnapshots.Builder snapshots = MetricSnapshots.builder();
        byName.values().forEach(same -> snapshots.metricSnapshot(snapshot(same)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, snapshots.build());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Bytes.wrap(out.toByteArray());
    }

    private static MetricSnapshot snapshot(List<Sample> same) {
        Sample first = same.get(0);
        return switch (first.kind()) {
            case COUNTER -> {
                CounterSnapshot.Builder counter =
                        CounterSnapshot.builder().name(first.name()).help(first.help());
                summed(same)
                        .forEach((labels, value) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                                .labels(labels)
                                .value(value)
                                .build()));
                yield counter.build();
            }
            case GAUGE -> {
                GaugeSnapshot.Builder gauge =
                        GaugeSnapshot.builder().name(first.name()).help(first.help());
                summed(same)
                        .forEach((labels, value) -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                                .labels(labels)
                                .value(value)
                                .build()));
                yield gauge.build();
            }
        };
    }

    /** Two samples of one series are one. */
    private static Map<Labels, Double> summed(List<Sample> same) {
        Map<Labels, Double> byLabels = new LinkedHashMap<>();
        same.forEach(sample -> byLabels.merge(labels(sample.labels()), sample.value(), Double::sum));
        return byLabels;
    }

    private static Labels labels(Map<String, String> labels) {
        List<String> names = labels.keySet().stream().sorted().toList();
        return Labels.of(names, names.stream().map(labels::get).toList());
    }
}
