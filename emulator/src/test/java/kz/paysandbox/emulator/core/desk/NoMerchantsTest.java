package kz.paysandbox.emulator.core.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Credentials;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldLimits;
import kz.paysandbox.emulator.core.WorldSpec;
import kz.paysandbox.emulator.core.Worlds;
import org.junit.jupiter.api.Test;

class NoMerchantsTest {

    private final World world = new Worlds(
                    () -> Instant.EPOCH, (delay, task) -> () -> {}, 1, new WorldLimits(1, 1, 1, 1), List.of())
            .create(new WorldSpec("main", 1, Optional.empty(), new Credentials(Map.of())))
            .value()
            .orElseThrow();

    @Test
    void whatever_is_asked_for_is_unknown() {
        MerchantDesk none = MerchantDesk.NONE;

        assertThat(Stream.<Outcome<? extends Record, Conflict>>of(
                        none.addOrganization(world, Map.of()),
                        none.addTradePoint(world, Map.of()),
                        none.scanReturn(world, "1", Optional.empty())))
                .allSatisfy(outcome ->
                        assertThat(outcome.refusal().orElseThrow().kind()).isEqualTo(Conflict.Kind.UNKNOWN));
        assertThat(none.devices(world)).isEmpty();
    }
}
