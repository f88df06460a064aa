package kz.paysandbox.emulator.cli.terminal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.client.SandboxRefusal;

/**
 * The ports of the sandbox that runs in a home folder, or that left its file there.
 *
 * @param file which says so
 * @param ports by listener
 */
public record HomePorts(Path file, Map<String, Integer> ports) {

    private static final TypeReference<Map<String, Integer>> PORTS = new TypeReference<>() {};

    private static final int UNUSABLE = 500;

    /**
     * Those of a home.
     *
     * @return empty where no sandbox has left its file
     * @throws SandboxRefusal where the file cannot be read
     */
    public static Optional<HomePorts> of(Path home) {
        Path file = home.resolve("ports.json");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new HomePorts(file, new ObjectMapper().readValue(file.toFile(), PORTS)));
        } catch (IOException unreadable) {
            throw new SandboxRefusal(UNUSABLE, file + " cannot be read; start the sandbox again");
        }
    }

    /** The control surface's; 0 where the file names none. */
    public int control() {
        return ports.getOrDefault("control", 0);
    }
}
