package kz.paysandbox.emulator.core.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.TestWorlds;
import kz.paysandbox.emulator.core.World;
import org.junit.jupiter.api.Test;

class NoMerchantsTest {

    private final World world = TestWorlds.with();

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
