package kz.paysandbox.adapters.merchant;

import static kz.paysandbox.adapters.merchant.Scene.FIRST;
import static kz.paysandbox.adapters.merchant.Scene.SECOND;
import static kz.paysandbox.adapters.merchant.Scene.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.merchant.BinSelection.NoSuchBin;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rows of payment_config: found, described, switched. */
class ShopConfigsTest {
    @ParameterizedTest
    @EnumSource(names = {"H2_UNPOOLED", "POSTGRES_POOLED"})
    void rows_of_an_organisation_are_found_in_all_shops_and_one_row_by_its_number(TestSource kind) {
        Scene scene = Scene.on(kind);
        ShopConfigs configs = scene.merchant.configs();
        ShopConfig first = scene.registered(FIRST, 1, "token-a");
        scene.registered(SECOND, 101, "token-b");
        ShopConfig shoes = configs.save("shoes", FIRST, 1, "till", DeviceToken.of("token-c"), "");
        configs.setActive(shoes, false);
        assertThat(configs.ofBin(FIRST)).extracting(ShopConfig::id).containsExactly(first.id(), shoes.id());
        assertThat(configs.ofBin(FIRST)).extracting(ShopConfig::active).containsExactly(true, false);
        assertThat(configs.find(first.id())).contains(first);
        assertThat(configs.find(999)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_UNPOOLED", "POSTGRES_POOLED"})
    void a_description_is_all_that_describing_changes(TestSource kind) {
        Scene scene = Scene.on(kind);
        ShopConfigs configs = scene.merchant.configs();
        ShopConfig other = scene.registered(SECOND, 101, "token-b");
        ShopConfig row = scene.registered(FIRST, 1, "token-a");
        scene.time.advance(Duration.ofMinutes(1));
        configs.describe(row, "касса у двери");
        assertThat(configs.find(row.id()))
                .contains(new ShopConfig(
                        row.id(),
                        SHOP,
                        FIRST,
                        1,
                        row.deviceId(),
                        row.device(),
                        true,
                        false,
                        "касса у двери",
                        row.verifiedAt()));
        assertThat(configs.find(other.id())).contains(other);
        configs.describe(row, "x".repeat(500));
        assertThatThrownBy(() -> configs.describe(row, "x".repeat(501)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("500");
        assertThatThrownBy(() -> configs.describe(row, "a\nb")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_default_that_is_switched_off_stays_the_default_and_is_refused() {
        Scene scene = Scene.on(TestSource.H2_UNPOOLED);
        ShopConfigs configs = scene.merchant.configs();
        ShopConfig standard = scene.registered(FIRST, 1, "token-a");
        ShopConfig second = scene.registered(SECOND, 101, "token-b");
        configs.setActive(standard, false);
        assertThat(configs.find(standard.id()).orElseThrow().standard()).isTrue();
        scene.registered(SECOND, 102, "token-c");
        assertThatThrownBy(() -> scene.merchant.createQr(SHOP, Optional.empty(), Tenge.of(1), "order-1"))
                .isInstanceOf(NoSuchBin.class);
        configs.makeDefault(second);
        scene.bank.answers(Scene.qr(15));
        scene.merchant.createQr(SHOP, Optional.empty(), Tenge.of(1), "order-1").orThrow();
        assertThat(scene.bank.lastBody()).contains("token-b");
    }

    @ParameterizedTest
    @CsvSource({"101,5,5", "5,129,5", "5,5,501", "0,5,5", "5,0,5"})
    void what_could_not_be_kept_is_not_registered(int shop, int till, int description) {
        Scene scene = Scene.on(TestSource.H2_UNPOOLED);
        assertThatThrownBy(() ->
                        scene.merchant.register("x".repeat(shop), FIRST, 1, "x".repeat(till), "x".repeat(description)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(scene.bank.requests()).isEmpty();
    }
}
