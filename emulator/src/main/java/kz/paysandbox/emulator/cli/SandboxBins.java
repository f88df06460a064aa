package kz.paysandbox.emulator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.paysandbox.certs.command.KnownBins;
import kz.paysandbox.emulator.kaspi.KaspiSettings;

/** The organisations of the running sandbox's world; where none runs, those that every world begins with. */
final class SandboxBins implements KnownBins {

    private final Map<String, String> environment;

    SandboxBins(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public List<String> of(Path home, String world) {
        Stream<String> running = RunningWorld.of(home, world, environment)
                .map(shown -> shown.path("kaspi").path("organizations").findValues("bin"))
                .stream()
                .flatMap(List::stream)
                .map(JsonNode::asText);
        Stream<String> set = KaspiSettings.bins(new SettingsOptions().read(environment)).stream();
        return Stream.concat(running, set).distinct().toList();
    }
}
