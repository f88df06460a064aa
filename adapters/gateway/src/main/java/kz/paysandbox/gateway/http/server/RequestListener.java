package kz.paysandbox.gateway.http.server;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.gateway.http.route.Route;

/** Hears of each request that was answered; for metrics. */
@FunctionalInterface
public interface RequestListener {
    /** Hears of nothing. */
    RequestListener SILENT = (route, status, took) -> {};

    /**
     * A request was answered.
     *
     * @param route the row; empty where none took it
     * @param status of the answer
     * @param took until the answer was ready to be sent
     */
    void answered(Optional<Route> route, int status, Duration took);
}
