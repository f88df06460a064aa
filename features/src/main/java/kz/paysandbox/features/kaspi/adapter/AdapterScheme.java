package kz.paysandbox.features.kaspi.adapter;

import kz.paysandbox.adapters.kaspi.KaspiScheme;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.kaspi.driver.ExtendedStatus;
import kz.paysandbox.features.kaspi.driver.Kaspi;
import kz.paysandbox.features.kaspi.driver.TestHook;

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
    public Answer<ExtendedStatus> overview(long payment) {
        return KaspiAnswers.about(() -> KaspiMapping.overview(client.view(payment)));
    }

    @Override
    public Answer<Boolean> play(TestHook hook, long payment) {
        return KaspiMapping.play(client.testHooks(), hook, payment);
    }
}
