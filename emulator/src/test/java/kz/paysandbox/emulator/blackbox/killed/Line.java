package kz.paysandbox.emulator.blackbox.killed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** The way to the sandbox, whichever process it is at present, or whichever of several nodes. */
final class Line {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Says nothing of what was applied, and is answered by one that is being stopped. */
    private static final int FAILED = 500;

    private static final int MALFORMED = 400;

    private static final int NOWHERE = 0;

    private final AtomicInteger calls = new AtomicInteger();
    private volatile List<Map<String, Integer>> nodes = List.of();
    private volatile Outage outage = new Outage(Instant.EPOCH, Instant.EPOCH);

    /** When nothing answered: from when on surely, and until when surely. */
    record Outage(Instant from, Instant until) {

        boolean has(Instant instant) {
            return instant.isAfter(from) && instant.isBefore(until);
        }
    }

    void leadsTo(Map<String, Integer> now) {
        leadsTo(List.of(now));
    }

    /** Each call goes to the next one; with none of them, nothing is sent. */
    void leadsTo(List<Map<String, Integer>> now) {
        nodes = List.copyOf(now);
    }

    void wasDown(Outage latest) {
        outage = latest;
    }

    Outage outage() {
        return outage;
    }

    static HttpClient client(SSLContext context) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .sslContext(context)
                .build();
    }

    String url(String listener, String path) {
        return (listener.equals("control") ? "http" : "https") + "://127.0.0.1:" + port(listener) + path;
    }

    private int port(String listener) {
        List<Map<String, Integer>> present = nodes;
        return present.isEmpty()
                ? NOWHERE
                : present.get(Math.floorMod(calls.getAndIncrement(), present.size()))
                        .get(listener);
    }

    Reply send(HttpClient client, String method, String url, Map<String, String> headers, String body)
            throws Unanswered {
        if (nodes.isEmpty()) {
            throw new Unanswered(method + " " + url, new IOException("nothing was sent"));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            Reply reply = Reply.of(client.send(request.build(), BodyHandlers.ofString()));
            if (reply.status() >= FAILED || isCut(reply)) {
                throw new Unanswered(method + " " + url, new IOException(reply.toString()));
            }
            return reply;
        } catch (IOException gone) {
            throw new Unanswered(method + " " + url, gone);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Unanswered(method + " " + url, new IOException(stop));
        }
    }

    /** A request whose body did not arrive, as where its connection is closed by one that is being stopped. */
    private static boolean isCut(Reply reply) {
        return reply.status() == MALFORMED && reply.body().isEmpty();
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
