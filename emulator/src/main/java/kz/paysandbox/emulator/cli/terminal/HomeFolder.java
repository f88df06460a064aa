package kz.paysandbox.emulator.cli.terminal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The home of a sandbox, for commands that look for one: found as {@code up} finds it. */
public final class HomeFolder {

    /** The settings file where no other is named. */
    public static final String SETTINGS = "sandbox.yaml";

    private HomeFolder() {}

    /**
     * By flag, else by variable, else by the settings file, else the usual one.
     *
     * @param flag what was given on the command line
     * @throws SettingsException where the settings file is needed and cannot be used
     */
    public static Path of(@Nullable String flag, Map<String, String> environment) {
        return Path.of(Optional.ofNullable(flag)
                .or(() -> Optional.ofNullable(environment.get("SANDBOX_HOME")))
                .or(() -> file(Optional.empty(), environment)
                        .map(file -> SettingsFile.read(file).get("home")))
                .orElse(".sandbox"));
    }

    /** The settings file: by flag, else by variable, else the usual one where it is there. */
    public static Optional<Path> file(Optional<String> flag, Map<String, String> environment) {
        return flag.or(() -> Optional.ofNullable(environment.get("SANDBOX_CONFIG")))
                .map(Path::of)
                .or(() -> Optional.of(Path.of(SETTINGS)).filter(Files::exists));
    }
}
