package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Control;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault of which a part would be ignored, or which could never happen, is refused with the reason. */
class NonsenseFaultsTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    /** Each says what becomes of a call. */
    private static final List<String> CONSEQUENCES = List.of(
            "\"statusCode\":-999",
            "\"http\":500",
            "\"reasonCode\":484",
            "\"drop\":\"before\"",
            "\"reset\":true",
            "\"body\":\"html\"",
            "\"replace\":{\"Message\":\"x\"}",
            "\"handshake\":\"refuse\"");

    /** What is answered instead can be spoilt, where it has a body that can. */
    private static final Pattern SPOILT_ANSWER =
            Pattern.compile("\"(statusCode|reasonCode)\":.*(reset|body).*|\"http\":.*body.*");

    private final TestWorld world = SANDBOX.world();
    private final Control control = world.control();

    static Stream<String> pairs() {
        return IntStream.range(0, CONSEQUENCES.size())
                .boxed()
                .flatMap(first -> CONSEQUENCES.subList(first + 1, CONSEQUENCES.size()).stream()
                        .map(second -> CONSEQUENCES.get(first) + "," + second))
                .filter(pair -> !SPOILT_ANSWER.matcher(pair).matches());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void two_things_cannot_become_of_one_call(String pair) {
        assertThat(refusal("*", pair)).contains("one thing becomes of a call", "exclude each other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"http\":500,\"drop\":\"after\" | exclude each other",
                "\"delay\":\"PT1S\",\"handshake\":\"refuse\" | no call that delay could hold back",
                "\"slow\":{\"bytesPerSecond\":9},\"http\":500 | slow writes a whole answer",
                "\"slow\":{\"bytesPerSecond\":9},\"drop\":\"after\" | slow writes a whole answer",
                "\"slow\":{\"bytesPerSecond\":9},\"reset\":true | slow writes a whole answer",
                "\"slow\":{\"bytesPerSecond\":9},\"body\":\"html\" | slow writes a whole answer",
                "\"reset\":false | must say what happens",
                "\"replace\":{} | must say what happens"
            })
    void what_would_be_ignored_is_refused(String then, String reason) {
        assertThat(refusal("*", then)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"delay\":\"PT0.001S\",\"statusCode\":-999",
                "\"delay\":\"PT0.001S\",\"drop\":\"after\"",
                "\"slow\":{\"bytesPerSecond\":9},\"statusCode\":-999",
                "\"slow\":{\"bytesPerSecond\":9},\"replace\":{\"Message\":\"x\"}",
                "\"slow\":{\"bytesPerSecond\":9},\"delay\":\"PT0.001S\""
            })
    void a_pace_goes_with_what_is_answered(String then) {
        control.post("/faults", fault("{\"endpoint\":\"r1 *\"}", then)).expect(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "{\"endpoint\":\"*\",\"bin\":\"180340021971\"} | \"http\":500 | unknown bin | 180340021791",
                "{\"endpoint\":\"*\",\"certificate\":\"merchnt\"} | \"handshake\":\"refuse\" | unknown certificate | -",
                "{\"endpoint\":\"*\",\"certificate\":\"merchant\"} | \"http\":500 | handshake: refuse alone | -",
                "{\"endpoint\":\"*\",\"phone\":\"87010000001\"} | \"handshake\":\"refuse\" | before there is a call | -",
                "{\"endpoint\":\"*\",\"nth\":2} | \"handshake\":\"refuse\" | before there is a call | -",
                "{\"endpoint\":\"r1 payment status\"} | \"replace\":{\"Statuss\":\"x\"} | unknown member | Status",
                "{\"endpoint\":\"r1 qr create\"} | \"replace\":{\"Status\":\"x\"} | unknown member | -",
                "{\"endpoint\":\"epay operation refund\"} | \"replace\":{\"cod\":\"1\"} | unknown member | code"
            })
    void what_could_never_meet_a_call_is_refused(String when, String then, String reason, String suggestion) {
        Answer answer = control.post("/faults", fault(when, then)).expect(400);

        assertThat(answer.json().path("detail").asText()).contains(reason);
        if (suggestion != null) {
            assertThat(answer.json().path("suggestion").asText()).isEqualTo(suggestion);
        }
    }

    @Test
    void a_proxy_s_page_comes_with_the_proxy_s_status() {
        control.post("/faults", fault("{\"endpoint\":\"r1 health ping\"}", "\"http\":502,\"body\":\"html\""))
                .expect(201);

        Answer answer = world.bank("r1").get("health/ping");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body()).contains("<h1>502 Bad Gateway</h1>");
        assertThat(control.get("/faults").json().at("/0/then/http").asInt()).isEqualTo(502);
        assertThat(control.get("/faults").json().at("/0/then/body").asText()).isEqualTo("html");
        control.delete("/faults").expect(204);
    }

    @Test
    void an_organisation_may_be_added_after_the_fault_that_is_about_it() {
        control.post("/faults", fault("""
                {"endpoint":"*","bin":"771240000001"}""", "\"http\":500")).expect(201);
        control.delete("/faults").expect(204);
    }

    @Test
    void what_the_world_has_is_matched() {
        String bin =
                control.get("/world").json().at("/kaspi/organizations/0/bin").asText();
        control.post("/faults", fault("{\"endpoint\":\"*\",\"bin\":\"" + bin + "\"}", "\"http\":500"))
                .expect(201);
        control.post(
                        "/faults",
                        fault(
                                "{\"endpoint\":\"*\",\"certificate\":\"" + world.name() + "\"}",
                                "\"handshake\":\"refuse\""))
                .expect(201);
        control.delete("/faults").expect(204);
    }

    @Test
    void a_scenario_has_the_same_grammar_and_says_where() {
        String text = """
                name: nonsense
                bank: kaspi
                title: {en: Nonsense, ru: Чепуха}
                correct: Waits.
                faults:
                  - when: {endpoint: "r1 *"}
                    then: {reset: true, body: html}
                """;

        Answer answer = control.send("POST", "/scenarios", Map.of(), text).expect(400);

        assertThat(answer.json().path("detail").asText()).contains("line ", "exclude each other");
    }

    @Test
    void a_replacement_that_finds_nothing_is_not_counted_and_can_still_happen() {
        Bank bank = world.bank("r1");
        String id = control.post(
                        "/faults",
                        "{\"when\":{\"endpoint\":\"r1 *\"},\"then\":{\"replace\":{\"TradePointName\":\"Лавка \\\"№ 1\\\"\"}},"
                                + "\"times\":1}")
                .expect(201)
                .json()
                .path("id")
                .asText();

        bank.get("health/ping").expect(200);

        JsonNode met = fault(id);
        assertThat(met.path("met").asInt()).isEqualTo(1);
        assertThat(met.path("hits").asInt()).isZero();
        assertThat(met.path("withoutEffect").asInt()).isEqualTo(1);
        assertThat(control.notes()).anyMatch(note -> note.contains("none of TradePointName: nothing was replaced"));

        assertThat(bank.get("partner/tradepoints").expect(200).body())
                .contains("\"TradePointName\":\"Лавка \\\"№ 1\\\"\"");
        assertThat(fault(id).path("hits").asInt()).isEqualTo(1);
        assertThat(bank.get("partner/tradepoints").expect(200).body()).doesNotContain("Лавка");
    }

    @Test
    void a_code_of_the_other_bank_does_not_meet_its_calls() {
        String id = control.post("/faults", fault("{\"endpoint\":\"*\"}", "\"reasonCode\":484"))
                .expect(201)
                .json()
                .path("id")
                .asText();

        world.bank("r1").get("health/ping").expect(200);

        assertThat(fault(id).path("met").asInt()).isZero();
        assertThat(fault(id).path("hits").asInt()).isZero();
    }

    private JsonNode fault(String id) {
        for (JsonNode fault : control.get("/faults").expect(200).json()) {
            if (fault.path("id").asText().equals(id)) {
                return fault;
            }
        }
        throw new AssertionError("no fault " + id);
    }

    private String refusal(String endpoint, String then) {
        Answer answer = control.post("/faults", fault("{\"endpoint\":\"" + endpoint + "\"}", then))
                .expect(400);
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:kzpay-sandbox:invalid");
        return answer.json().path("detail").asText();
    }

    private static String fault(String when, String then) {
        return "{\"when\":" + when + ",\"then\":{" + then + "}}";
    }
}
