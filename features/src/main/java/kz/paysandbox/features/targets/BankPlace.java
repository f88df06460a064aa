package kz.paysandbox.features.targets;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import kz.paysandbox.features.driver.Scheme;

/**
 * A bank that all scenarios share: each has tills and orders of its own there, which stay.
 *
 * @param mark sets this scenario's tills apart
 * @param orders numbers of orders, each once
 */
record BankPlace(Optional<KaspiAccess> kaspi, Optional<EpayAccess> online, String mark, Supplier<String> orders)
        implements Place {

    @Override
    public URI base(Scheme scheme) {
        return Optional.ofNullable(given().bases().get(scheme)).orElseThrow();
    }

    @Override
    public Path trust() {
        return given().trust();
    }

    @Override
    public Identity identity() {
        return given().identity();
    }

    @Override
    public String bin() {
        return given().setup().need("KASPI_BIN");
    }

    /** {@code KASPI_TRADEPOINT_1=104039} says how the bank numbers the trade point that scenarios call 1. */
    @Override
    public long tradePoint(long ofScenario) {
        return given().setup()
                .find("KASPI_TRADEPOINT_" + ofScenario)
                .map(Long::valueOf)
                .orElse(ofScenario);
    }

    @Override
    public String till(String ofScenario) {
        return ofScenario + "-" + mark;
    }

    @Override
    public EpayHosts epay() {
        return shopping().hosts();
    }

    @Override
    public EpayShop shop(int steps) {
        return steps == 2 ? shopping().holding().orElseThrow() : shopping().shop();
    }

    @Override
    public String invoice() {
        return orders.get();
    }

    @Override
    public Optional<Control> control() {
        return Optional.empty();
    }

    @Override
    public void spoil() {}

    @Override
    public void close() {}

    private KaspiAccess given() {
        return kaspi.orElseThrow(() -> new IllegalStateException(Bank.KASPI.absence()));
    }

    private EpayAccess shopping() {
        return online.orElseThrow(() -> new IllegalStateException(Bank.EPAY.absence()));
    }
}
