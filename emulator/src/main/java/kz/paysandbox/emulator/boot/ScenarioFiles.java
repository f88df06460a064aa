package kz.paysandbox.emulator.boot;

import java.nio.file.Path;
import java.util.List;
import kz.paysandbox.emulator.control.BankFaultRules;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.bank.Bank;
import kz.paysandbox.emulator.scenario.ScenarioCatalogue;
import kz.paysandbox.emulator.scenario.ScenarioSource;
import kz.paysandbox.emulator.scenario.ScenarioText;

/** Scenarios held against the banks' tables, without a running sandbox. */
public final class ScenarioFiles {

    private final BankFaultRules faults;
    private final ScenarioCatalogue catalogue = catalogue();

    public ScenarioFiles(List<? extends Bank> banks) {
        this.faults = new BankFaultRules(banks);
    }

    /** The catalogue, which is about the banks of the list whatever banks a server has. */
    static ScenarioCatalogue catalogue() {
        return new ScenarioCatalogue(new BankFaultRules(Banks.ALL));
    }

    /** By a name of the catalogue or a file; or what is wrong in one text that is ready to be printed. */
    public Outcome<ScenarioText, String> read(String nameOrFile) {
        return ScenarioSource.read(nameOrFile, catalogue, faults);
    }

    /** The scenario in a file; problems begin with the file's name, as compilers print them. */
    public Outcome<ScenarioText, String> file(Path file) {
        return ScenarioSource.file(file, faults);
    }
}
