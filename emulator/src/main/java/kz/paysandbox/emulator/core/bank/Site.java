package kz.paysandbox.emulator.core.bank;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.emulator.core.settings.Settings;

/**
 * The site of a sandbox, for what applications are told of it.
 *
 * @param host reaches the listeners from this machine, as a URL spells it
 * @param ports by the listeners' names
 * @param pki the folder of certificates and keys
 * @param described a text member of the bank's part of the world, by its key; empty where no sandbox runs
 */
public record Site(
        Settings settings,
        String host,
        Map<String, Integer> ports,
        Path pki,
        Function<String, Optional<String>> described) {

    public Site {
        ports = Map.copyOf(ports);
        pki = pki.toAbsolutePath().normalize();
    }

    /** Scheme, host and port of a listener. */
    public String url(String listener) {
        return "https://" + host + ":" + ports.get(listener);
    }

    /** The path of a file in the folder of certificates and keys. */
    public String file(String name) {
        return pki.resolve(name).toString();
    }
}
