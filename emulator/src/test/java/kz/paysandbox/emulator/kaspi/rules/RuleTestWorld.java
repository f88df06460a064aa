package kz.paysandbox.emulator.kaspi.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.TestWorlds;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.fields.Fields;
import kz.paysandbox.emulator.core.fields.Scalar;
import kz.paysandbox.emulator.core.journal.Finding;
import kz.paysandbox.emulator.http.TestCalls;
import kz.paysandbox.emulator.http.WorldCall;
import kz.paysandbox.emulator.kaspi.KaspiEndpoints;
import kz.paysandbox.emulator.kaspi.TestKaspiSettings;
import kz.paysandbox.emulator.kaspi.call.KaspiWorld;
import kz.paysandbox.emulator.kaspi.domain.KaspiBank;
import kz.paysandbox.emulator.kaspi.domain.KaspiRules;
import kz.paysandbox.emulator.kaspi.domain.ReturnCodeRules;
import kz.paysandbox.emulator.kaspi.domain.Scheme;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;

/** A world in which one rule looks at calls that a test makes up; its clock stands until it is moved. */
final class RuleTestWorld {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final World world = TestWorlds.standing(
            NOON,
            TestKaspiSettings.LIMITS,
            Map.of(),
            KaspiWorld.slot(
                    new KaspiRules(
                            Money.tenge(1_000_000), Duration.ofHours(24), 50, 10, ReturnCodeRules.CAREFUL, 100, 100),
                    List.of()));

    private final Rule rule;
    private boolean losing;

    RuleTestWorld(Rule rule) {
        this.rule = rule;
    }

    KaspiBank bank() {
        return world.part(KaspiBank.class);
    }

    Instant now() {
        return world.now();
    }

    RuleTestWorld after(String duration) {
        world.timeline().advance(Duration.parse(duration));
        return this;
    }

    /** A call that succeeded, with fields as name, value, name, value. */
    RuleTestWorld call(String row, String... fields) {
        return see(row, Optional.empty(), fields);
    }

    /** A call that succeeded, and whose answer never arrived. */
    RuleTestWorld lost(String row, String... fields) {
        losing = true;
        see(row, Optional.empty(), fields);
        losing = false;
        return this;
    }

    RuleTestWorld refused(String row, Reason reason, String... fields) {
        return see(row, Optional.of(reason), fields);
    }

    /** Rules of the findings so far, each with its requests. */
    List<String> found() {
        return world.findings().all().stream()
                .map(finding -> finding.rule() + finding.requests())
                .toList();
    }

    /** How often a situation was counted, whatever the scheme. */
    long exercised(KaspiSituation situation) {
        return world.findings().exercises().of(situation, situation.products());
    }

    List<Finding> findings() {
        return world.findings().all();
    }

    private RuleTestWorld see(String row, Optional<Reason> refused, String... fields) {
        Map<String, Scalar> values = new LinkedHashMap<>();
        for (int place = 0; place < fields.length; place += 2) {
            values.put(fields[place], Scalar.parameter(fields[place + 1]));
        }
        var call = TestCalls.post("/r1/v01/" + row, Map.of(), Optional.empty(), String.join("", fields));
        WorldCall worldCall = losing ? TestCalls.undelivered(call, world) : TestCalls.of(call, world);
        Scheme scheme = Scheme.valueOf(row.substring(0, 2).toUpperCase(Locale.ROOT));
        rule.look(new AnsweredCall(scheme, operation(row), worldCall, Fields.of(values), bank(), refused, world.now()));
        return this;
    }

    private static Operation operation(String row) {
        return KaspiEndpoints.TABLE.stream()
                .filter(known -> known.id().equals(row))
                .findFirst()
                .orElseThrow()
                .operation();
    }
}
