package kz.paysandbox.emulator.scenario;

import kz.paysandbox.emulator.boot.Banks;
import kz.paysandbox.emulator.control.BankFaultRules;

/** What is known of the banks of the list, for tests of scenarios. */
public final class OwnBanks {

    public static final FaultRules RULES = new BankFaultRules(Banks.ALL);
    public static final ScenarioCatalogue CATALOGUE = new ScenarioCatalogue(RULES);

    private OwnBanks() {}
}
