package kz.paysandbox.emulator.epay.callbacks;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A factory of the client that calls shops: HTTP/1.1, one try, no redirects, no cookies, no state between calls. */
final class MerchantClient {

    private static final Logger LOG = LoggerFactory.getLogger(MerchantClient.class);

    private static final int THREADS = 2;

    private MerchantClient() {}

    /**
     * A started client; close it.
     *
     * @param timeout for a connection and for an answer
     * @param addresses of a host, tried in their order
     * @param connections at a time
     */
    static CloseableHttpAsyncClient start(Duration timeout, SSLContext trust, DnsResolver addresses, int connections) {
        Timeout patience = Timeout.of(timeout);
        CloseableHttpAsyncClient client = HttpAsyncClients.custom()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setTlsStrategy(ClientTlsStrategyBuilder.create()
                                .setSslContext(trust)
                                .setHostVerificationPolicy(HostnameVerificationPolicy.BUILTIN)
                                .buildAsync())
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .setHandshakeTimeout(patience)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(patience)
                                .setSocketTimeout(patience)
                                .build())
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .build())
                .setIOReactorConfig(
                        IOReactorConfig.custom().setIoThreadCount(THREADS).build())
                .setIoReactorExceptionCallback(ended -> LOG.debug("the callbacks' client ends", ended))
                .setThreadFactory(new DefaultThreadFactory("callbacks", true))
                .setUserAgent("kzpay-sandbox")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        client.start();
        return client;
    }
}
