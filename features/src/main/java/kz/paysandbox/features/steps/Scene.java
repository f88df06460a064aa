package kz.paysandbox.features.steps;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.driver.Kaspi;
import kz.paysandbox.features.driver.Scheme;
import kz.paysandbox.features.targets.Control;
import kz.paysandbox.features.targets.Driver;
import kz.paysandbox.features.targets.Driver.Connection;
import kz.paysandbox.features.targets.Identity;
import kz.paysandbox.features.targets.Place;
import kz.paysandbox.features.targets.Target;
import kz.paysandbox.features.wire.Line;

/** What one scenario is about: the shop, its till, its purchase, and the bank's last answer. */
public final class Scene {

    private final Target target;
    private final Driver driver;
    private final Map<Scheme, Connection> connections = new EnumMap<>(Scheme.class);
    private final List<Answer<?>> answers = new ArrayList<>();
    private Optional<Place> place = Optional.empty();
    private Optional<Identity> identity = Optional.empty();
    private Optional<Scheme> scheme = Optional.empty();
    private Optional<String> bin = Optional.empty();
    private Optional<String> device = Optional.empty();
    private Optional<Long> payment = Optional.empty();
    private Optional<Long> returnCode = Optional.empty();

    public Scene(Target target, Driver driver) {
        this.target = target;
        this.driver = driver;
    }

    Place place() {
        Place here = place.orElseGet(target::open);
        place = Optional.of(here);
        return here;
    }

    Control control() {
        return place().control().orElseThrow(() -> new AssertionError("this target has no control surface"));
    }

    Scheme scheme() {
        return scheme.orElseThrow(() -> new AssertionError("the scenario names no scheme"));
    }

    void scheme(Scheme chosen) {
        scheme = Optional.of(chosen);
    }

    /** From now on the shop proves itself with this. */
    void identity(Identity other) {
        connections.clear();
        identity = Optional.of(other);
    }

    Identity identity() {
        Identity own = identity.orElseGet(() -> place().identity());
        identity = Optional.of(own);
        return own;
    }

    Kaspi bank() {
        return connection().kaspi();
    }

    Line line() {
        return connection().line().orElseThrow(() -> new AssertionError("this driver hides the wire"));
    }

    String bin() {
        return bin.orElseGet(() -> place().bin());
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
        return payment.orElseThrow(() -> new AssertionError("there is no purchase; the bank said: " + answer()));
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

    /** Remembers what the bank said. */
    <T> Answer<T> heard(Answer<T> answer) {
        answers.add(answer);
        return answer;
    }

    Answer<?> answer() {
        return answers.isEmpty()
                ? Answer.failed(Answer.Outcome.NOT_CONNECTED, "nothing was asked")
                : answers.get(answers.size() - 1);
    }

    void end() {
        place.ifPresent(Place::close);
    }

    private Connection connection() {
        return connections.computeIfAbsent(scheme(), used -> driver.connect(place(), used, identity()));
    }
}
