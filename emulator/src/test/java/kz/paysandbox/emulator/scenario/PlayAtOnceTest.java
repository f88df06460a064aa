package kz.paysandbox.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.AtOnce;
import kz.paysandbox.emulator.core.CustomerChange;
import kz.paysandbox.emulator.core.CustomerMode;
import kz.paysandbox.emulator.core.TestWorlds;
import kz.paysandbox.emulator.core.World;
import org.junit.jupiter.api.RepeatedTest;

class PlayAtOnceTest {

    private static final CustomerChange PAYS =
            new CustomerChange(Optional.of(CustomerMode.Habit.PAYS), Optional.empty(), Optional.empty());

    @RepeatedTest(50)
    void of_two_that_begin_at_once_nothing_is_left_once_they_have_ended() {
        World world = world();
        ScenarioPlayer play = world.part(ScenarioPlayer.class);

        AtOnce.call(4, number -> play.begin(scenario("scenario-" + number)));
        play.end();

        assertThat(world.customer()).isEqualTo(CustomerMode.MANUAL);
    }

    private static Scenario scenario(String name) {
        return new Scenario(
                name,
                "any",
                new Scenario.Title(name, name),
                "",
                new Scenario.Start(Optional.empty(), Optional.empty(), Duration.ZERO),
                List.of(new Act.ChangeCustomer(PAYS)),
                List.of());
    }

    private static World world() {
        return TestWorlds.with(ScenarioPlayer.slot(QuietDesk::new));
    }
}
