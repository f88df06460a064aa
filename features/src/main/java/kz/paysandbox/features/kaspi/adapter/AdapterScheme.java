package kz.paysandbox.features.kaspi.adapter;

import kz.paysandbox.adapters.kaspi.KaspiScheme;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.kaspi.driver.Hook;
import kz.paysandbox.features.kaspi.driver.Kaspi;
import kz.paysandbox.features.kaspi.driver.Overview;

/** What all schemes have, through their adapters. */
abstract class AdapterScheme<C extends KaspiScheme> implements Kaspi {

    /** The scheme's client. */
    protected final C client;

    AdapterScheme(C client) {
        this.client = client;
    }

    @Override
    public Answer<Boolean> ping() {
        return KaspiAnswers.nothing(client::ping);
    }

    @Override
    public Answer<String> status(long payment) {
        return KaspiAnswers.about(() -> client.status(payment).raw());
    }

    @Override
    public Answer<Overview> overview(long payment) {
        return KaspiAnswers.about(() -> KaspiReadings.overview(client.view(payment)));
    }

    @Override
    public Answer<Boolean> play(Hook hook, long payment) {
        return KaspiReadings.play(client.testHooks(), hook, payment);
    }
}
