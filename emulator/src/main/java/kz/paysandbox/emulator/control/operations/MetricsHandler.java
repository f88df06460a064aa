package kz.paysandbox.emulator.control.operations;

import java.util.List;
import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.core.metrics.MeterSource;
import kz.paysandbox.emulator.core.metrics.Sample;
import kz.paysandbox.emulator.http.Reply;

/** The handler of the metrics. */
public final class MetricsHandler {

    private final ControlContext context;

    public MetricsHandler(ControlContext context) {
        this.context = context;
    }

    public Reply show(ControlCall call) {
        List<Sample> samples = context.operations().meters().stream()
                .flatMap(MeterSource::samples)
                .toList();
        return Reply.bytes(200, Exposition.TYPE, Exposition.text(samples)).with("Cache-Control", "no-store");
    }
}
