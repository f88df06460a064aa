package kz.paysandbox.adapters;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.EpaySettings;
import kz.paysandbox.adapters.kaspi.KaspiR1;
import kz.paysandbox.adapters.kaspi.KaspiR2;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.KaspiSettings;
import kz.paysandbox.adapters.money.Reconciliation;
import kz.paysandbox.adapters.tls.Identity;
import kz.paysandbox.adapters.tls.TlsContext;
import kz.paysandbox.adapters.tls.Trust;
import kz.paysandbox.adapters.transport.Background;
import kz.paysandbox.adapters.transport.DaemonThreads;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.RetryingTransport;
import kz.paysandbox.adapters.transport.Transport;

/**
 * The maker of the clients that the settings describe: the same program pays in the sandbox and at the bank. Make each
 * client once and keep it.
 *
 * @param settings what {@code kzpay.backend} and the others say
 * @param http timeouts, limits, repeats, listener
 * @param parts what the program brings itself
 */
public record Kzpay(Settings settings, HttpSettings http, Parts parts) {
    /**
     * What the program brings itself.
     *
     * @param transport the way out instead of the network, if any
     * @param reconciliation how lost answers about money are looked into, made of the usual way
     * @param background where futures and polls run, made for each client
     */
    public record Parts(
            Optional<Transport> transport,
            UnaryOperator<Reconciliation> reconciliation,
            Supplier<Background> background) {
        static final Parts USUAL =
                new Parts(Optional.empty(), UnaryOperator.identity(), () -> DaemonThreads.of("kzpay"));
    }

    /** With the usual parts and timeouts. */
    public static Kzpay of(Settings settings) {
        return builder().settings(settings).build();
    }

    /** Reaches everything that can be chosen; what is not chosen is as usual. */
    public static KzpayBuilder builder() {
        return new KzpayBuilder();
    }

    /** With changed timeouts, limits, repeats or listener. */
    public Kzpay with(UnaryOperator<HttpSettings> change) {
        return new Kzpay(settings, change.apply(http), parts);
    }

    /** A client of Kaspi's scheme r1. */
    public KaspiR1 kaspiR1() {
        KaspiPlan plan = KaspiPlan.of(settings, "r1");
        return KaspiR1.of(kaspi(plan), plan.apiKey().orElseThrow(() -> Settings.missing(Setting.KASPI_API_KEY)));
    }

    /** A client of Kaspi's scheme r2. */
    public KaspiR2 kaspiR2() {
        return KaspiR2.of(kaspi(KaspiPlan.of(settings, "r2")));
    }

    /** A client of Kaspi's scheme r3. */
    public KaspiR3 kaspiR3() {
        return KaspiR3.of(kaspi(KaspiPlan.of(settings, "r3")));
    }

    /** A client of Halyk ePay. */
    public EpayClient epay() {
        EpayPlan plan = EpayPlan.of(settings);
        List<URI> bases =
                List.of(plan.hosts().oauth(), plan.hosts().api(), plan.hosts().widget());
        EpaySettings usual = EpaySettings.over(
                plan.hosts(),
                plan.credentials(),
                headed(),
                transport(plan.backend(), bases, plan.trust(), Identity.none()));
        return EpayClient.of(usual.withReconciliation(reconciliation(usual.reconciliation()))
                .withBackground(parts.background().get()));
    }

    private KaspiSettings kaspi(KaspiPlan plan) {
        KaspiSettings usual = KaspiSettings.over(
                plan.base(), headed(), transport(plan.backend(), List.of(plan.base()), plan.trust(), plan.identity()));
        KaspiSettings made = usual.withReconciliation(reconciliation(usual.reconciliation()))
                .withBackground(parts.background().get());
        return plan.backend() == Backend.PRODUCTION ? made : made.withTestHooks();
    }

    /** The settings' promises first, so that the program sees and can change them. */
    private Reconciliation reconciliation(Reconciliation usual) {
        return parts.reconciliation().apply(BackendChoice.reconciliation(settings, usual));
    }

    private HttpSettings headed() {
        return http.withHeaders(BackendChoice.sandboxHeaders(settings));
    }

    private RetryingTransport transport(Backend backend, List<URI> bases, Trust trust, Identity identity) {
        if (backend == Backend.PRODUCTION) {
            ProductionGuard.check(
                    bases, trust, identity, BackendChoice.home(settings), BackendChoice.sandboxHeaders(settings));
        }
        return parts.transport()
                .map(http::over)
                .orElseGet(() -> http.connect(
                        TlsContext.of(identity, trust, http.surroundings().clock())));
    }
}
