package kz.paysandbox.features.kaspi.steps;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.features.kaspi.driver.Kaspi;
import kz.paysandbox.features.kaspi.driver.KaspiDriver;
import kz.paysandbox.features.kaspi.driver.KaspiDriver.Connection;
import kz.paysandbox.features.kaspi.targets.Identity;
import kz.paysandbox.features.kaspi.targets.KaspiSite;
import kz.paysandbox.features.kaspi.wire.KaspiLine;
import kz.paysandbox.features.kaspi.wire.KaspiNotation;
import kz.paysandbox.features.kaspi.wire.Scheme;
import kz.paysandbox.features.steps.ScenarioContext;

/** What one scenario of Kaspi Pay is about: the shop, its till and its purchase. */
public final class KaspiContext {

    private final ScenarioContext scenario;
    private final KaspiDriver driver;
    private final Map<Scheme, Connection> connections = new EnumMap<>(Scheme.class);
    private Optional<Identity> identity = Optional.empty();
    private Optional<Scheme> scheme = Optional.empty();
    private Optional<String> bin = Optional.empty();
    private Optional<String> device = Optional.empty();
    private Optional<Long> payment = Optional.empty();
    private Optional<Long> returnCode = Optional.empty();

    public KaspiContext(ScenarioContext scenario, KaspiDriver driver) {
        this.scenario = scenario;
        this.driver = driver;
    }

    KaspiSite site() {
        return scenario.site(KaspiSite.class);
    }

    Scheme scheme() {
        return scheme.orElseThrow(() -> new AssertionError("the scenario names no scheme"));
    }

    void scheme(Scheme chosen) {
        site();
        scheme = Optional.of(chosen);
    }

    /** From now on the shop proves itself with this. */
    void identity(Identity other) {
        connections.clear();
        identity = Optional.of(other);
    }

    Identity identity() {
        Identity own = identity.orElseGet(() -> site().identity());
        identity = Optional.of(own);
        return own;
    }

    Kaspi bank() {
        return connection().kaspi();
    }

    KaspiLine line() {
        return connection().line().orElseThrow(() -> new AssertionError("this driver hides the wire"));
    }

    String bin() {
        return bin.orElseGet(() -> site().bin());
    }

    void bin(String other) {
        bin = Optional.of(other);
    }

    String device() {
        return device.orElseThrow(() -> new AssertionError("the scenario has no till"));
    }

    void device(String token) {
        device = Optional.of(token);
    }

    long payment() {
        return payment.orElseThrow(
                () -> new AssertionError("there is no purchase; the bank said: " + scenario.answer()));
    }

    /** The purchase, or 0 where there is none yet. */
    long anyPayment() {
        return payment.orElse(0L);
    }

    void payment(long id) {
        payment = Optional.of(id);
    }

    Optional<Long> returnCode() {
        return returnCode;
    }

    void returnCode(long id) {
        returnCode = Optional.of(id);
    }

    private Connection connection() {
        Connection current = connections.computeIfAbsent(scheme(), used -> driver.connect(site(), used, identity()));
        current.line().ifPresent(line -> scenario.line(line, KaspiNotation.get()));
        return current;
    }
}
