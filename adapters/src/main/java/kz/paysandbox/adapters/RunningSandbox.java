package kz.paysandbox.adapters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A sandbox as its home folder describes it: the ports it listens on and the certificates it made. */
record RunningSandbox(Path home, JsonNode ports) {
    static RunningSandbox at(Path home) {
        Path file = home.resolve("ports.json");
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(file + " is not there: start the sandbox with './sandbox up', or set "
                    + Setting.EMULATOR_HOME.property() + " to its home folder");
        }
        try {
            return new RunningSandbox(home, new JsonMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new IllegalStateException(file + ": not the sandbox's list of ports", e);
        }
    }

    URI listener(String name) {
        JsonNode port = ports.path(name);
        if (!port.canConvertToInt()) {
            throw new IllegalStateException("the running sandbox has no listener " + name);
        }
        return URI.create("https://localhost:" + port.intValue());
    }

    Path pki(String file) {
        return home.resolve("pki").resolve(file);
    }
}
