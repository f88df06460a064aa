package kz.paysandbox.gateway.boot.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.http.server.RequestListener;

/**
 * How the gateway answers: all rows, and among them what opens payments, what refunds, and callbacks. Labels are the
 * table's own paths, so a caller cannot make new ones.
 *
 * @param registry where the meters are
 */
record RequestMetrics(MeterRegistry registry) implements RequestListener {
    private static final String NONE = "none";
    private static final int SUCCESSES = 200;
    private static final int ACCEPTED = 202;
    private static final int REDIRECTS = 300;
    private static final int FAULTS = 500;

    @Override
    public void answered(Optional<Route> route, int status, Duration took) {
        Timer.builder("gateway.request")
                .description("Requests of shops, customers and banks")
                .tag("method", route.map(row -> row.method().name()).orElse(NONE))
                .tag("path", route.map(Route::path).orElse(NONE))
                .tag("status", Integer.toString(status))
                .register(registry)
                .record(took);
        route.ifPresent(row -> special(row, status, took));
    }

    private void special(Route row, int status, Duration took) {
        if (row.family() == Family.CALLBACK) {
            Timer.builder("gateway.callback")
                    .description("The processing of ePay's callbacks")
                    .register(registry)
                    .record(took);
        }
        money(row)
                .ifPresent(name -> Counter.builder(name)
                        .description("Calls that open payments, or give money back, by their outcome")
                        .tag("outcome", outcome(status))
                        .register(registry)
                        .increment());
    }

    private static Optional<String> money(Route row) {
        String path = row.path().replaceAll("/$", "");
        if (path.endsWith("/refund")) {
            return Optional.of("gateway.refunds");
        }
        return path.endsWith("/create")
                        || path.endsWith("/create-link")
                        || path.endsWith("/create-qr")
                        || path.endsWith("/initiate")
                ? Optional.of("gateway.initiations")
                : Optional.empty();
    }

    private static String outcome(int status) {
        if (status == ACCEPTED) {
            return "unknown";
        }
        if (status >= SUCCESSES && status < REDIRECTS) {
            return "success";
        }
        return status < FAULTS ? "refused" : "failed";
    }
}
