package kz.paysandbox.gateway.http.server;

import java.util.function.LongSupplier;

/**
 * What is noted of requests.
 *
 * @param requests hears of each answer
 * @param traces passes callers' traces on to the banks
 * @param nanoTime for durations
 */
public record Observation(RequestListener requests, TraceContext traces, LongSupplier nanoTime) {
    /** Nothing is noted; traces end here. */
    public static Observation none(LongSupplier nanoTime) {
        return new Observation(RequestListener.SILENT, new TraceContext(), nanoTime);
    }
}
