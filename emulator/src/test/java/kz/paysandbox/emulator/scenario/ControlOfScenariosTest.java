package kz.paysandbox.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.client.SandboxRefusal;
import kz.paysandbox.emulator.fixture.Sandbox;
import kz.paysandbox.emulator.fixture.SandboxWorld;
import org.junit.jupiter.api.Test;

/** Scenarios over the control surface. */
@Sandbox
class ControlOfScenariosTest {

    private static final String OWN = """
            name: mine
            bank: kaspi
            title: {en: Mine, ru: Моё}
            correct: Waits.
            """;

    @Test
    void a_mistake_is_answered_with_its_place(SandboxWorld world) {
        assertThatThrownBy(() -> world.control().postText("/scenarios", OWN + "timelin: []\n"))
                .isInstanceOf(SandboxRefusal.class)
                .hasMessage("line 5, column 1: unknown key `timelin`, did you mean `timeline`?")
                .extracting("status")
                .isEqualTo(400);
    }

    @Test
    void a_user_adds_plays_and_ends_a_scenario(SandboxWorld world) {
        world.control()
                .postText(
                        "/scenarios",
                        OWN
                                + "start: {customer: {mode: pays}}\nfaults: [{when: {endpoint: \"*\"}, then: {http: 503}}]\n"
                                + "timeline: [{at: PT5M, scan: last}]\n");
        world.play("mine");
        assertThat(world.control().get("/faults")).hasSize(1);
        assertThat(world.control().get("/customer").path("mode").asText()).isEqualTo("pays");
        world.control().delete("/scenarios/active");
        assertThat(world.control().get("/faults")).isEmpty();
        assertThat(world.control().get("/customer").path("mode").asText()).isEqualTo("manual");
        world.clock().advance(Duration.ofMinutes(6));
        assertThatThrownBy(() -> world.control().get("/scenarios/active"))
                .hasMessageContaining("no scenario is active");
    }

    @Test
    void callbacks_are_delivered_afterwards_as_they_were_before(SandboxWorld world) {
        world.control().put("/callbacks/policy", Map.of("duplicates", 2, "retries", List.of("PT9S")));
        JsonNode before = world.control().get("/callbacks/policy");
        world.control().postText("/scenarios", OWN + "start: {callbacks: {delay: PT1S, duplicates: 0, retries: []}}\n");
        world.play("mine");
        assertThat(world.control().get("/callbacks/policy")).isNotEqualTo(before);
        world.control().delete("/scenarios/active");
        assertThat(world.control().get("/callbacks/policy")).isEqualTo(before);
    }

    @Test
    void a_step_that_could_not_be_done_says_why(SandboxWorld world) {
        world.control()
                .postText(
                        "/scenarios",
                        OWN + "timeline: [{at: PT5S, scan: last}, {at: PT6S, tradePoint: 77, set: {active: false}}]\n");
        world.play("mine");
        world.clock().advance(Duration.ofSeconds(6));
        JsonNode done = world.control().get("/scenarios/active").path("done");
        assertThat(done.path(0).path("problem").asText()).isEqualTo("there was no payment yet");
        assertThat(done.path(1).path("problem").asText()).isEqualTo("no trade point 77");
    }

    @Test
    void a_seed_and_a_clock_make_the_world_start_anew(SandboxWorld world) {
        world.control().postText("/scenarios", OWN + "start: {seed: 7, clock: \"2027-01-15T10:00:00+05:00\"}\n");
        world.play("mine");
        assertThat(world.clock().now()).isEqualTo("2027-01-15T05:00:00Z");
        assertThat(world.control().get("/world").path("seed").asLong()).isEqualTo(7);
        long first = new Shop(world).sell(10);
        world.play("mine");
        assertThat(new Shop(world).sell(10)).isEqualTo(first);
    }

    @Test
    void one_scenario_replaces_the_other(SandboxWorld world) {
        world.play("bank-down-a-minute");
        world.play("refund-answer-lost");
        assertThat(world.control().get("/faults"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.path("name").asText()).isEqualTo("refund-lost"));
        world.clock().advance(Duration.ofMinutes(2));
        assertThat(world.control().get("/faults"))
                .as("the other's timeline is over")
                .hasSize(1);
    }

    @Test
    void an_unknown_name_is_answered_with_the_nearest(SandboxWorld world) {
        assertThatThrownBy(() -> world.play("refund-answr-lost"))
                .hasMessage("no scenario `refund-answr-lost`, did you mean `refund-answer-lost`?");
    }

    @Test
    void a_name_of_the_catalogue_cannot_be_taken_and_own_ones_are_bounded(SandboxWorld world) {
        assertThatThrownBy(() -> world.control().postText("/scenarios", OWN.replace("mine", "bank-slow")))
                .hasMessageContaining("is a name of the catalogue");
        for (int number = 0; number < 100; number++) {
            world.control().postText("/scenarios", OWN.replace("mine", "mine-" + number));
        }
        assertThatThrownBy(() -> world.control().postText("/scenarios", OWN)).hasMessageContaining("at most 100");
        assertThat(world.control().get("/scenarios"))
                .hasSize(OwnBanks.CATALOGUE.all().size() + 100);
    }

    @Test
    void every_scenario_of_the_catalogue_can_begin(SandboxWorld world) {
        for (ScenarioText text : OwnBanks.CATALOGUE.all()) {
            world.play(text.scenario().name());
            assertThat(new Books(world).stepsThatFailed())
                    .as(text.scenario().name())
                    .isEmpty();
        }
        assertThat(world.control()
                        .get("/config/scenario.schema.json")
                        .path("properties")
                        .has("timeline"))
                .isTrue();
    }
}
