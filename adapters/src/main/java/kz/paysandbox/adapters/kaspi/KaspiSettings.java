package kz.paysandbox.adapters.kaspi;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import kz.paysandbox.adapters.money.Reconciliation;
import kz.paysandbox.adapters.transport.Background;
import kz.paysandbox.adapters.transport.BaseAddress;
import kz.paysandbox.adapters.transport.DaemonThreads;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.RequestOptions;
import kz.paysandbox.adapters.transport.RetryingTransport;
import kz.paysandbox.adapters.transport.WholeCall;

/**
 * The parts of a Kaspi client.
 *
 * @param base scheme, host and port, such as {@code https://mtokentest.kaspi.kz:8544}; the document's addresses, which go on
 *     with {@code /r2/v01}, are taken too
 * @param http timeouts, limits, repeats, listener
 * @param transport the way out, made of the http settings
 * @param reconciliation how a lost answer about money is looked into
 * @param background where futures and polls run
 * @param orderKey sent as ExternalId where a call names none
 * @param testHooks whether {@code test/payment/*} (5.2-5.5) may be called: never in production
 */
public record KaspiSettings(
        URI base,
        HttpSettings http,
        RetryingTransport transport,
        Reconciliation reconciliation,
        Background background,
        Optional<String> orderKey,
        boolean testHooks) {
    /** Checks the address. */
    public KaspiSettings {
        String given = BaseAddress.parse("base", base.toString()).toString();
        base = URI.create(given.replaceFirst("/r[123]/v0[12]$", ""));
    }

    /** The usual parts over the JDK's client; without test hooks. */
    public static KaspiSettings of(URI base, HttpSettings http, Supplier<SSLContext> tls) {
        return over(base, http, http.connect(tls));
    }

    /** The usual parts over a given transport; without test hooks. */
    public static KaspiSettings over(URI base, HttpSettings http, RetryingTransport transport) {
        return new KaspiSettings(
                base,
                http,
                transport,
                Reconciliation.of(http.surroundings().sleeper()),
                DaemonThreads.of("kaspi"),
                Optional.empty(),
                false);
    }

    /** With the hooks that play the customer, for test stands. */
    public KaspiSettings withTestHooks() {
        return new KaspiSettings(base, http, transport, reconciliation, background, orderKey, true);
    }

    /** With another way to look into lost answers. */
    public KaspiSettings withReconciliation(Reconciliation other) {
        return new KaspiSettings(base, http, transport, other, background, orderKey, testHooks);
    }

    /** With other threads, such as virtual ones. */
    public KaspiSettings withBackground(Background other) {
        return new KaspiSettings(base, http, transport, reconciliation, other, orderKey, testHooks);
    }

    /** With what is wished for one call; the way out, the threads and the turns at payments are shared. */
    public KaspiSettings with(RequestOptions options) {
        return new KaspiSettings(
                base,
                http.with(options),
                transport,
                reconciliation,
                background,
                options.orderKey().or(this::orderKey),
                testHooks);
    }

    /** For one operation, whose looks wait no longer than there is time. */
    KaspiSettings within(WholeCall whole) {
        return withReconciliation(reconciliation.withSleeper(whole.limiting(reconciliation.sleeper())));
    }
}
