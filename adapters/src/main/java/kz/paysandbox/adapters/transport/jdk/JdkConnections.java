package kz.paysandbox.adapters.transport.jdk;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * One client of the JDK with the connections that it keeps. Nothing tells how long each of them has been idle, but it is
 * bounded: with one call at a time there is one connection, idle since the last call; with several calls at once, none
 * can be older than the first moment at which there were two. Retired, it ends with its last call: its selector thread is
 * interrupted, which closes the connections in every Java from 17 (HttpClient.close came with 21).
 */
final class JdkConnections {
    private final SSLContext context;
    private final HttpClient client;
    private final Optional<Thread> selector;
    private int calls;
    private boolean several;
    private long severalSince;
    private long lastEnd;
    private boolean retired;

    JdkConnections(SSLContext context, HttpClient client, Optional<Thread> selector, long now) {
        this.context = context;
        this.client = client;
        this.selector = selector;
        this.lastEnd = now;
    }

    SSLContext context() {
        return context;
    }

    HttpClient client() {
        return client;
    }

    /** Whether a call may use them, begun with this. */
    synchronized boolean enter(long now, Duration maxIdle) {
        if (retired || now - idleSince(now) > maxIdle.toNanos()) {
            return false;
        }
        calls++;
        if (calls == 2 && !several) {
            several = true;
            severalSince = now;
        }
        return true;
    }

    private long idleSince(long now) {
        if (several) {
            return severalSince;
        }
        return calls > 0 ? now : lastEnd;
    }

    synchronized void leave(long now) {
        calls--;
        lastEnd = now;
        endIfUnused();
    }

    /** No new calls; those in flight may end. */
    synchronized void retire() {
        retired = true;
        endIfUnused();
    }

    synchronized boolean ended() {
        return retired && calls == 0;
    }

    private void endIfUnused() {
        if (retired && calls == 0) {
            selector.ifPresent(Thread::interrupt);
        }
    }
}
