package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * How calls are made, whatever the bank.
 *
 * @param connectTimeout for the connection and its handshake
 * @param deadline for a whole call, repeats and the body of the answer included
 * @param maxResponseBytes a longer answer is refused
 * @param retry when harmless calls are repeated
 * @param listener hears of each request
 * @param surroundings time, sleep, chance and ids
 */
public record HttpSettings(
        Duration connectTimeout,
        Duration deadline,
        int maxResponseBytes,
        RetryPolicy retry,
        CallListener listener,
        Surroundings surroundings) {
    /** Checks the bounds. */
    public HttpSettings {
        if (connectTimeout.compareTo(Duration.ZERO) <= 0 || deadline.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("timeouts must be positive: " + connectTimeout + ", " + deadline);
        }
        if (maxResponseBytes < 1024 || maxResponseBytes > 1 << 28) {
            throw new IllegalArgumentException("an answer's limit must be from 1 KiB to 256 MiB");
        }
    }

    /** 5 s to connect, 30 s in all, 1 MiB, three attempts, nobody listening. */
    public static HttpSettings standard(Surroundings surroundings) {
        return new HttpSettings(
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                1 << 20,
                RetryPolicy.standard(),
                CallListener.SILENT,
                surroundings);
    }

    /** With another deadline for a whole call. */
    public HttpSettings withDeadline(Duration other) {
        return new HttpSettings(connectTimeout, other, maxResponseBytes, retry, listener, surroundings);
    }

    /** With another limit for connecting. */
    public HttpSettings withConnectTimeout(Duration other) {
        return new HttpSettings(other, deadline, maxResponseBytes, retry, listener, surroundings);
    }

    /** With another listener. */
    public HttpSettings withListener(CallListener other) {
        return new HttpSettings(connectTimeout, deadline, maxResponseBytes, retry, other, surroundings);
    }

    /** With another policy of repeats. */
    public HttpSettings withRetry(RetryPolicy other) {
        return new HttpSettings(connectTimeout, deadline, maxResponseBytes, other, listener, surroundings);
    }

    /** With another limit for answers. */
    public HttpSettings withMaxResponseBytes(int other) {
        return new HttpSettings(connectTimeout, deadline, other, retry, listener, surroundings);
    }

    /** The whole stack over the JDK's client. */
    public RetryingTransport connect(Supplier<SSLContext> tls) {
        return over(JdkTransport.of(tls, connectTimeout, maxResponseBytes));
    }

    /** The whole stack over another bottom, for tests and proxies. */
    public RetryingTransport over(Transport bottom) {
        return RetryingTransport.of(new ObservedTransport(bottom, listener, surroundings), retry, surroundings);
    }
}
