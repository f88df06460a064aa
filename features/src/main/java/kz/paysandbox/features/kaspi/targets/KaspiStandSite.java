package kz.paysandbox.features.kaspi.targets;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import kz.paysandbox.features.kaspi.wire.Scheme;

/**
 * A Kaspi Pay that all scenarios share: each has tills of its own there, which stay.
 *
 * @param mark sets this scenario's tills apart
 */
record KaspiStandSite(KaspiAccess access, String mark) implements KaspiSite {

    @Override
    public URI base(Scheme scheme) {
        return Optional.ofNullable(access.bases().get(scheme)).orElseThrow();
    }

    @Override
    public Path trust() {
        return access.trust();
    }

    @Override
    public Identity identity() {
        return access.identity();
    }

    @Override
    public String bin() {
        return access.settings().need("KASPI_BIN");
    }

    /** {@code KASPI_TRADEPOINT_1=104039} says how the bank numbers the trade point that scenarios call 1. */
    @Override
    public long tradePoint(long ofScenario) {
        return access.settings()
                .find("KASPI_TRADEPOINT_" + ofScenario)
                .map(Long::valueOf)
                .orElse(ofScenario);
    }

    @Override
    public String till(String ofScenario) {
        return ofScenario + "-" + mark;
    }
}
