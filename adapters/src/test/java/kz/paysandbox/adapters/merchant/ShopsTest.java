package kz.paysandbox.adapters.merchant;

import static kz.paysandbox.adapters.merchant.Scene.FIRST;
import static kz.paysandbox.adapters.merchant.Scene.SECOND;
import static kz.paysandbox.adapters.merchant.Scene.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.merchant.BinSelection.NoSuchBin;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which shop sells for whom, and what its log says. */
class ShopsTest {
    @ParameterizedTest
    @EnumSource(names = {"H2_UNPOOLED", "POSTGRES_POOLED"})
    void the_shops_first_till_is_its_default_and_calls_are_logged(TestSource kind) {
        Scene scene = Scene.on(kind);
        assertThat(scene.registered(FIRST, 1, "token-a").standard()).isTrue();
        ShopConfig second = scene.registered(SECOND, 101, "token-b");
        assertThat(second.standard()).isFalse();
        scene.bank.answers(Scene.qr(15));
        scene.merchant
                .createQr(SHOP, Optional.of(SECOND), Tenge.of(200), "order-1")
                .orThrow();
        assertThat(scene.bank.lastBody()).contains("990340000013", "token-b");
        scene.bank.answers(Scene.refused(990000028));
        scene.merchant.createQr(SHOP, Optional.empty(), Tenge.of(300), "order-2");
        assertThat(scene.bank.lastBody()).contains("180340021791", "token-a");
        scene.bank.losesTheAnswer();
        scene.merchant.invoice(
                SHOP, Optional.empty(), Phone.parse("87010000001"), Tenge.of(7), "order-3", Optional.empty());
        assertThat(scene.merchant.log().last(SHOP, 10))
                .extracting(LogEntry::operation, LogEntry::state, LogEntry::kind)
                .containsExactly(
                        tuple(Operation.CREATE, LineState.UNKNOWN, Optional.of("invoice")),
                        tuple(Operation.CREATE, LineState.NOT_APPLIED, Optional.of("qr")),
                        tuple(Operation.CREATE, LineState.APPLIED, Optional.of("qr")));
        LogEntry unknown = scene.merchant.log().last(SHOP, 1).get(0);
        assertThat(unknown.amount()).contains(Tenge.of(7));
        assertThat(unknown.error().orElseThrow()).contains("X-Request-ID").doesNotContain("87010000001");
        LogEntry applied = scene.merchant.log().ofPayment(SHOP, 15).get(0);
        assertThat(applied.configId()).isEqualTo(second.id());
        assertThat(applied.startedAt()).isEqualTo(scene.time.instant());
        assertThat(applied.endedAt()).contains(scene.time.instant());
        assertThat(scene.merchant.log().ofPayment("another shop", 15)).isEmpty();
        assertThat(scene.merchant
                        .log()
                        .ofBin(
                                SECOND,
                                scene.time.instant(),
                                scene.time.instant().plusSeconds(1),
                                10))
                .containsExactly(applied);
        assertThat(scene.merchant.log().ofBin(SECOND, scene.time.instant().minusSeconds(1), scene.time.instant(), 10))
                .isEmpty();
        assertThat(scene.merchant.unsettled()).containsExactly(unknown);
    }

    @Test
    void of_states_that_are_asked_for_each_change_is_a_line() {
        Scene scene = Scene.on(TestSource.H2_UNPOOLED);
        scene.registered(FIRST, 1, "token");
        scene.bank.answers(Scene.qr(15));
        scene.merchant
                .createQr(SHOP, Optional.empty(), Tenge.of(200), "order-1")
                .orThrow();
        for (String word : List.of("QrTokenCreated", "Wait", "Wait", "Wait", "Processed", "Processed")) {
            scene.bank.answers(Scene.status(word));
            assertThat(scene.merchant.status(SHOP, 15).raw()).isEqualTo(word);
        }
        scene.bank.answers(Scene.refused(-1601));
        assertThatThrownBy(() -> scene.merchant.status(SHOP, 15)).isInstanceOf(Rejected.class);
        assertThat(scene.merchant.log().ofPayment(SHOP, 15))
                .extracting(LogEntry::state, LogEntry::bankStatus)
                .containsExactly(
                        tuple(LineState.APPLIED, Optional.empty()),
                        tuple(LineState.APPLIED, Optional.of("QrTokenCreated")),
                        tuple(LineState.APPLIED, Optional.of("Wait")),
                        tuple(LineState.APPLIED, Optional.of("Processed")),
                        tuple(LineState.FAILED, Optional.of("Rejected")));
    }

    @Test
    void a_shop_sells_for_its_own_organisations_only() {
        Scene scene = Scene.on(TestSource.H2_UNPOOLED);
        assertThatThrownBy(() -> scene.merchant.createQr("nobody", Optional.of(FIRST), Tenge.of(1), "x"))
                .isInstanceOf(NoSuchBin.class);
        assertThat(scene.bank.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_POOLED", "POSTGRES_POOLED"})
    void fifty_registrations_at_once_leave_one_row_and_one_default(TestSource kind) throws Exception {
        ShopConfigs configs = Scene.on(kind).merchant.configs();
        Scene.atOnce(50, i -> configs.save(SHOP, FIRST, 1, "till", DeviceToken.of("token-" + i), "by " + i));
        assertThat(configs.of(SHOP)).hasSize(1);
        Scene.atOnce(20, i -> configs.save("shoes", FIRST, i, "till", DeviceToken.of("token"), ""));
        assertThat(configs.of("shoes")).hasSize(20);
        assertThat(configs.of("shoes").stream().filter(ShopConfig::standard)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_POOLED", "POSTGRES_POOLED_WITHOUT_AUTOCOMMIT"})
    void the_default_changes_hands_under_contention_and_stays_one(TestSource kind) throws Exception {
        ShopConfigs configs = Scene.on(kind).merchant.configs();
        for (int i = 0; i < 4; i++) {
            configs.save(SHOP, FIRST, i, "till", DeviceToken.of("token"), "");
        }
        List<ShopConfig> rows = configs.of(SHOP);
        Scene.atOnce(16, i -> {
            configs.makeDefault(rows.get(i % 4));
            return rows.get(i % 4);
        });
        assertThat(configs.of(SHOP).stream().filter(ShopConfig::standard)).hasSize(1);
        configs.setActive(rows.get(0), false);
        assertThat(configs.of(SHOP).get(0).active()).isFalse();
    }

    @Test
    void a_file_of_h2_does_as_well(@TempDir Path home) {
        Database file = Database.file(home.resolve("shops"));
        Scene scene = Scene.on(TestSource.H2_UNPOOLED);
        ShopConfigs configs = ShopConfigs.of(file, scene.time);
        configs.save(SHOP, FIRST, 1, "till-1", DeviceToken.of("token"), "");
        ShopConfig again = configs.save(SHOP, FIRST, 1, "till-1", DeviceToken.of("new"), "");
        assertThat(again.device()).isEqualTo(DeviceToken.of("new"));
        assertThat(again.standard()).isTrue();
        assertThat(ShopConfigs.of(Database.file(home.resolve("shops")), scene.time)
                        .of(SHOP))
                .containsExactly(again);
    }
}
