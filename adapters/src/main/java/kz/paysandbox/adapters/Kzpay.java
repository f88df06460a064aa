package kz.paysandbox.adapters;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.EpaySettings;
import kz.paysandbox.adapters.kaspi.KaspiR1;
import kz.paysandbox.adapters.kaspi.KaspiR2;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.KaspiSettings;
import kz.paysandbox.adapters.tls.Identity;
import kz.paysandbox.adapters.tls.TlsContext;
import kz.paysandbox.adapters.tls.Trust;
import kz.paysandbox.adapters.transport.ApiRequest;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.JdkTransport;
import kz.paysandbox.adapters.transport.RetryingTransport;
import kz.paysandbox.adapters.transport.Surroundings;
import kz.paysandbox.adapters.transport.Transport;

/**
 * Makes the clients that the settings describe: the same program pays in the sandbox and at the bank.
 *
 * @param settings what {@code kzpay.backend} and the others say
 * @param http timeouts, limits, repeats, listener
 */
public record Kzpay(Settings settings, HttpSettings http) {
    /** With the usual timeouts. */
    public static Kzpay of(Settings settings) {
        return new Kzpay(settings, HttpSettings.standard(Surroundings.system()));
    }

    /** With changed timeouts, limits, repeats or listener. */
    public Kzpay with(UnaryOperator<HttpSettings> change) {
        return new Kzpay(settings, change.apply(http));
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
        EpaySettings made = EpaySettings.over(
                plan.hosts(),
                plan.credentials(),
                http,
                transport(plan.backend(), bases, plan.trust(), Identity.none()));
        return EpayClient.of(made.withReconciliation(Choice.reconciliation(settings, made.reconciliation())));
    }

    private KaspiSettings kaspi(KaspiPlan plan) {
        KaspiSettings made = KaspiSettings.over(
                plan.base(), http, transport(plan.backend(), List.of(plan.base()), plan.trust(), plan.identity()));
        KaspiSettings promised = made.withReconciliation(Choice.reconciliation(settings, made.reconciliation()));
        return plan.backend() == Backend.PRODUCTION ? promised : promised.withTestHooks();
    }

    private RetryingTransport transport(Backend backend, List<URI> bases, Trust trust, Identity identity) {
        Map<String, String> headers = Choice.sandboxHeaders(settings);
        if (backend == Backend.PRODUCTION) {
            ProductionGuard.check(bases, trust, identity, Choice.home(settings), headers);
        }
        Transport bottom = JdkTransport.of(
                TlsContext.of(identity, trust, http.surroundings().clock()), http);
        return http.over(headers.isEmpty() ? bottom : request -> bottom.send(withHeaders(request, headers)));
    }

    private static ApiRequest withHeaders(ApiRequest request, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(request.headers());
        all.putAll(more);
        return new ApiRequest(
                request.operation(),
                request.requestId(),
                request.method(),
                request.uri(),
                all,
                request.body(),
                request.deadline(),
                request.repeat());
    }
}
