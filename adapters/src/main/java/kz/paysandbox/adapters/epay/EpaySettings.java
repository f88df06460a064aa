package kz.paysandbox.adapters.epay;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import kz.paysandbox.adapters.epay.payment.ClientCredentials;
import kz.paysandbox.adapters.money.Reconciliation;
import kz.paysandbox.adapters.transport.Background;
import kz.paysandbox.adapters.transport.BaseAddress;
import kz.paysandbox.adapters.transport.DaemonThreads;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.RequestOptions;
import kz.paysandbox.adapters.transport.RetryingTransport;
import kz.paysandbox.adapters.transport.WholeCall;

/**
 * The parts of an ePay client.
 *
 * @param hosts where the bank is
 * @param credentials the shop's account
 * @param http timeouts, limits, repeats, listener
 * @param transport the way out, made of the http settings
 * @param reconciliation how a lost answer about money is looked into
 * @param background where futures run
 * @param refundRules what is checked before a refund
 * @param orderKey sent as externalID by refunds that name none
 */
public record EpaySettings(
        Hosts hosts,
        ClientCredentials credentials,
        HttpSettings http,
        RetryingTransport transport,
        Reconciliation reconciliation,
        Background background,
        RefundRules refundRules,
        Optional<String> orderKey) {
    /**
     * Where the bank is.
     *
     * @param oauth before {@code /oauth2/token}
     * @param api before {@code /payment/cryptopay}; the older hosts end in {@code /api}
     * @param widget the script {@code payment-api.js}
     */
    public record Hosts(URI oauth, URI api, URI widget) {
        /** Checks the addresses. */
        public Hosts {
            oauth = BaseAddress.parse("oauth", oauth.toString());
            api = BaseAddress.parse("api", api.toString());
            widget = BaseAddress.parse("widget", widget.toString());
        }
    }

    /** The usual parts over the JDK's client. */
    public static EpaySettings of(
            Hosts hosts, ClientCredentials credentials, HttpSettings http, Supplier<SSLContext> tls) {
        return over(hosts, credentials, http, http.connect(tls));
    }

    /** The usual parts over a given transport. */
    public static EpaySettings over(
            Hosts hosts, ClientCredentials credentials, HttpSettings http, RetryingTransport transport) {
        return new EpaySettings(
                hosts,
                credentials,
                http,
                transport,
                Reconciliation.of(http.surroundings().sleeper()),
                DaemonThreads.of("epay"),
                RefundRules.DOCUMENTED,
                Optional.empty());
    }

    /** With other rules for refunds. */
    public EpaySettings withRefundRules(RefundRules other) {
        return new EpaySettings(hosts, credentials, http, transport, reconciliation, background, other, orderKey);
    }

    /** With another way to look into lost answers. */
    public EpaySettings withReconciliation(Reconciliation other) {
        return new EpaySettings(hosts, credentials, http, transport, other, background, refundRules, orderKey);
    }

    /** With other threads, such as virtual ones. */
    public EpaySettings withBackground(Background other) {
        return new EpaySettings(hosts, credentials, http, transport, reconciliation, other, refundRules, orderKey);
    }

    /** With what is wished for one call; the way out, the threads and the turns at payments are shared. */
    public EpaySettings with(RequestOptions options) {
        return new EpaySettings(
                hosts,
                credentials,
                http.with(options),
                transport,
                reconciliation,
                background,
                refundRules,
                options.orderKey().or(this::orderKey));
    }

    /** For one operation, whose looks wait no longer than there is time. */
    EpaySettings within(WholeCall whole) {
        return withReconciliation(reconciliation.withSleeper(whole.limiting(reconciliation.sleeper())));
    }
}
