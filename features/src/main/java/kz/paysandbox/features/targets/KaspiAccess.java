package kz.paysandbox.features.targets;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.features.driver.Scheme;
import kz.paysandbox.features.wire.Pfx;

/** Kaspi Pay as the settings describe it. */
record KaspiAccess(Map<Scheme, URI> bases, Path trust, Identity identity, Setup setup) {

    private static final String TEST_HOST = "https://mtokentest.kaspi.kz:";

    static KaspiAccess test(Setup setup) {
        Map<Scheme, URI> bases = new EnumMap<>(Scheme.class);
        for (Scheme scheme : Scheme.values()) {
            bases.put(scheme, URI.create(setup.find(key(scheme)).orElse(TEST_HOST + testPort(scheme))));
        }
        return of(bases, setup);
    }

    /** Empty where the settings name no URL of Kaspi. */
    static Optional<KaspiAccess> custom(Setup setup) {
        if (Stream.of(Scheme.values())
                .allMatch(scheme -> setup.find(key(scheme)).isEmpty())) {
            return Optional.empty();
        }
        Map<Scheme, URI> bases = new EnumMap<>(Scheme.class);
        for (Scheme scheme : Scheme.values()) {
            bases.put(scheme, URI.create(setup.need(key(scheme))));
        }
        return Optional.of(of(bases, setup));
    }

    private static KaspiAccess of(Map<Scheme, URI> bases, Setup setup) {
        bases.values().forEach(Production::refuse);
        Optional<Pfx> held =
                setup.find("KASPI_PFX").map(file -> Pfx.read(Path.of(file), setup.need("KASPI_KEY_PASSWORD")));
        return new KaspiAccess(
                Map.copyOf(bases),
                Path.of(setup.need("KASPI_CA")),
                new Identity(setup.find("KASPI_API_KEY"), held),
                setup);
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
