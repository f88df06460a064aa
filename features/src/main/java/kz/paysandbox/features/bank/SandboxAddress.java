package kz.paysandbox.features.bank;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a sandbox is.
 *
 * @param host under which the banks' listeners are called
 * @param ports by the listeners' public names
 * @param trust the PEM bundle of the sandbox's authorities
 */
public record SandboxAddress(String host, Map<String, Integer> ports, Path trust) {

    public SandboxAddress {
        ports = Map.copyOf(ports);
    }

    /**
     * Scheme, host and port of a bank's listener.
     *
     * @throws IllegalStateException where the sandbox has none of that name
     */
    public URI listener(String name) {
        return URI.create("https://" + host + ":" + port(name));
    }

    /** The control surface, always on the loopback. */
    public URI control() {
        return URI.create("http://127.0.0.1:" + port("control"));
    }

    private int port(String name) {
        return Optional.ofNullable(ports.get(name))
                .orElseThrow(() -> new IllegalStateException("the sandbox has no listener " + name));
    }
}
