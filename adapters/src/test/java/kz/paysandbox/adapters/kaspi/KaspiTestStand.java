package kz.paysandbox.adapters.kaspi;

import java.net.URI;
import kz.paysandbox.adapters.kaspi.payment.ApiKey;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.ScriptedBank;
import kz.paysandbox.adapters.transport.TestSurroundings;

/** Clients of all three schemes over a scripted bank, in time that a test moves. */
final class KaspiTestStand {
    static final Bin BIN = Bin.of("180340021791");
    static final DeviceToken DEVICE = DeviceToken.of("2be4cc91-5895-48f8-8bc2-86c7bd419b3b");
    static final Order ORDER = Order.of(DEVICE, Tenge.of(200), "15");

    final TestSurroundings time = TestSurroundings.create();
    final ScriptedBank bank = new ScriptedBank();
    final ManualBackground background = new ManualBackground(time);
    final KaspiSettings settings = settings();
    final KaspiR1 r1 = KaspiR1.of(settings, ApiKey.of("test_sandbox"));
    final KaspiR2 r2 = KaspiR2.of(settings);
    final KaspiR3 r3 = KaspiR3.of(settings);
    final KaspiR3 sole =
            KaspiR3.of(settings.withReconciliation(settings.reconciliation().assuming(Assumption.SOLE_OPERATOR)));

    private KaspiSettings settings() {
        HttpSettings http = HttpSettings.standard(time.surroundings());
        return KaspiSettings.over(URI.create("https://bank.example:8545"), http, http.over(bank))
                .withBackground(background);
    }

    /** What an answer says that was seen; empty for one that is applied. */
    static String finding(MoneyAnswer<?> answer) {
        return answer.fold(yes -> "", no -> no.finding(), unknown -> unknown.finding());
    }
}
