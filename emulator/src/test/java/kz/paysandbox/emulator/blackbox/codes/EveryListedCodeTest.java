package kz.paysandbox.emulator.blackbox.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import kz.paysandbox.emulator.http.Method;
import kz.paysandbox.emulator.kaspi.KaspiEndpoint;
import kz.paysandbox.emulator.kaspi.KaspiEndpoints;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every StatusCode that a row of the table lists is reached over HTTP by the state of a world. */
class EveryListedCodeTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private static final Map<String, TestWorld> WORLDS = new HashMap<>();
    private static final Map<String, Bank> BANKS = new HashMap<>();

    private static final Set<Long> ONLY_BY_FAULT = Set.of(-999L, -99000006L, 99000010L);

    private static final Map<String, Map<Long, Situation>> SITUATIONS = Map.ofEntries(
            Map.entry("partner tradepoints", DeviceSituations.tradePoints()),
            Map.entry("device register", DeviceSituations.register()),
            Map.entry("device delete", DeviceSituations.delete()),
            Map.entry("qr create", PaymentSituations.create("qr/create")),
            Map.entry("qr create-link", PaymentSituations.create("qr/create-link")),
            Map.entry("payment status", PaymentSituations.status()),
            Map.entry("payment status v02", PaymentSituations.statusV02()),
            Map.entry("payment details", PaymentSituations.details()),
            Map.entry("return create", ReturnSituations.create()),
            Map.entry("return status", ReturnSituations.status()),
            Map.entry("return operations", ReturnSituations.operations()),
            Map.entry("payment return", ReturnSituations.giveBack()),
            Map.entry("remote client-info", RemoteSituations.clientInfo()),
            Map.entry("remote create", RemoteSituations.create()),
            Map.entry("remote cancel", RemoteSituations.cancel()),
            Map.entry("health ping", PaymentSituations.ping()),
            Map.entry("test payment scan", PaymentSituations.hook("scan")),
            Map.entry("test payment confirm", PaymentSituations.hook("confirm")),
            Map.entry("test payment scanerror", PaymentSituations.hook("scanerror")),
            Map.entry("test payment confirmerror", PaymentSituations.hook("confirmerror")));

    @BeforeAll
    static void make_a_world_for_each_scheme() {
        for (String scheme : List.of("r1", "r2", "r3")) {
            TestWorld world = SANDBOX.world();
            WORLDS.put(scheme, world);
            BANKS.put(scheme, world.bank(scheme));
        }
    }

    @TestFactory
    Stream<DynamicTest> every_listed_code_is_reached_by_state() {
        return KaspiEndpoints.TABLE.stream()
                .flatMap(row -> row.codes().stream()
                        .filter(code -> !isByFaultOnly(row, code))
                        .map(code -> dynamicTest(row.id() + " " + code, () -> reach(row, code))));
    }

    private static boolean isByFaultOnly(KaspiEndpoint row, long code) {
        return ONLY_BY_FAULT.contains(code)
                || (code == -99000001 && row.id().endsWith("payment return"))
                || hasNoPhone(row, code);
    }

    /** The list of remote/cancel has the code for phones, and the call takes none. */
    private static boolean hasNoPhone(KaspiEndpoint row, long code) {
        return code == -1404 && row.id().endsWith("remote cancel");
    }

    private static void reach(KaspiEndpoint row, long code) {
        String scheme = row.id().substring(0, 2);
        TestWorld world = Optional.ofNullable(WORLDS.get(scheme)).orElseThrow();
        world.control().post("/reset", "").expect(200);
        Answer answer = code == -10000
                ? stranger(world, scheme).send(row.method().name(), path(row), Map.of(), body(row))
                : situation(row, code)
                        .reach(world, Optional.ofNullable(BANKS.get(scheme)).orElseThrow());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        if (code != 0) {
            assertThat(answer.json().has("Data")).isFalse();
            assertThat(answer.message()).isNotEmpty();
        }
    }

    private static Situation situation(KaspiEndpoint row, long code) {
        return Optional.ofNullable(SITUATIONS.get(row.id().substring(3)))
                .map(known -> known.get(code))
                .orElseThrow(() -> new AssertionError("no situation for " + row.id() + " " + code));
    }

    private static Bank stranger(TestWorld world, String scheme) {
        return scheme.equals("r1") ? world.keyed("") : world.uncertified(scheme);
    }

    private static String path(KaspiEndpoint row) {
        return row.path().replaceAll("\\{[^}]*}", "77");
    }

    private static Optional<byte[]> body(KaspiEndpoint row) {
        return row.method() == Method.POST ? Optional.of(new byte[] {'{', '}'}) : Optional.empty();
    }
}
