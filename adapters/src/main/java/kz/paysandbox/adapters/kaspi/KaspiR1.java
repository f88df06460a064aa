package kz.paysandbox.adapters.kaspi;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import kz.paysandbox.adapters.transport.RequestOptions;

/**
 * Kaspi Pay, scheme r1 (light access, chapter 2): an Api-Key, payments by QR and link. Refunds are made in the cashier's
 * app, not by the API (2.4). Safe for any number of threads; make one and keep it.
 */
public final class KaspiR1 extends SingleOrganisation {
    private final ApiKey key;

    private KaspiR1(KaspiSettings settings, ApiKey key) {
        super(settings, "r1", Map.of("Api-Key", key.value()));
        this.key = key;
    }

    /** A client that shows this key ({@code Api-Key}). */
    public static KaspiR1 of(KaspiSettings settings, ApiKey key) {
        return new KaspiR1(settings, key);
    }

    /**
     * The same client for calls with wishes of their own: {@code client.with(options).status(id)}. Connections and turns
     * at payments are shared, so it is cheap, and closing either closes both.
     */
    public KaspiR1 with(RequestOptions options) {
        return new KaspiR1(settings.with(options), key);
    }

    /**
     * Makes any call of this client a future: {@code client.async(c -> c.status(id))}.
     *
     * @return completes with the call's answer or its failure; cancelling it interrupts the call
     */
    public <T> CompletableFuture<T> async(Function<KaspiR1, T> call) {
        return later(() -> call.apply(this));
    }
}
