package kz.paysandbox.emulator.cli.start;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.scenario.ScenarioNames;
import kz.paysandbox.emulator.cli.terminal.HomeFolder;
import kz.paysandbox.emulator.cli.terminal.SettingsException;
import kz.paysandbox.emulator.cli.terminal.SettingsFile;
import kz.paysandbox.emulator.core.settings.Settings;
import kz.paysandbox.emulator.core.settings.Suggestion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that commands share: each stands for a setting, and has a variable SANDBOX_… of that setting's name. */
public final class SettingsOptions {

    @Option(names = "--home", paramLabel = "DIR", description = "Folder of pki/ and ports.json. Default: .sandbox")
    private @Nullable String home;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings file. Default: sandbox.yaml, where there is one")
    private @Nullable String config;

    @Option(
            names = "--port",
            paramLabel = "NAME=N",
            completionCandidates = ListenerNames.class,
            description = "Port of a listener (${COMPLETION-CANDIDATES}); 0 for any free one")
    private Map<String, String> ports = new LinkedHashMap<>();

    @Option(names = "--ephemeral", description = "Any free port for every listener")
    private boolean ephemeral;

    @Option(
            names = "--ports-file",
            paramLabel = "FILE",
            description = "Write the ports here too, as JSON, once all can answer")
    private @Nullable String portsFile;

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = "Where worlds are kept: file (default) for worlds/ in the home, memory, or"
                    + " jdbc:postgresql://HOST/NAME for a database that several sandboxes share")
    private @Nullable String store;

    @Option(names = "--fresh", description = "Begin with new worlds; kept ones are put aside")
    private boolean fresh;

    @Option(names = "--seed", paramLabel = "N", description = "What ids, tokens and faults follow. Default: 1")
    private @Nullable String seed;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Address to listen on; 0.0.0.0 for all. Default: localhost (127.0.0.1 and ::1)")
    private @Nullable String bind;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "Name or address by which other machines call this one, for the server's certificate;"
                    + " repeat it for several")
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--control-token-file",
            paramLabel = "FILE",
            description = "Its first line is the control surface's token beyond the loopback; made where it is"
                    + " absent. Default: control.token in the home")
    private @Nullable String tokenFile;

    @Option(names = "--level", paramLabel = "LEVEL", description = "lenient, documented (default) or strict")
    private @Nullable String level;

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            completionCandidates = ScenarioNames.class,
            description = "Begin with a scenario; sandbox scenario list shows the catalogue")
    private @Nullable String scenario;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Any setting; GET /__sandbox/config lists them")
    private Map<String, String> set = new LinkedHashMap<>();

    /** What is in force: flags before {@code environment} before file before defaults. */
    public Settings read(Map<String, String> environment) {
        Map<String, String> flags = new LinkedHashMap<>(set);
        put(flags, "home", home);
        put(flags, "config", config);
        put(flags, "ports-file", portsFile);
        put(flags, "seed", seed);
        put(flags, "store", store);
        put(flags, "bind", bind);
        put(flags, "level", level);
        put(flags, "control.token-file", tokenFile);
        if (!hosts.isEmpty()) {
            flags.put("hosts", String.join(",", hosts));
        }
        put(flags, "scenario", scenario);
        if (fresh) {
            flags.put("fresh", "true");
        }
        if (ephemeral) {
            flags.put("ephemeral", "true");
        }
        ports.forEach((listener, port) -> flags.put(portKey(listener), port));
        return EmulatorConfig.read(
                        flags,
                        environment,
                        HomeFolder.file(Optional.ofNullable(flags.get("config")), environment)
                                .map(SettingsFile::read)
                                .orElse(Map.of()))
                .fold(given -> given, problem -> {
                    throw new SettingsException(problem);
                });
    }

    /** The names that a port can be given for. */
    static final class ListenerNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return EmulatorConfig.listeners(EmulatorConfig.ownBanks()).iterator();
        }
    }

    private static String portKey(String listener) {
        List<String> known = EmulatorConfig.listeners(EmulatorConfig.ownBanks());
        if (known.contains(listener)) {
            return "port." + listener;
        }
        throw new SettingsException("--port " + listener + ": no such listener"
                + Suggestion.of(listener, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; there are " + String.join(", ", known)));
    }

    private static void put(Map<String, String> flags, String key, @Nullable String value) {
        if (value != null) {
            flags.put(key, value);
        }
    }
}
