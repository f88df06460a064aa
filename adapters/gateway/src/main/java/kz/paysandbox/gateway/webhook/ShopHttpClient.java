package kz.paysandbox.gateway.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages by HTTP. A host's name is resolved once for a connection, the addresses are checked, and the connection
 * goes to one of those: a name that means another address a moment later changes nothing. No redirect, cookie,
 * compression, proxy or repetition; of the answer only status and headers are read.
 */
public final class ShopHttpClient implements WebhookClient, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShopHttpClient.class);
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_HEADERS = 100;

    private final Rules rules;
    private final Names names;
    private final ScheduledExecutorService deadlines;
    private final CloseableHttpClient https;
    private final CloseableHttpClient http;

    /**
     * What messages may do.
     *
     * @param allowed networks that may be private and spoken to by http
     * @param longest a message's whole time, from the name's resolution to the answer's headers
     * @param tls whom to trust
     */
    public record Rules(Predicate<InetAddress> allowed, Duration longest, SSLContext tls) {}

    /** What a host's name means. */
    @FunctionalInterface
    public interface Names {
        /** Its addresses, at least one. */
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /**
     * A client of its own connections.
     *
     * @param deadlines ends what takes too long
     */
    public ShopHttpClient(Rules rules, Names names, ScheduledExecutorService deadlines) {
        this.rules = rules;
        this.names = names;
        this.deadlines = deadlines;
        this.https = client(true);
        this.http = client(false);
    }

    private CloseableHttpClient client(boolean encrypted) {
        Timeout timeout = Timeout.of(rules.longest());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedNames(encrypted))
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(rules.tls()))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(LONGEST_LINE)
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .build())
                                .build())
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .setUserAgent("kzpay-gateway")
                .build();
    }

    /** A refusal by our own rules. */
    private static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    private final class CheckedNames implements DnsResolver {
        private final boolean encrypted;

        CheckedNames(boolean encrypted) {
            this.encrypted = encrypted;
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] found = names.of(host);
            for (InetAddress address : found) {
                Optional<String> refused = WebhookAddress.refused(address, encrypted, rules.allowed());
                if (refused.isPresent()) {
                    throw new Refused(refused.get());
                }
            }
            return found;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @Override
    public Delivery send(String url, SignedMessage signed) {
        Optional<String> problem = WebhookAddress.problem(url, true);
        if (problem.isPresent()) {
            return Delivery.failed(problem.get());
        }
        HttpPost post;
        try {
            post = post(URI.create(url), signed);
        } catch (RuntimeException e) {
            return Delivery.failed(
                    "the address cannot be called: " + e.getClass().getSimpleName());
        }
        Future<?> deadline =
                deadlines.schedule(() -> post.cancel(), rules.longest().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return Delivery.answered(status(post));
        } catch (IOException e) {
            return Delivery.failed(post.isCancelled() ? "no answer within " + rules.longest() : why(e));
        } catch (RuntimeException e) {
            return Delivery.failed(
                    "the message could not be sent: " + e.getClass().getSimpleName());
        } finally {
            deadline.cancel(false);
        }
    }

    private HttpPost post(URI uri, SignedMessage signed) {
        HttpPost post = new HttpPost(uri);
        post.setHeader("webhook-id", signed.id());
        post.setHeader("webhook-timestamp", Long.toString(signed.timestamp()));
        post.setHeader("webhook-signature", signed.signatures());
        post.setEntity(new StringEntity(signed.body(), ContentType.APPLICATION_JSON));
        post.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(rules.longest()))
                .setResponseTimeout(Timeout.of(rules.longest()))
                .build());
        return post;
    }

    /** The answer's body may be endless: closing the answer would read it, so the connection is dropped before. */
    private int status(HttpPost post) throws IOException {
        boolean encrypted = post.getScheme().toLowerCase(Locale.ROOT).equals("https");
        HttpHost host = new HttpHost(post.getScheme(), post.getAuthority());
        ClassicHttpResponse response = (encrypted ? https : http).executeOpen(host, post, null);
        int status = response.getCode();
        post.cancel();
        try {
            response.close();
        } catch (IOException e) {
            LOG.debug("the connection was dropped: {}", e.getMessage());
        }
        return status;
    }

    /** Words of ours, for a shop's address may answer what it likes. */
    private static String why(IOException failure) {
        if (failure instanceof Refused) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof UnknownHostException) {
            return "the host's name is unknown";
        }
        if (failure instanceof SSLException) {
            return "the shop's certificate or TLS was refused";
        }
        if (failure instanceof InterruptedIOException) {
            return "no answer in time";
        }
        return "no answer: " + failure.getClass().getSimpleName();
    }

    @Override
    public void close() throws IOException {
        https.close();
        http.close();
    }
}
