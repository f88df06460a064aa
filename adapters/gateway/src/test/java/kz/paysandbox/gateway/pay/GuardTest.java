package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.merchant.ShopConfig;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final Bin BIN = PayScene.BIN;
    private static final Bin OTHER = PayScene.OTHER;

    private static ShopConfig row(long id, String shop, Bin bin, boolean active, boolean standard) {
        return new ShopConfig(
                id,
                shop,
                bin,
                id,
                "TILL-" + id,
                DeviceToken.of("device-" + id),
                active,
                standard,
                "",
                Optional.empty());
    }

    private static final List<ShopConfig> ROWS = List.of(
            row(1, "5", BIN, true, false),
            row(2, "5", BIN, true, true),
            row(3, "5", OTHER, false, false),
            row(4, "5", OTHER, true, false));

    private static long chosen(List<ShopConfig> rows, Optional<Bin> bin, Optional<String> device) {
        return PayScene.ok(Guard.choose(rows, bin, device.map(DeviceToken::of))).id();
    }

    private static String refused(List<ShopConfig> rows, Optional<Bin> bin, Optional<String> device) {
        return PayScene.refused(Guard.choose(rows, bin, device.map(DeviceToken::of)));
    }

    @Test
    void the_default_is_taken_and_among_a_bins_rows_the_default_first() {
        assertThat(chosen(ROWS, Optional.empty(), Optional.empty())).isEqualTo(2);
        assertThat(chosen(ROWS, Optional.of(BIN), Optional.empty())).isEqualTo(2);
        assertThat(chosen(ROWS, Optional.of(OTHER), Optional.empty())).isEqualTo(4);
        assertThat(chosen(ROWS, Optional.of(BIN), Optional.of("device-1"))).isEqualTo(1);
        assertThat(chosen(ROWS, Optional.empty(), Optional.of("device-4"))).isEqualTo(4);
    }

    @Test
    void anothers_bin_and_device_are_refused() {
        assertThat(refused(ROWS, Optional.of(Bin.of("060640000017")), Optional.empty()))
                .isEqualTo("bin_not_allowed");
        assertThat(refused(ROWS, Optional.of(OTHER), Optional.of("device-1"))).isEqualTo("device_not_of_bin");
        assertThat(refused(ROWS, Optional.empty(), Optional.of("device-9"))).isEqualTo("device_not_of_bin");
    }

    @Test
    void what_is_switched_off_is_refused() {
        assertThat(refused(ROWS, Optional.of(OTHER), Optional.of("device-3"))).isEqualTo("no_active_configuration");
        assertThat(refused(List.of(row(3, "5", OTHER, false, true)), Optional.of(OTHER), Optional.empty()))
                .isEqualTo("no_active_configuration");
        assertThat(refused(List.of(row(1, "5", BIN, true, false)), Optional.empty(), Optional.empty()))
                .isEqualTo("no_active_configuration");
        assertThat(refused(List.of(), Optional.empty(), Optional.empty())).isEqualTo("no_active_configuration");
    }

    @Test
    void an_admins_shop_is_the_one_that_has_the_device() {
        List<ShopConfig> two = List.of(row(1, "5", BIN, true, true), row(1, "6", BIN, true, true));
        assertThat(PayScene.ok(Guard.shop(ROWS, DeviceToken.of("device-2")))).isEqualTo("5");
        assertThat(PayScene.refused(Guard.shop(ROWS, DeviceToken.of("device-3"))))
                .isEqualTo("shop_not_clear");
        assertThat(PayScene.refused(Guard.shop(two, DeviceToken.of("device-1"))))
                .isEqualTo("shop_not_clear");
    }
}
