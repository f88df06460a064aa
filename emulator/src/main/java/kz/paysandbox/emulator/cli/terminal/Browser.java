package kz.paysandbox.emulator.cli.terminal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser of the person at this machine.
 *
 * @param command that opens an address, which is its last word; empty where nobody looks at a screen
 */
public record Browser(Optional<List<String>> command) {

    public static Browser ofThisMachine() {
        return of(System.getProperty("os.name", ""), System.getenv());
    }

    /**
     * The one of a system: of Unix where there is a display, or that the variable {@code BROWSER} names.
     *
     * @param system as the property {@code os.name} has it
     */
    static Browser of(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new Browser(Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler")));
        }
        if (name.startsWith("mac")) {
            return new Browser(Optional.of(List.of("open")));
        }
        return new Browser(variable(environment, "BROWSER")
                .or(() -> variable(environment, "DISPLAY").map(display -> "xdg-open"))
                .or(() -> variable(environment, "WAYLAND_DISPLAY").map(display -> "xdg-open"))
                .map(List::of));
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** Opens an address, and does not wait for it; false where there is no browser. */
    public boolean open(String address) {
        if (command.isEmpty()) {
            return false;
        }
        try {
            new ProcessBuilder(Stream.concat(command.get().stream(), Stream.of(address))
                            .toList())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException none) {
            return false;
        }
    }
}
