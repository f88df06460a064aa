package kz.paysandbox.emulator.kaspi.domain.merchants;

import static kz.paysandbox.emulator.kaspi.domain.Town.achieved;
import static kz.paysandbox.emulator.kaspi.domain.Town.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.paysandbox.emulator.core.AtOnce;
import kz.paysandbox.emulator.core.Ids;
import kz.paysandbox.emulator.kaspi.domain.Town;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevicesTest {

    private final Devices devices = new Devices(new Ids(1), 3);
    private final TradePoint one = TradePoint.open(1, Town.A, "1");
    private final TradePoint two = TradePoint.open(2, Town.A, "2");
    private final TradePoint other = TradePoint.open(101, Town.B, "101");

    @Test
    void registering_again_with_the_same_arguments_gives_the_same_device() {
        Device first = achieved(devices.register(one, "GFC-456397"));
        assertThat(achieved(devices.register(one, "GFC-456397"))).isEqualTo(first);
        assertThat(first.active()).isTrue();
        assertThat(first.bin()).isEqualTo(Town.A);
        assertThat(first.tradePointId()).isEqualTo(1);
        assertThat(devices.all()).containsExactly(first);
    }

    @Test
    void a_device_of_one_trade_point_cannot_be_added_to_another_of_the_organisation() {
        achieved(devices.register(one, "GFC-1"));
        assertThat(reason(devices.register(two, "GFC-1"))).isEqualTo(Reason.DEVICE_ELSEWHERE);
    }

    @Test
    void two_organisations_may_use_the_same_name_for_their_devices() {
        Device mine = achieved(devices.register(one, "GFC-1"));
        Device theirs = achieved(devices.register(other, "GFC-1"));
        assertThat(theirs.token()).isNotEqualTo(mine.token());
        assertThat(theirs.alias()).isEqualTo(mine.alias() + 1);
    }

    @Test
    void a_deleted_device_may_be_registered_anew_anywhere_and_gets_a_new_token() {
        Device old = achieved(devices.register(one, "GFC-1"));
        devices.turn(old.token(), false);
        Device fresh = achieved(devices.register(two, "GFC-1"));
        assertThat(fresh.token()).isNotEqualTo(old.token());
        assertThat(devices.find(old.token()).orElseThrow().active()).isFalse();
    }

    @Test
    void a_device_is_found_by_its_token_and_by_its_alias() {
        Device device = achieved(devices.register(one, "GFC-1"));
        assertThat(device.alias()).isEqualTo(1_000);
        assertThat(devices.find(device.token())).contains(device);
        assertThat(devices.find("1000")).contains(device);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "999", "-1000", "1000x", "+1000", "1 000", "/000", ":000", "9999999999999999999"})
    void no_other_text_finds_a_device(String text) {
        achieved(devices.register(one, "GFC-1"));
        assertThat(devices.find(text)).isEmpty();
    }

    @Test
    void an_alias_has_at_most_18_digits() {
        devices.add(new Device("t", 999_999_999_999_999_999L, "x", Town.A, 1, true));
        assertThat(devices.find("999999999999999999")).isPresent();
        assertThat(devices.find("0999999999999999999")).isEmpty();
    }

    @Test
    void a_device_can_be_switched_off_and_on() {
        Device device = achieved(devices.register(one, "GFC-1"));
        assertThat(devices.turn(String.valueOf(device.alias()), false)).contains(device.switched(false));
        assertThat(devices.find(device.token()).orElseThrow().active()).isFalse();
        assertThat(devices.turn(device.token(), true)).contains(device);
        assertThat(devices.turn("unknown", true)).isEmpty();
    }

    @Test
    void a_full_world_says_so_and_still_knows_its_devices() {
        Device first = achieved(devices.register(one, "1"));
        achieved(devices.register(one, "2"));
        achieved(devices.register(one, "3"));
        Refusal full = devices.register(one, "4").refusal().orElseThrow();
        assertThat(full.reason()).isEqualTo(Reason.SANDBOX_FULL);
        assertThat(full.why()).contains("3 devices");
        assertThat(achieved(devices.register(one, "1"))).isEqualTo(first);
    }

    @Test
    void devices_are_listed_by_alias() {
        devices.add(new Device("b", 7, "x", Town.A, 1, true));
        devices.add(new Device("a", 321, "y", Town.A, 1, true));
        assertThat(devices.all()).extracting(Device::alias).containsExactly(7L, 321L);
    }

    @Test
    void of_many_that_delete_a_device_at_once_one_does() {
        Devices devices = new Town().bank.devices();
        assertThat(AtOnce.call(16, caller -> devices.delete("a1", List.of(Town.A))))
                .filteredOn(outcome -> outcome.value().isPresent())
                .hasSize(1);
    }

    @Test
    void registering_at_once_makes_one_device_of_one_name_and_never_more_than_the_limit() {
        Devices devices = new Devices(new Ids(1), 5);
        assertThat(
                        AtOnce.call(16, caller -> devices.register(TradePoint.open(1, Town.A, "1"), "K-" + caller / 2))
                                .stream()
                                .flatMap(outcome -> outcome.value().stream())
                                .map(Device::token)
                                .distinct())
                .hasSize(5);
        assertThat(devices.all()).hasSize(5);
    }
}
