package kz.paysandbox.emulator;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.control.FaultDrafts;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.WorldLimits;
import kz.paysandbox.emulator.epay.EpayConfig;
import kz.paysandbox.emulator.epay.EpayDesk;
import kz.paysandbox.emulator.kaspi.KaspiDesk;
import kz.paysandbox.emulator.scenario.FaultRules;
import kz.paysandbox.emulator.scenario.ScenarioSource;
import kz.paysandbox.emulator.scenario.ScenarioText;

/** Scenarios held against the banks' tables, without a running sandbox. */
public final class ScenarioFiles {

    private ScenarioFiles() {}

    /** By a name of the catalogue or a file; or what is wrong in one text that is ready to be printed. */
    public static Outcome<ScenarioText, String> read(String nameOrFile) {
        return ScenarioSource.read(nameOrFile, rules());
    }

    /** The scenario in a file; problems begin with the file's name, as compilers print them. */
    public static Outcome<ScenarioText, String> file(Path file) {
        return ScenarioSource.file(file, rules());
    }

    private static FaultRules rules() {
        EmulatorConfig config = EmulatorConfig.embedded(Path.of("."), Map.of());
        EpayConfig epay = EpayConfig.from(config.settings(), config.level(), new WorldLimits(1, 1, 1, 1));
        return new FaultDrafts(List.of(new KaspiDesk(), new EpayDesk(epay)));
    }
}
