package kz.paysandbox.emulator.cli.terminal;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The home of a sandbox, for commands that look for one. */
public final class HomeFolder {

    private HomeFolder() {}

    /**
     * By flag, else by variable, else the usual one.
     *
     * @param flag what was given on the command line
     */
    public static Path of(@Nullable String flag, Map<String, String> environment) {
        return Path.of(flag == null ? environment.getOrDefault("SANDBOX_HOME", ".sandbox") : flag);
    }
}
