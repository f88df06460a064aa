package kz.paysandbox.features.kaspi.targets;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.paysandbox.features.bank.BankAccess;
import kz.paysandbox.features.bank.BankSite;
import kz.paysandbox.features.bank.Need;
import kz.paysandbox.features.bank.ProductionHosts;
import kz.paysandbox.features.bank.ScenarioNumbers;
import kz.paysandbox.features.bank.Settings;
import kz.paysandbox.features.kaspi.wire.Scheme;
import kz.paysandbox.features.wire.Pfx;

/**
 * Kaspi Pay as the settings describe it.
 *
 * @param bases scheme, host and port of each scheme
 * @param trust the PEM bundle of the bank's authorities
 */
public record KaspiAccess(Map<Scheme, URI> bases, Path trust, Identity identity, Settings settings)
        implements BankAccess {

    private static final String TEST_HOST = "https://mtokentest.kaspi.kz:";

    public KaspiAccess {
        bases = Map.copyOf(bases);
    }

    /**
     * The bank's test ports, unless the settings name others.
     *
     * @throws IllegalArgumentException where settings are missing, or name production
     */
    public static KaspiAccess test(Settings settings, ProductionHosts production) {
        Map<Scheme, URI> bases = new EnumMap<>(Scheme.class);
        for (Scheme scheme : Scheme.values()) {
            bases.put(scheme, URI.create(settings.find(key(scheme)).orElse(TEST_HOST + testPort(scheme))));
        }
        return of(bases, settings, production);
    }

    /**
     * By the settings' URLs.
     *
     * @return empty where the settings name no URL of Kaspi
     * @throws IllegalArgumentException where settings are missing, or name production
     */
    public static Optional<KaspiAccess> custom(Settings settings, ProductionHosts production) {
        if (Stream.of(Scheme.values())
                .allMatch(scheme -> settings.find(key(scheme)).isEmpty())) {
            return Optional.empty();
        }
        Map<Scheme, URI> bases = new EnumMap<>(Scheme.class);
        for (Scheme scheme : Scheme.values()) {
            bases.put(scheme, URI.create(settings.need(key(scheme))));
        }
        return Optional.of(of(bases, settings, production));
    }

    @Override
    public Set<Need> offers() {
        return Set.of();
    }

    @Override
    public BankSite open(ScenarioNumbers numbers) {
        return new KaspiStandSite(this, numbers.mark());
    }

    private static KaspiAccess of(Map<Scheme, URI> bases, Settings settings, ProductionHosts production) {
        bases.values().forEach(production::refuse);
        Optional<Pfx> held =
                settings.find("KASPI_PFX").map(file -> Pfx.read(Path.of(file), settings.need("KASPI_KEY_PASSWORD")));
        return new KaspiAccess(
                bases,
                Path.of(settings.need("KASPI_CA")),
                new Identity(settings.find("KASPI_API_KEY"), held),
                settings);
    }

    private static String key(Scheme scheme) {
        return "KASPI_" + scheme.name() + "_URL";
    }

    private static int testPort(Scheme scheme) {
        return switch (scheme) {
            case R1 -> 8543;
            case R2 -> 8544;
            case R3 -> 8545;
        };
    }
}
