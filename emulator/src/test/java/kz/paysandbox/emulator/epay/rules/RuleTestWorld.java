package kz.paysandbox.emulator.epay.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.TestWorlds;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldLimits;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.fields.Fields;
import kz.paysandbox.emulator.core.fields.Scalar;
import kz.paysandbox.emulator.epay.EpayWorld;
import kz.paysandbox.emulator.epay.callbacks.Callback;
import kz.paysandbox.emulator.epay.callbacks.Event;
import kz.paysandbox.emulator.epay.domain.EpayBank;
import kz.paysandbox.emulator.epay.domain.Fixtures;
import kz.paysandbox.emulator.epay.domain.tokens.AccessToken;
import kz.paysandbox.emulator.epay.domain.tokens.Binding;
import kz.paysandbox.emulator.epay.domain.tokens.Grant;
import kz.paysandbox.emulator.http.TestCalls;
import kz.paysandbox.emulator.http.WorldCall;

/** A world whose rules look at calls, tokens and deliveries that a test makes up. */
final class RuleTestWorld {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final World world;
    private final ProtocolRules protocolRules;

    RuleTestWorld(boolean silent) {
        world = TestWorlds.standing(
                NOON,
                new WorldLimits(1_000, 100, 100, 100),
                EpayWorld.mainCredentials(),
                EpayWorld.slot(Fixtures.RULES),
                ProtocolRules.slot(silent));
        protocolRules = world.part(ProtocolRules.class);
    }

    ProtocolRules protocolRules() {
        return protocolRules;
    }

    RuleTestWorld after(String duration) {
        world.timeline().advance(Duration.parse(duration));
        return this;
    }

    /** A token for an invoice, or for none, is given out. */
    AccessToken issue(String invoiceId) {
        EpayBank bank = world.part(EpayBank.class);
        Binding binding = new Binding(invoiceId, Optional.empty(), "", "", "", "", "");
        AccessToken token = bank.tokens()
                .issue(
                        bank.shops().get(0),
                        Grant.CLIENT_CREDENTIALS,
                        "payment",
                        binding,
                        world.now(),
                        Duration.ofHours(2));
        protocolRules.issued(token, worldCall());
        return token;
    }

    /** A payment with fields as name, value, name, value. */
    RuleTestWorld pay(String... fields) {
        Map<String, Scalar> values = new LinkedHashMap<>();
        for (int place = 0; place < fields.length; place += 2) {
            values.put(fields[place], new Scalar(Scalar.Type.STRING, fields[place + 1]));
        }
        protocolRules.look(new AnsweredCall(
                Operation.PAYMENT,
                worldCall(),
                Fields.of(values),
                Optional.empty(),
                world.part(EpayBank.class),
                200,
                world.now()));
        return this;
    }

    /** A callback in this state is tried, and answered with this status. */
    RuleTestWorld missed(Callback.State state, int failures, int status) {
        Callback callback = new Callback(
                "callback-1",
                new Event("100001", "payment-1", List.of(7L)),
                "http://shop.example/",
                Bytes.NONE,
                state,
                Optional.empty(),
                failures,
                List.of());
        protocolRules.missed(callback, new Callback.Attempt(world.now(), status, status == 0 ? "timed out" : ""));
        return this;
    }

    /** Rules of the findings so far, each with its requests. */
    List<String> found() {
        return world.findings().all().stream()
                .map(finding -> finding.rule() + finding.requests())
                .toList();
    }

    /** How often a situation was counted. */
    long exercised(EpaySituation situation) {
        return world.findings().exercises().of(situation, situation.products());
    }

    RuleTestWorld cleared() {
        world.findings().clear();
        return this;
    }

    private WorldCall worldCall() {
        return TestCalls.of(TestCalls.post("/", Map.of(), Optional.empty(), ""), world);
    }
}
