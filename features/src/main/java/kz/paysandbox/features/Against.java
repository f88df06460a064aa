package kz.paysandbox.features;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kz.paysandbox.features.adapter.AdapterDriver;
import kz.paysandbox.features.chance.Chance;
import kz.paysandbox.features.merchant.ShopServer;
import kz.paysandbox.features.raw.RawDriver;
import kz.paysandbox.features.targets.Driver;
import kz.paysandbox.features.targets.Setup;
import picocli.CommandLine.Option;

/** Whom the suite is run against, and through what. */
final class Against {

    @Option(
            names = "--target",
            description = "emulator (in this process), sandbox, custom, kaspi-test, epay-test (${DEFAULT-VALUE}).",
            defaultValue = "emulator")
    private String target = "emulator";

    @Option(names = "--driver", description = "raw or adapter (${DEFAULT-VALUE}).", defaultValue = "raw")
    private String driver = "raw";

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Properties with URLs and credentials; the environment has them too.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One setting, above file and environment.")
    private Map<String, String> set = new LinkedHashMap<>();

    String target() {
        return target.toLowerCase(Locale.ROOT);
    }

    Driver driver(Chance chance) {
        return switch (driver.toLowerCase(Locale.ROOT)) {
            case "raw" -> RawDriver.direct(chance);
            case "adapter" -> new AdapterDriver(chance);
            default -> throw new IllegalArgumentException("--driver is raw or adapter, not " + driver);
        };
    }

    /** Drawn anew for each run where its traces stay, and from the seed where they do not. */
    Chance chance(long seed) {
        return Chance.of(target().equals("emulator") ? new Random(seed) : new SecureRandom());
    }

    /** Where the bank's callbacks arrive. */
    ShopServer shops(Setup settings) {
        return settings.find("MERCHANT_URL")
                .map(URI::create)
                .map(outside -> ShopServer.reachedAt(outside, settings.port("MERCHANT_PORT")))
                .orElseGet(ShopServer::local);
    }

    Setup settings() {
        return Setup.read(System.getenv(), file, set);
    }
}
