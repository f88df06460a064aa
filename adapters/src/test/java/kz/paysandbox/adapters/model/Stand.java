package kz.paysandbox.adapters.model;

import java.net.URI;
import java.util.Random;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.EpaySettings;
import kz.paysandbox.adapters.epay.payment.ClientCredentials;
import kz.paysandbox.adapters.kaspi.KaspiR1;
import kz.paysandbox.adapters.kaspi.KaspiR2;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.KaspiSettings;
import kz.paysandbox.adapters.kaspi.payment.ApiKey;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.Reconciliation;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.TestSurroundings;

/** Both model banks of one seed, and clients of them. */
final class Stand {
    final Random random;
    final boolean sole;
    final TestSurroundings time = TestSurroundings.create();
    final KaspiBooks kaspiBooks = new KaspiBooks();
    final EpayBooks epayBooks;
    final ModelBank kaspiBank;
    final ModelBank epayBank;
    private final Reconciliation reconciliation;

    /** Shops that promise to be alone, and are; or shops that promise nothing, and anybody works on their payments. */
    static Stand of(long seed, boolean sole) {
        return sole
                ? new Stand(seed, true, ModelBank.Weather.QUIET, Assumption.SOLE_OPERATOR)
                : new Stand(seed, false, ModelBank.Weather.ANYTHING);
    }

    /**
     * @param weather what the banks do
     * @param promised what the shops promise, be it true or not
     */
    Stand(long seed, boolean sole, ModelBank.Weather weather, Assumption... promised) {
        this.random = new Random(seed);
        this.sole = sole;
        this.epayBooks = new EpayBooks(new Random(seed + 1));
        this.kaspiBank = new ModelBank(kaspiBooks, time, new Random(seed + 2), weather);
        this.epayBank = new ModelBank(epayBooks, time, new Random(seed + 3), weather);
        this.reconciliation = Reconciliation.of(time.surroundings().sleeper()).assuming(promised);
    }

    KaspiR1 r1() {
        return KaspiR1.of(kaspi(), ApiKey.of("test_sandbox"));
    }

    KaspiR2 r2() {
        return KaspiR2.of(kaspi());
    }

    KaspiR3 r3() {
        return KaspiR3.of(kaspi());
    }

    EpayClient epay() {
        HttpSettings http = HttpSettings.standard(time.surroundings());
        URI host = URI.create("https://bank.example");
        return EpayClient.of(EpaySettings.over(
                        new EpaySettings.Hosts(host, host, host),
                        new ClientCredentials("test", "secret", "67e34d63-102f-4bd1-898e-370781d0074d"),
                        http,
                        http.over(epayBank))
                .withReconciliation(reconciliation));
    }

    private KaspiSettings kaspi() {
        HttpSettings http = HttpSettings.standard(time.surroundings());
        return KaspiSettings.over(URI.create("https://bank.example"), http, http.over(kaspiBank))
                .withReconciliation(reconciliation);
    }
}
