package kz.paysandbox.gateway.boot.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import kz.paysandbox.adapters.Setting;
import kz.paysandbox.gateway.boot.GatewaySetting;
import kz.paysandbox.gateway.boot.GatewaySettings;
import picocli.CommandLine.Option;

/** The options that are settings, and are common to all commands. */
final class SettingOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The sandbox that stands for both banks, unless the settings name others; default .sandbox.")
    @SuppressWarnings("NullAway.Init")
    private Optional<String> home;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The gateway's folder: database, its key, admin token; default .gateway.")
    @SuppressWarnings("NullAway.Init")
    private Optional<String> data;

    /** What is set, by the command line, the program's properties, the environment and the file. */
    GatewaySettings read() {
        return read(Map.of());
    }

    GatewaySettings read(Map<String, String> more) {
        Map<String, String> options = new LinkedHashMap<>(more);
        home.ifPresent(folder -> options.put(Setting.EMULATOR_HOME.property(), folder));
        data.ifPresent(folder -> options.put(GatewaySetting.DATA.property(), folder));
        Properties own = System.getProperties();
        return GatewaySettings.read(
                options,
                own.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, own::getProperty)),
                System.getenv());
    }
}
