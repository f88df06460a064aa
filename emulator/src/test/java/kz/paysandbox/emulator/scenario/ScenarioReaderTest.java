package kz.paysandbox.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.faults.AnswerCode;
import kz.paysandbox.emulator.core.faults.FaultRule;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.input.MerchantSwitches;
import kz.paysandbox.emulator.input.Mistake;
import kz.paysandbox.emulator.input.Place;
import org.junit.jupiter.api.Test;

class ScenarioReaderTest {

    private static final String HEAD = """
            name: mine
            bank: kaspi
            title: {en: Mine, ru: Моё}
            correct: Waits.
            """;

    @Test
    void a_mistyped_key_is_named_with_its_place_and_what_was_meant() {
        assertThat(problems(HEAD + "timeline:\n  - at: PT5S\n    confrm: last\n"))
                .first()
                .hasToString("line 7, column 5: unknown key `confrm`, did you mean `confirm`?");
    }

    @Test
    void a_mistyped_value_is_named_with_its_place_and_what_was_meant() {
        assertThat(problems(HEAD + "start:\n  customer: {mode: declnes}\n"))
                .singleElement()
                .hasToString("line 6, column 20: `declnes` must be one of manual, pays, declines, ignores,"
                        + " did you mean `declines`?");
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertThat(problems("name: Mine\nbank: kaspy\ntitel: {}\n")).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void a_fault_that_ends_must_be_one_of_this_scenario() {
        String fault = "faults:\n  - {name: down, when: {endpoint: 'r1 *'}, then: {http: 503}}\n";
        assertThat(problems(HEAD + fault + "timeline:\n  - {at: PT5S, clearFaults: donw}\n"))
                .singleElement()
                .hasToString("line 8, column 29: `donw` is no fault of this scenario, did you mean `down`?");
        assertThat(problems(HEAD + "timeline:\n  - {at: PT5S, clearFaults: nosuch}\n"))
                .singleElement()
                .asString()
                .endsWith("`nosuch` is no fault of this scenario; it has none with a name");
        assertThat(ScenarioReader.read(HEAD + fault + "timeline:\n  - {at: PT5S, clearFaults: down}\n", OwnBanks.RULES)
                        .refusal())
                .isEmpty();
        assertThat(ScenarioReader.read(HEAD + "timeline:\n  - {at: PT5S, clearFaults: all}\n", OwnBanks.RULES)
                        .refusal())
                .isEmpty();
    }

    @Test
    void a_fault_is_held_against_the_banks_tables() {
        BankFacts rules = new BankFacts() {
            @Override
            public List<String> banks() {
                return OwnBanks.RULES.banks();
            }

            @Override
            public List<AnswerCode> codes() {
                return List.of();
            }

            @Override
            public Optional<MerchantSwitches> switches() {
                return Optional.empty();
            }

            @Override
            public Optional<Complaint> refusalOf(FaultRule rule) {
                return Optional.of(Complaint.of(rule.when().endpoint() + " meets nothing"));
            }
        };
        assertThat(ScenarioReader.read(
                                HEAD + "faults:\n  - {when: {endpoint: r1 qr craete}, then: {http: 503}}\n", rules)
                        .refusal()
                        .orElseThrow())
                .singleElement()
                .hasToString("line 6, column 5: r1 qr craete meets nothing");
    }

    @Test
    void json_is_accepted_too() {
        String json = """
                {"name": "mine", "bank": "any", "title": {"en": "Mine", "ru": "Моё"}, "correct": "Waits.",
                 "timeline": [{"at": "PT1M", "tradePoint": 1, "set": {"active": false}}]}
                """;
        Scenario scenario = ScenarioReader.read(json, OwnBanks.RULES).value().orElseThrow();
        assertThat(scenario.timeline()).singleElement().satisfies(step -> {
            assertThat(step.at()).isEqualTo(Duration.ofMinutes(1));
            assertThat(step.act())
                    .isEqualTo(new Act.ChangeMerchant(
                            ActKind.TRADE_POINT, "1", OwnBanks.tradePoint(Map.of("active", false))));
        });
    }

    @Test
    void a_timeline_without_end_is_refused() {
        String steps = "  - {at: PT1S, scan: last}\n".repeat(201);
        assertThat(problems(HEAD + "timeline:\n" + steps)).first().asString().contains("at most 200 entries");
        assertThat(problems(HEAD + "timeline:\n  - {at: P31D, scan: last}\n"))
                .first()
                .asString()
                .contains("PT720H");
    }

    @Test
    void a_text_that_is_too_long_or_refers_to_itself_costs_nothing() {
        assertThat(problems("#".repeat(70_000))).hasSize(1);
        assertThat(problems(HEAD + "timeline: &all\n  - *all\n")).isNotEmpty();
        assertThat(problems("[".repeat(5_000))).hasSize(1);
    }

    @Test
    void a_fault_that_does_not_say_which_calls_it_meets_is_refused() {
        assertThat(problems(HEAD + "faults:\n  - when: {}\n    then: {http: 503}\n"))
                .singleElement()
                .asString()
                .contains("line 6", "`endpoint` is missing", "`*` for every call");
        assertThat(problems(HEAD + "faults:\n  - when: {endpoint: \"*\"}\n    then: {}\n"))
                .singleElement()
                .asString()
                .contains("`then` must say what happens");
    }

    @Test
    void a_step_does_one_thing_and_has_what_it_needs() {
        assertThat(problems(HEAD + "timeline:\n  - {at: PT1S, scan: last, confirm: last}\n"))
                .first()
                .asString()
                .contains("exactly one thing");
        assertThat(problems(HEAD + "timeline:\n  - {at: PT1S, tradePoint: 1}\n"))
                .first()
                .asString()
                .contains("`tradePoint` needs `set`");
        assertThat(problems(HEAD + "timeline:\n  - {at: PT1S, device: last, set: {qrPayments: false}}\n"))
                .first()
                .asString()
                .contains("`device` has no switch `qrPayments`");
    }

    @Test
    void broken_yaml_is_refused_with_its_place() {
        assertThat(problems(HEAD + "timeline:\n  - at: [PT1S\n")).first().satisfies(problem -> {
            assertThat(((Place.InText) problem.place()).line()).isGreaterThanOrEqualTo(6);
        });
        assertThat(problems("")).hasSize(1);
        assertThat(problems("just words")).isNotEmpty();
    }

    @Test
    void a_key_that_stands_twice_is_refused() {
        assertThat(problems(HEAD + "bank: epay\n")).first().hasToString("line 5, column 1: `bank` stands here twice");
    }

    private static List<Mistake> problems(String text) {
        return ScenarioReader.read(text, OwnBanks.RULES).refusal().orElseThrow();
    }
}
