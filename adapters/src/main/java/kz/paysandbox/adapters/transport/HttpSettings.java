package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import kz.paysandbox.adapters.transport.jdk.JdkTransport;

/**
 * The settings of HTTP calls, whatever the bank.
 *
 * @param connectTimeout for the connection and its handshake
 * @param deadline for a whole call, repeats and the body of the answer included
 * @param maxIdle a kept connection that nobody has used for longer is not used again: a NAT or firewall may have dropped
 *     it without a word, and then the outcome of a call would be unknown
 * @param maxResponseBytes a longer answer is refused
 * @param retry when harmless calls are repeated
 * @param headers sent with every request besides its own, which they do not replace
 * @param listener hears of each request
 * @param surroundings time, sleep, chance and ids
 */
public record HttpSettings(
        Duration connectTimeout,
        Duration deadline,
        Duration maxIdle,
        int maxResponseBytes,
        RetryPolicy retry,
        Map<String, String> headers,
        CallListener listener,
        Surroundings surroundings) {
    /** Checks the bounds and copies the headers. */
    public HttpSettings {
        headers = Map.copyOf(headers);
        if (connectTimeout.compareTo(Duration.ZERO) <= 0 || deadline.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("timeouts must be positive: " + connectTimeout + ", " + deadline);
        }
        if (maxIdle.isNegative()) {
            throw new IllegalArgumentException("the idle time of connections is negative: " + maxIdle);
        }
        if (maxResponseBytes < 1024 || maxResponseBytes > 1 << 28) {
            throw new IllegalArgumentException("an answer's limit must be from 1 KiB to 256 MiB");
        }
    }

    /** 5 s to connect, 30 s in all, 30 s idle, 1 MiB, three attempts, nobody listening. */
    public static HttpSettings standard(Surroundings surroundings) {
        return new HttpSettings(
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                1 << 20,
                RetryPolicy.standard(),
                Map.of(),
                CallListener.SILENT,
                surroundings);
    }

    /** With another deadline for a whole call. */
    public HttpSettings withDeadline(Duration other) {
        return new HttpSettings(
                connectTimeout, other, maxIdle, maxResponseBytes, retry, headers, listener, surroundings);
    }

    /** With another limit for connecting. */
    public HttpSettings withConnectTimeout(Duration other) {
        return new HttpSettings(other, deadline, maxIdle, maxResponseBytes, retry, headers, listener, surroundings);
    }

    /** With another limit for the idle time of kept connections; zero keeps none. */
    public HttpSettings withMaxIdle(Duration other) {
        return new HttpSettings(
                connectTimeout, deadline, other, maxResponseBytes, retry, headers, listener, surroundings);
    }

    /** With another listener. */
    public HttpSettings withListener(CallListener other) {
        return new HttpSettings(
                connectTimeout, deadline, maxIdle, maxResponseBytes, retry, headers, other, surroundings);
    }

    /** With another policy of repeats. */
    public HttpSettings withRetry(RetryPolicy other) {
        return new HttpSettings(
                connectTimeout, deadline, maxIdle, maxResponseBytes, other, headers, listener, surroundings);
    }

    /** With another limit for answers. */
    public HttpSettings withMaxResponseBytes(int other) {
        return new HttpSettings(connectTimeout, deadline, maxIdle, other, retry, headers, listener, surroundings);
    }

    /** With other time, sleep, chance and ids. */
    public HttpSettings withSurroundings(Surroundings other) {
        return new HttpSettings(connectTimeout, deadline, maxIdle, maxResponseBytes, retry, headers, listener, other);
    }

    /** With more headers for every request; a name that is there already, in whatever case, gets the new value. */
    public HttpSettings withHeaders(Map<String, String> more) {
        return new HttpSettings(
                connectTimeout,
                deadline,
                maxIdle,
                maxResponseBytes,
                retry,
                Headers.merged(headers, more),
                listener,
                surroundings);
    }

    /** With what is wished for one call. */
    public HttpSettings with(RequestOptions options) {
        return withHeaders(options.headers()).withDeadline(options.deadline().orElse(deadline));
    }

    /** The whole stack over the JDK's client. */
    public RetryingTransport connect(Supplier<SSLContext> tls) {
        return over(JdkTransport.of(tls, this));
    }

    /** The whole stack over another bottom, for tests and proxies. */
    public RetryingTransport over(Transport bottom) {
        return RetryingTransport.of(bottom, this);
    }
}
