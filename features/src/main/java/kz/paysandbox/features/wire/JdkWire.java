package kz.paysandbox.features.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** The JDK's client, HTTP/1.1 as the bank speaks it. */
public final class JdkWire implements Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client;

    private JdkWire(HttpClient client) {
        this.client = client;
    }

    public static JdkWire plain() {
        return new JdkWire(builder().build());
    }

    public static JdkWire over(SSLContext tls) {
        return new JdkWire(builder().sslContext(tls).build());
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .executor(Runnable::run);
    }

    @Override
    public Response send(Request request) {
        HttpRequest.Builder message = HttpRequest.newBuilder(request.uri())
                .timeout(PATIENCE)
                .method(
                        request.method(),
                        request.body()
                                .map(body -> HttpRequest.BodyPublishers.ofString(body, UTF_8))
                                .orElseGet(HttpRequest.BodyPublishers::noBody));
        request.headers().forEach(message::header);
        try {
            var answer = client.send(message.build(), BodyHandlers.ofString(UTF_8));
            return Response.answered(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("Location").orElse(""));
        } catch (ConnectException | HttpConnectTimeoutException | SSLException refused) {
            return Response.nothing(Response.Kind.NOT_CONNECTED, String.valueOf(refused.getMessage()));
        } catch (IOException lost) {
            return Response.nothing(Response.Kind.LOST, String.valueOf(lost.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted while waiting for an answer"));
        }
    }
}
