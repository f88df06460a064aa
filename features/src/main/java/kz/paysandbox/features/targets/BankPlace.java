package kz.paysandbox.features.targets;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import kz.paysandbox.features.driver.Scheme;

/**
 * A bank that all scenarios share: each has tills of its own there, which stay.
 *
 * @param mark sets this scenario's tills apart
 */
record BankPlace(BankTarget bank, String mark) implements Place {

    @Override
    public URI base(Scheme scheme) {
        return bank.base(scheme);
    }

    @Override
    public Path trust() {
        return bank.trust();
    }

    @Override
    public Identity identity() {
        return bank.identity();
    }

    @Override
    public String bin() {
        return bank.setup().need("KASPI_BIN");
    }

    /** {@code KASPI_TRADEPOINT_1=104039} says how the bank numbers the trade point that scenarios call 1. */
    @Override
    public long tradePoint(long ofScenario) {
        return bank.setup()
                .find("KASPI_TRADEPOINT_" + ofScenario)
                .map(Long::valueOf)
                .orElse(ofScenario);
    }

    @Override
    public String till(String ofScenario) {
        return ofScenario + "-" + mark;
    }

    @Override
    public Optional<Control> control() {
        return Optional.empty();
    }

    @Override
    public void spoil() {}

    @Override
    public void close() {}
}
