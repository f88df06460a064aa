package kz.paysandbox.features;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import kz.paysandbox.features.bank.Settings;
import kz.paysandbox.features.bank.SuiteBanks;
import kz.paysandbox.features.driver.Driver;
import kz.paysandbox.features.merchant.ShopServer;
import kz.paysandbox.features.random.Randomness;
import picocli.CommandLine.Option;

/** Whom the suite is run against, and through what. */
final class TargetOptions {

    /** The names of targets, for help and completion. */
    static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Stream.concat(Stream.of("emulator", "sandbox", "custom"), Banks.all().standNames().stream())
                    .iterator();
        }
    }

    @Option(
            names = "--target",
            description = "One of ${COMPLETION-CANDIDATES}; emulator runs in this process (${DEFAULT-VALUE}).",
            completionCandidates = Names.class,
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

    Driver driver(SuiteBanks banks, Randomness random) {
        return switch (driver.toLowerCase(Locale.ROOT)) {
            case "raw" -> Driver.raw(banks, random);
            case "adapter" -> Driver.adapter(banks, random);
            default -> throw new IllegalArgumentException("--driver is raw or adapter, not " + driver);
        };
    }

    /** Drawn anew for each run where its traces stay, and from the seed where they do not. */
    Randomness random(long seed) {
        return Randomness.of(target().equals("emulator") ? new Random(seed) : new SecureRandom());
    }

    /** Where the bank's callbacks arrive. */
    ShopServer shops(Settings settings) {
        return settings.find("MERCHANT_URL")
                .map(URI::create)
                .map(outside -> ShopServer.reachedAt(outside, settings.port("MERCHANT_PORT")))
                .orElseGet(ShopServer::local);
    }

    Settings settings() {
        return Settings.read(System.getenv(), file, set);
    }
}
