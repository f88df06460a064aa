package kz.paysandbox.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Alarm;
import kz.paysandbox.emulator.core.AtOnce;
import kz.paysandbox.emulator.core.Credentials;
import kz.paysandbox.emulator.core.CustomerChange;
import kz.paysandbox.emulator.core.CustomerMode;
import kz.paysandbox.emulator.core.Hands;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldLimits;
import kz.paysandbox.emulator.core.WorldSpec;
import kz.paysandbox.emulator.core.Worlds;
import org.junit.jupiter.api.RepeatedTest;

class PlayAtOnceTest {

    private static final CustomerChange PAYS =
            new CustomerChange(Optional.of(CustomerMode.Habit.PAYS), Optional.empty(), Optional.empty());

    @RepeatedTest(50)
    void of_two_that_begin_at_once_nothing_is_left_once_they_have_ended() {
        World world = world();
        ScenarioPlayer play = world.part(ScenarioPlayer.class);

        AtOnce.call(4, number -> play.begin(world, scenario("scenario-" + number), new QuietDesk()));
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
        return new Worlds(
                        new Hands(Instant.EPOCH),
                        Alarm.none(),
                        1,
                        new WorldLimits(10, 10, 10, 10),
                        List.of(ScenarioPlayer.slot()))
                .create(new WorldSpec("main", 1, Optional.empty(), new Credentials(Map.of())))
                .value()
                .orElseThrow();
    }
}
