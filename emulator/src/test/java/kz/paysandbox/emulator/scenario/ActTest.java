package kz.paysandbox.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.paysandbox.emulator.core.CustomerMode;
import kz.paysandbox.emulator.core.TestWorlds;
import kz.paysandbox.emulator.core.World;
import org.junit.jupiter.api.Test;

/** What each step of a scenario asks of the desk of its world. */
class ActTest {

    private static final String HEAD = """
            name: mine
            bank: any
            title: {en: Mine, ru: Моё}
            correct: Waits.
            """;

    private final QuietDesk desk = new QuietDesk();
    private final World world = world();
    private final ScenarioPlayer play = world.part(ScenarioPlayer.class);

    @Test
    void every_step_asks_the_desk_for_what_it_says() {
        play("""
                - {at: PT0S, scan: last, phone: "87010000001"}
                - {at: PT0S, confirm: first}
                - {at: PT0S, decline: 2}
                - {at: PT0S, scanError: 1}
                - {at: PT0S, expire: last}
                - {at: PT0S, refund: first, amount: 10.50}
                - {at: PT0S, organization: "990340000013", set: {active: false}}
                - {at: PT0S, tradePoint: 12, set: {qrPayments: false}}
                - {at: PT0S, device: last, set: {active: false}}
                - {at: PT0S, renew: mine}
                - {at: PT0S, callbacks: {duplicates: 2}}
                """);
        assertThat(desk.asked())
                .containsExactly(
                        "scan newer by 87010000001",
                        "confirm older",
                        "decline newer",
                        "scan-error older",
                        "expire newer",
                        "refund older 10.50",
                        "change 990340000013",
                        "change 12",
                        "change till-2",
                        "renew mine",
                        "callbacks 2");
        assertThat(done(0).act().words()).isEqualTo("scan last");
        assertThat(done(0).outcome().refusal()).contains("not possible: scan newer by 87010000001");
        assertThat(done(10).act().words()).isEqualTo("callbacks");
    }

    @Test
    void own_certificates_are_the_worlds_and_those_of_the_folder() {
        play("- {at: PT0S, revoke: own}\n- {at: PT0S, revoke: merchant}\n");
        assertThat(desk.asked()).containsExactly("revoke main", "revoke merchant", "revoke partner", "revoke merchant");
        assertThat(done(0).outcome().value()).contains("done");
        assertThat(done(1).outcome().refusal()).contains("no merchant");
    }

    @Test
    void faults_are_ended_by_their_name_and_at_the_end() {
        play("""
                - {at: PT0S, fault: {name: one, when: {endpoint: "*"}, then: {http: 503}}}
                - {at: PT0S, fault: {name: two, when: {endpoint: "*"}, then: {http: 503}}}
                - {at: PT0S, clearFaults: one}
                - {at: PT0S, clearFaults: one}
                - {at: PT0S, customer: {mode: declines}}
                """);
        assertThat(done(0).outcome().value()).contains("fault-1");
        assertThat(done(2).outcome().value()).contains("1 faults ended");
        assertThat(done(3).outcome().refusal()).contains("no fault of this scenario has the name one now");
        assertThat(world.faults().entries()).hasSize(1);
        assertThat(world.customer().habit()).isEqualTo(CustomerMode.Habit.DECLINES);
        assertThat(play.end()).isTrue();
        assertThat(world.faults().entries()).isEmpty();
        assertThat(world.customer()).isEqualTo(CustomerMode.MANUAL);
    }

    @Test
    void callbacks_are_as_before_after_the_end() {
        play("- {at: PT0S, callbacks: {duplicates: 2}}\n");
        play.end();
        assertThat(desk.asked()).containsExactly("callbacks 2", "callbacks 0");
    }

    @Test
    void a_number_above_what_there_is_and_nothing_at_all_are_refused() {
        assertThat(Selector.of(List.of("a", "b"), "3", "payment").refusal()).contains("no payment 3; there were 2");
        assertThat(Selector.of(List.of(), "last", "payment").refusal()).contains("there was no payment yet");
        assertThat(Selector.of(List.of("a", "b"), "b", "payment").value()).contains("b");
    }

    private void play(String timeline) {
        Scenario scenario = ScenarioReader.read(HEAD + "timeline:\n" + timeline, OwnBanks.RULES)
                .fold(read -> read, problems -> {
                    throw new AssertionError(problems.toString());
                });
        play.begin(scenario);
    }

    private Progress.DoneStep done(int place) {
        return play.progress().orElseThrow().done().get(place);
    }

    private World world() {
        return TestWorlds.with(ScenarioPlayer.slot(() -> desk));
    }
}
