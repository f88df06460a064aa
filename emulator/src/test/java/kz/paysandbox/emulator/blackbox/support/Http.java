package kz.paysandbox.emulator.blackbox.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A tiny HTTP/1.1 client on the JDK's own. */
public final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client;
    private final String base;

    private Http(HttpClient client, String base) {
        this.client = client;
        this.base = base;
    }

    public static Http plain(int port) {
        return new Http(builder().build(), "http://127.0.0.1:" + port);
    }

    public static Http tls(int port, SSLContext context, String... protocols) {
        HttpClient.Builder builder = builder().sslContext(context);
        if (protocols.length > 0) {
            SSLParameters parameters = new SSLParameters();
            parameters.setProtocols(protocols);
            builder.sslParameters(parameters);
        }
        return new Http(builder.build(), "https://127.0.0.1:" + port);
    }

    public Answer send(String method, String path, Map<String, String> headers, Optional<byte[]> body) {
        try {
            return attempt(method, path, headers, body);
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + path, failed);
        }
    }

    /** As {@link #send}, where the connection is expected to fail. */
    public Answer attempt(String method, String path, Map<String, String> headers, Optional<byte[]> body)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .method(
                        method,
                        body.map(HttpRequest.BodyPublishers::ofByteArray).orElse(HttpRequest.BodyPublishers.noBody()));
        headers.forEach(request::header);
        try {
            return Answer.of(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(stop);
        }
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE);
    }
}
