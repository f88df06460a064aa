package kz.paysandbox.emulator.cli.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.paysandbox.certs.command.KnownBins;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.terminal.RunningWorld;
import kz.paysandbox.emulator.core.settings.Settings;

/** The organisations of the running sandbox's world; where none runs, those that every world begins with. */
public final class SandboxBins implements KnownBins {

    private final Map<String, String> environment;

    public SandboxBins(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public List<String> of(Path home, String world) {
        Stream<String> running = RunningWorld.of(home, world, environment).stream()
                .flatMap(shown -> shown.findValues("organizations").stream())
                .flatMap(organizations -> organizations.findValuesAsText("bin").stream());
        Settings settings = new SettingsOptions().read(environment);
        Stream<String> set = EmulatorConfig.ownBanks().stream().flatMap(bank -> bank.bins(settings).stream());
        return Stream.concat(running, set).distinct().toList();
    }
}
