package kz.paysandbox.features.steps;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.driver.Kaspi;
import kz.paysandbox.features.driver.Scheme;
import kz.paysandbox.features.targets.Bank;
import kz.paysandbox.features.targets.Control;
import kz.paysandbox.features.targets.Driver;
import kz.paysandbox.features.targets.Driver.Connection;
import kz.paysandbox.features.targets.Identity;
import kz.paysandbox.features.targets.Place;
import kz.paysandbox.features.targets.Target;
import kz.paysandbox.features.wire.Line;
import kz.paysandbox.features.wire.Tap;

/** What one scenario is about: the shop, its till, its purchase, and the bank's last answer. */
public final class Scene {

    private final Target target;
    private final Driver driver;
    private final Map<Scheme, Connection> connections = new EnumMap<>(Scheme.class);
    private final List<Answer<?>> answers = new ArrayList<>();
    private Optional<Place> place = Optional.empty();
    private Optional<Identity> identity = Optional.empty();
    private Optional<Tap> tap = Optional.empty();
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

    /** Skips the scenario where this bank cannot be called. */
    void require(Bank bank) {
        if (!target.banks().contains(bank)) {
            throw Skip.because(bank.absence());
        }
    }

    Control control() {
        return place().control().orElseThrow(() -> new AssertionError("this target has no control surface"));
    }

    /** The bank's next call of this row goes wrong in this way. */
    void fault(String row, Map<String, ?> then) {
        control().post("/faults", Map.of("when", Map.of("endpoint", row), "then", then, "times", 1));
    }

    Scheme scheme() {
        return scheme.orElseThrow(() -> new AssertionError("the scenario names no scheme"));
    }

    void scheme(Scheme chosen) {
        require(Bank.KASPI);
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

    /** The line that was used, of whichever bank. */
    Tap tap() {
        return tap.orElseGet(this::line);
    }

    void tap(Tap used) {
        tap = Optional.of(used);
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
