package kz.paysandbox.emulator.http;

import java.util.function.LongSupplier;
import kz.paysandbox.emulator.core.metrics.RequestCounts;
import kz.paysandbox.emulator.core.state.Keeping;

/**
 * What a server has around it.
 *
 * @param nanoTime real time that only goes forward, in nanoseconds
 * @param admission what limits what callers may leave behind
 * @param counts where answers are counted
 * @param keeping what answers wait for before they go out
 * @param beforeAnswers returns when the server may answer; each listener is made ready meanwhile
 */
public record ServerRuntime(
        LongSupplier nanoTime, Admission admission, RequestCounts counts, Keeping keeping, Runnable beforeAnswers) {}
