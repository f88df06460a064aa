package kz.paysandbox.junit.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.paysandbox.junit.json.Json;

/**
 * Where a running sandbox is.
 *
 * @param host of its banks' listeners, as a URL spells it
 * @param ports by the listeners' public names
 * @param control the control surface, up to and with {@code /__sandbox}
 * @param token what the control surface demands, where it does
 * @param authorities a PEM file with the certificates to trust
 * @param files a folder of the user's own, for files of worlds
 */
public record SandboxAddress(
        String host, Map<String, Integer> ports, URI control, Optional<String> token, Path authorities, Path files) {

    /** Copies the ports. */
    public SandboxAddress {
        ports = Map.copyOf(ports);
    }

    /**
     * Reads the listeners' ports.
     *
     * @throws IllegalArgumentException where one is no number of a port
     */
    static Map<String, Integer> ports(Json written) {
        Map<String, Integer> ports = new TreeMap<>();
        written.members().forEach((name, port) -> ports.put(name, port(port)));
        return ports;
    }

    /** As {@link #ports}, of one listener. */
    static int port(Json written) {
        try {
            return Math.toIntExact(written.number(0));
        } catch (ArithmeticException foreign) {
            throw new IllegalArgumentException("not the number of a port", foreign);
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "SandboxAddress[" + control + "]";
    }
}
