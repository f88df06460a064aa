package kz.paysandbox.emulator.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import kz.paysandbox.certs.store.FileProblems;
import kz.paysandbox.certs.store.SafeFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that tells other processes which ports are in use: written by rename, so it is whole whenever it is there.
 */
final class PortsFile {

    private static final Logger LOG = LoggerFactory.getLogger(PortsFile.class);

    private PortsFile() {}

    /**
     * Writes {@code ports.json} in the home folder, and the file that the settings name.
     *
     * @return the ports
     * @throws UncheckedIOException where a file cannot be written
     */
    static Map<String, Integer> write(Map<String, Integer> ports, ServerConfig config) {
        String json = json(ports);
        write(json, config.home().resolve("ports.json"));
        if (!config.settings().text("ports-file").isEmpty()) {
            write(json, Path.of(config.settings().text("ports-file")));
        }
        return ports;
    }

    /** Takes both files away again, unless another sandbox has written its own since. */
    static void remove(Map<String, Integer> ports, ServerConfig config) {
        remove(json(ports), config.home().resolve("ports.json"));
        if (!config.settings().text("ports-file").isEmpty()) {
            remove(json(ports), Path.of(config.settings().text("ports-file")));
        }
    }

    private static void remove(String json, Path file) {
        try {
            if (Files.exists(file) && Files.readString(file).equals(json)) {
                Files.delete(file);
            }
        } catch (IOException gone) {
            LOG.debug("{} could not be removed", file, gone);
        }
    }

    private static String json(Map<String, Integer> ports) {
        return ports.entrySet().stream()
                .map(port -> "\"" + port.getKey() + "\":" + port.getValue())
                .collect(Collectors.joining(",", "{", "}\n"));
    }

    private static void write(String json, Path file) {
        try {
            SafeFiles.write(file, json, SafeFiles.Access.OWNER_ONLY);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + file + ": " + FileProblems.of(unwritable), unwritable);
        }
    }
}
