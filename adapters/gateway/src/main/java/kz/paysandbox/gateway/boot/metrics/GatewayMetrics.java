package kz.paysandbox.gateway.boot.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.DoubleSupplier;
import kz.paysandbox.adapters.transport.CallListener;
import kz.paysandbox.gateway.callback.Callbacks;
import kz.paysandbox.gateway.http.server.RequestListener;

/** The meters of one gateway. */
public final class GatewayMetrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    /** With the machine's own, and the banks' and shops' as they come. */
    public GatewayMetrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Hears of the banks' calls. */
    public CallListener banks() {
        return new BankMetrics(registry);
    }

    /** Hears of the gateway's answers. */
    public RequestListener requests() {
        return new RequestMetrics(registry);
    }

    /** Counts what looks like an attack. */
    public Callbacks.SecurityEvents security() {
        Counter refused = Counter.builder("gateway.security.events")
                .description("Callbacks that fit no payment")
                .register(registry);
        return (why, address) -> refused.increment();
    }

    /**
     * Shows a number that is asked for when the metrics are read; none where it cannot be had.
     *
     * @param name with dots, such as {@code gateway.attention.open}
     */
    public void show(String name, String description, DoubleSupplier value) {
        Gauge.builder(name, value, GatewayMetrics::orNone)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private static double orNone(DoubleSupplier value) {
        try {
            return value.getAsDouble();
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }

    /** All of them, as Prometheus reads them. */
    public String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
