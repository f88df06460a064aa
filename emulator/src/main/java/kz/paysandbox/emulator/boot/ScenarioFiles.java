package kz.paysandbox.emulator.boot;

import java.nio.file.Path;
import java.util.List;
import kz.paysandbox.emulator.control.BankTableFacts;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.http.bank.BankModule;
import kz.paysandbox.emulator.scenario.ScenarioCatalogue;
import kz.paysandbox.emulator.scenario.ScenarioSource;
import kz.paysandbox.emulator.scenario.ScenarioText;

/** Scenarios held against the banks' tables, without a running sandbox. */
public final class ScenarioFiles {

    private final BankTableFacts faults;
    private final ScenarioCatalogue catalogue = catalogue();

    public ScenarioFiles(List<BankModule> banks) {
        this.faults = new BankTableFacts(banks);
    }

    /** The catalogue, which is about the banks of the list whatever banks a server has. */
    static ScenarioCatalogue catalogue() {
        return new ScenarioCatalogue(new BankTableFacts(Banks.ALL));
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
