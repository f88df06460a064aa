package kz.paysandbox.features;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.features.adapter.AdapterDriver;
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

    Driver driver() {
        return switch (driver.toLowerCase(Locale.ROOT)) {
            case "raw" -> RawDriver.direct();
            case "adapter" -> new AdapterDriver();
            default -> throw new IllegalArgumentException("--driver is raw or adapter, not " + driver);
        };
    }

    Setup settings() {
        return Setup.read(System.getenv(), file, set);
    }
}
