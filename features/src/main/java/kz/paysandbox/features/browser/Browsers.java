package kz.paysandbox.features.browser;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.paysandbox.features.wire.JdkWire;
import kz.paysandbox.features.wire.Tls;
import kz.paysandbox.features.wire.Wire;

/** Gives each scenario's customer a browser; their connections are used again. Safe for parallel scenarios. */
public final class Browsers {

    private final Map<Optional<Path>, Wire> wires = new ConcurrentHashMap<>();

    /**
     * A browser.
     *
     * @param home where relative links begin
     * @param trust the PEM bundle that it trusts; empty for the authorities that Java trusts
     */
    public Browser at(URI home, Optional<Path> trust) {
        return new Browser(wires.computeIfAbsent(trust, used -> JdkWire.over(Tls.trusting(used))), home);
    }
}
