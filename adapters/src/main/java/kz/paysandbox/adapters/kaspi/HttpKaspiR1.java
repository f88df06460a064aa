package kz.paysandbox.adapters.kaspi;

import java.util.Map;
import kz.paysandbox.adapters.kaspi.payment.ApiKey;
import kz.paysandbox.adapters.transport.RequestOptions;

/** {@link KaspiR1} over HTTP. */
final class HttpKaspiR1 extends HttpSingleOrganisation implements KaspiR1 {
    private final ApiKey key;

    HttpKaspiR1(KaspiSettings settings, ApiKey key) {
        super(settings, "r1", Map.of("Api-Key", key.value()));
        this.key = key;
    }

    @Override
    public KaspiR1 with(RequestOptions options) {
        return new HttpKaspiR1(settings.with(options), key);
    }

    @Override
    public KaspiR1Async async() {
        return new KaspiR1Async(calls);
    }
}
