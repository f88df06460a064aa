package kz.paysandbox.adapters.merchant;

import static kz.paysandbox.adapters.merchant.Scene.FIRST;
import static kz.paysandbox.adapters.merchant.Scene.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.DatabaseKey;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Device tokens and kept answers at rest. */
class DatabaseKeyTest {
    private static final String TOKEN = "2be4cc91-5895-48f8-8bc2-86c7bd419b3b";

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(names = {"H2_UNPOOLED", "POSTGRES_UNPOOLED"})
    void what_was_plain_is_encrypted_and_reads_as_before(TestSource kind) throws Exception {
        Scene scene = Scene.on(kind);
        scene.registered(FIRST, 1, TOKEN);
        assertThat(cells(scene.source, "device_token from payment_config")).containsExactly(TOKEN);
        Database database = Database.of(scene.source).encryptedWith(key(1));
        assertThat(cells(scene.source, "device_token from payment_config"))
                .allSatisfy(cell -> assertThat(cell).startsWith("aes-gcm:").doesNotContain(TOKEN));
        ShopConfigs configs = ShopConfigs.of(database, scene.time);
        assertThat(configs.of(SHOP).get(0).device()).isEqualTo(DeviceToken.of(TOKEN));
        String longest = "ш".repeat(256);
        configs.save(SHOP, FIRST, 2, "till-2", DeviceToken.of(longest), "");
        assertThat(configs.of(SHOP).get(1).device()).isEqualTo(DeviceToken.of(longest));
    }

    @Test
    void a_kept_answer_is_encrypted_too() throws Exception {
        Scene plain = Scene.on(TestSource.H2_POOLED);
        plain.registered(FIRST, 1, TOKEN);
        Database database = Database.of(plain.source).encryptedWith(key(1));
        MerchantKaspi merchant = plain.over(database);
        plain.bank.answers(Scene.qr(15)).answers(Scene.status("Wait"));
        merchant.createQr(SHOP, Optional.empty(), Tenge.of(1), "order-1").orThrow();
        assertThat(cells(plain.source, "answer from payment_log"))
                .allSatisfy(cell -> assertThat(cell).startsWith("aes-gcm:"));
        assertThat(merchant.createQr(SHOP, Optional.empty(), Tenge.of(1), "order-1")
                        .orThrow()
                        .qrToken())
                .isEqualTo("code-15");
    }

    @Test
    void a_new_key_is_put_before_the_old_one() {
        Scene scene = Scene.on(TestSource.H2_UNPOOLED);
        scene.registered(FIRST, 1, TOKEN);
        Database.of(scene.source).encryptedWith(key(1));
        Database both = Database.of(scene.source).encryptedWith(key(2, 1));
        ShopConfigs configs = ShopConfigs.of(both, scene.time);
        assertThat(configs.of(SHOP).get(0).device()).isEqualTo(DeviceToken.of(TOKEN));
        Database onlyNew = Database.of(scene.source).encryptedWith(key(2));
        assertThat(ShopConfigs.of(onlyNew, scene.time).of(SHOP))
                .extracting(ShopConfig::device)
                .containsExactly(DeviceToken.of(TOKEN));
    }

    @Test
    void without_its_key_with_another_one_or_in_another_row_nothing_is_read() throws Exception {
        Scene scene = Scene.on(TestSource.H2_UNPOOLED);
        scene.registered(FIRST, 1, TOKEN);
        scene.registered(FIRST, 2, "other");
        Database.of(scene.source).encryptedWith(key(1));
        assertThatThrownBy(() -> scene.merchant.configs().of(SHOP))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("open the database with its key");
        Database wrong = Database.of(scene.source).encryptedWith(key(3));
        assertThatThrownBy(() -> ShopConfigs.of(wrong, scene.time).of(SHOP))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("another key, or a changed row");
        try (Connection connection = scene.source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update payment_config set device_token ="
                    + " (select device_token from payment_config where trade_point_id = 2) where trade_point_id = 1");
        }
        Database right = Database.of(scene.source).encryptedWith(key(1));
        assertThatThrownBy(() -> ShopConfigs.of(right, scene.time).of(SHOP)).isInstanceOf(StoreFailed.class);
    }

    @Test
    void a_file_that_holds_no_key_is_refused_without_showing_it() throws Exception {
        Path file = home.resolve("key");
        for (String text : List.of("", "secret-but-short", "Zm9v", "!!")) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> DatabaseKey.file(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageNotContaining("secret");
        }
        assertThatThrownBy(() -> DatabaseKey.file(home.resolve("missing"))).isInstanceOf(UncheckedIOException.class);
        assertThat(key(1).toString()).isEqualTo("DatabaseKey[hidden]");
    }

    private DatabaseKey key(int... numbers) {
        StringBuilder lines = new StringBuilder();
        for (int number : numbers) {
            byte[] bytes = new byte[32];
            bytes[0] = (byte) number;
            lines.append(Base64.getEncoder().encodeToString(bytes)).append('\n');
        }
        try {
            return DatabaseKey.file(Files.writeString(home.resolve("key-file"), lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(DataSource source, String what) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select " + what)) {
            List<String> read = new ArrayList<>();
            while (rows.next()) {
                read.add(rows.getString(1));
            }
            return read;
        }
    }
}
