package kz.paysandbox.adapters.kaspi;

import kz.paysandbox.adapters.kaspi.payment.ApiKey;
import kz.paysandbox.adapters.transport.RequestOptions;

/**
 * Kaspi Pay, scheme r1 (light access, chapter 2): an Api-Key, payments by QR and link. Refunds are made in the cashier's
 * app, not by the API (2.4). Safe for any number of threads; make one and keep it.
 */
public interface KaspiR1 extends SingleOrganisation {
    /** A client that shows this key ({@code Api-Key}). */
    static KaspiR1 of(KaspiSettings settings, ApiKey key) {
        return new HttpKaspiR1(settings, key);
    }

    /**
     * The same client for calls with wishes of their own: {@code client.with(options).status(id)}. Connections and turns
     * at payments are shared, so it is cheap, and closing either closes both.
     */
    KaspiR1 with(RequestOptions options);

    /**
     * The same calls as futures that hold no thread while they wait.
     *
     * @return shares connections, turns and settings with this client
     */
    KaspiR1Async async();
}
