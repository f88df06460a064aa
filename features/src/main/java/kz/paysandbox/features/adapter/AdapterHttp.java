package kz.paysandbox.features.adapter;

import java.time.Clock;
import java.time.Duration;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.RetryPolicy;
import kz.paysandbox.adapters.transport.Surroundings;
import kz.paysandbox.features.random.Randomness;

/** How the adapters call in this suite: without repeats and without waiting, so that each call is seen as it is. */
public final class AdapterHttp {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private AdapterHttp() {}

    /**
     * The settings of a client.
     *
     * @param random where request ids come from
     */
    public static HttpSettings settings(Randomness random) {
        return HttpSettings.standard(
                        new Surroundings(Clock.systemUTC(), System::nanoTime, duration -> {}, () -> 0.5, random::name))
                .withDeadline(DEADLINE)
                .withRetry(RetryPolicy.none());
    }
}
