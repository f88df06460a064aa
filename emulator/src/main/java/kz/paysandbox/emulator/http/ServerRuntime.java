package kz.paysandbox.emulator.http;

import java.net.SocketAddress;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
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
 * @param clients the client's address, where a connection comes from: another one where it was relayed
 */
public record ServerRuntime(
        LongSupplier nanoTime,
        Admission admission,
        RequestCounts counts,
        Keeping keeping,
        Runnable beforeAnswers,
        UnaryOperator<SocketAddress> clients) {}
