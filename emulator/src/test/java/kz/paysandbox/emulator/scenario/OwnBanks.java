package kz.paysandbox.emulator.scenario;

import java.util.Map;
import kz.paysandbox.emulator.boot.Banks;
import kz.paysandbox.emulator.control.BankTableFacts;
import kz.paysandbox.emulator.core.desk.MerchantChange;
import kz.paysandbox.emulator.input.InputNode;
import kz.paysandbox.emulator.input.MerchantSwitches;
import kz.paysandbox.emulator.input.Mistakes;

/** What is known of the banks of the list, for tests of scenarios. */
public final class OwnBanks {

    public static final BankFacts RULES = new BankTableFacts(Banks.ALL);
    public static final ScenarioCatalogue CATALOGUE = new ScenarioCatalogue(RULES);

    private OwnBanks() {}

    /** A change of a trade point, as its bank reads it. */
    static MerchantChange tradePoint(Map<String, Object> switches) {
        return RULES.switches()
                .map(MerchantSwitches::tradePoint)
                .flatMap(shape -> shape.change(InputNode.of(switches), new Mistakes()))
                .orElseThrow();
    }
}
