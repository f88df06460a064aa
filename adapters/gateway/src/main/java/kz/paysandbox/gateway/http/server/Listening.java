package kz.paysandbox.gateway.http.server;

import java.time.Duration;

/**
 * Where and how the server listens: plain HTTP, for what stands before it ends TLS.
 *
 * @param host an address or a name of this machine
 * @param port 0 for any free one
 * @param threads that answer at once, from 8; each call to a bank holds one
 * @param stop how long requests that are under way may take when the server is closed
 */
public record Listening(String host, int port, int threads, Duration stop) {
    /** Bytes of a body at most. */
    public static final int BODY_LIMIT = 64 * 1024;

    private static final int USUAL_THREADS = 200;

    /** With 200 threads and 35 s to stop, which is longer than a call to a bank. */
    public static Listening at(String host, int port) {
        return new Listening(host, port, USUAL_THREADS, Duration.ofSeconds(35));
    }
}
