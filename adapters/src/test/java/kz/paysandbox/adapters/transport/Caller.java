package kz.paysandbox.adapters.transport;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Sends to a server under test with short deadlines. */
final class Caller {
    static final Duration DEADLINE = Duration.ofSeconds(4);

    private final URI base;
    final Transport transport;

    private Caller(URI base, Transport transport) {
        this.base = base;
        this.transport = transport;
    }

    static Caller of(URI base, SSLContext context) {
        HttpSettings settings = HttpSettings.standard(TestSurroundings.create().withRealDeadlines())
                .withConnectTimeout(Duration.ofSeconds(3))
                .withMaxResponseBytes(64 * 1024);
        return new Caller(base, settings.connect(() -> context));
    }

    static Caller plain(URI base) {
        try {
            return of(base, SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    ApiResponse post() {
        return post(DEADLINE);
    }

    ApiResponse post(Duration deadline) {
        return transport.send(request("POST", deadline, Repeat.NEVER));
    }

    ApiResponse get() {
        return transport.send(request("GET", DEADLINE, Repeat.HARMLESS));
    }

    private ApiRequest request(String method, Duration deadline, Repeat repeat) {
        return new ApiRequest(
                "r3 payment return",
                "the-id",
                method,
                base.resolve("/r3/v01/payment/return"),
                Map.of("Content-Type", "application/json"),
                method.equals("POST")
                        ? Optional.of("{\"Amount\":1}".getBytes(StandardCharsets.UTF_8))
                        : Optional.empty(),
                deadline,
                repeat);
    }
}
