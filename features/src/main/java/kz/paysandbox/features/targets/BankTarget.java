package kz.paysandbox.features.targets;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.paysandbox.features.driver.Scheme;
import kz.paysandbox.features.wire.Pfx;

/** A bank that is what it is: given URLs and credentials, no hand on its clock and its customers. */
public final class BankTarget implements Target {

    private static final String TEST_HOST = "https://mtokentest.kaspi.kz:";

    private final String name;
    private final Setup setup;
    private final Identity identity;

    private BankTarget(String name, Setup setup, Identity identity) {
        this.name = name;
        this.setup = setup;
        this.identity = identity;
    }

    /**
     * The target that the settings describe.
     *
     * @throws IllegalArgumentException where a URL is the bank's production, or the trust bundle is missing
     */
    public static BankTarget of(String name, Setup setup) {
        Optional<Pfx> held =
                setup.find("KASPI_PFX").map(file -> Pfx.read(Path.of(file), setup.need("KASPI_KEY_PASSWORD")));
        BankTarget target = new BankTarget(name, setup, new Identity(setup.find("KASPI_API_KEY"), held));
        target.trust();
        for (Scheme scheme : Scheme.values()) {
            refuseProduction(target.base(scheme));
        }
        return target;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Need> offers() {
        return EnumSet.of(Need.HOOKS, Need.WIRE);
    }

    @Override
    public Place open() {
        return new BankPlace(this, UUID.randomUUID().toString().substring(0, 8));
    }

    URI base(Scheme scheme) {
        String key = "KASPI_" + scheme.name() + "_URL";
        return URI.create(
                name.equals("kaspi-test") ? setup.find(key).orElse(TEST_HOST + testPort(scheme)) : setup.need(key));
    }

    Path trust() {
        return Path.of(setup.need("KASPI_CA"));
    }

    Identity identity() {
        return identity;
    }

    Setup setup() {
        return setup;
    }

    @Override
    public void close() {}

    private static int testPort(Scheme scheme) {
        return switch (scheme) {
            case R1 -> 8543;
            case R2 -> 8544;
            case R3 -> 8545;
        };
    }

    private static void refuseProduction(URI base) {
        String host = String.valueOf(base.getHost()).toLowerCase(Locale.ROOT);
        if (host.endsWith("kaspi.kz") && !host.contains("test")) {
            throw new IllegalArgumentException(
                    base + " is the bank's production; the suite moves money and is never run there");
        }
    }
}
