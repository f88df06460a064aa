package kz.paysandbox.gateway.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.store.TokenTable.TokenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start makes where it is missing, and what it does not make again. */
class FirstAdminIT {
    @TempDir
    private Path folder;

    private FirstStart start(GatewayFixture fixture) {
        return FirstStart.of(fixture.gateway(), GatewaySettings.of(fixture.settings()));
    }

    @Test
    void a_removed_admin_token_does_not_come_back_and_an_absent_file_makes_no_other() throws Exception {
        Path file = folder.resolve("token");
        try (GatewayFixture fixture =
                GatewayFixture.on(TestDatabase.H2, Map.of("kzpay.gateway.admin.token.file", file.toString()))) {
            String token = start(fixture).newToken().orElseThrow();
            assertThat(file).hasContent(token + "\n");
            assertThat(start(fixture).newToken()).isEmpty();
            assertThat(fixture.get("/admin/attention", token).status()).isEqualTo(200);
            String other = fixture.admin();
            remove(fixture, token);
            assertThat(start(fixture).newToken()).isEmpty();
            assertThat(fixture.get("/admin/attention", token).status()).isEqualTo(401);
            Files.delete(file);
            assertThat(start(fixture).newToken()).isEmpty();
            assertThat(file).doesNotExist();
            assertThat(fixture.get("/admin/attention", other).status()).isEqualTo(200);
        }
    }

    private static void remove(GatewayFixture fixture, String token) {
        boolean removed = fixture.gateway().database().transaction(sql -> {
            var tokens = fixture.gateway().database().tables().tokens();
            TokenRow row = tokens.of(sql, Optional.empty()).stream()
                    .filter(one -> token.startsWith(one.prefix()))
                    .findFirst()
                    .orElseThrow();
            return tokens.remove(sql, Optional.empty(), row.prefix());
        });
        assertThat(removed).isTrue();
    }

    @Test
    void a_token_of_a_file_is_the_admins_of_an_empty_database() throws Exception {
        Path file = folder.resolve("token");
        try (GatewayFixture fixture =
                GatewayFixture.on(TestDatabase.H2, Map.of("kzpay.gateway.admin.token.file", file.toString()))) {
            String token = fixture.gateway().tokens().fresh();
            Files.writeString(file, token);
            assertThat(start(fixture).newToken()).isEmpty();
            assertThat(fixture.get("/admin/attention", token).status()).isEqualTo(200);
        }
    }

    @Test
    void a_database_whose_key_is_gone_is_not_opened_with_another() throws Exception {
        Path data = folder.resolve("data");
        GatewaySettings settings = GatewaySettings.of(Map.of("kzpay.gateway.data", data.toString()));
        DatabaseSetup.open(settings, GatewaySurroundings.system()).close();
        Path key = data.resolve("database.key");
        Files.delete(key);
        assertThatThrownBy(() -> DatabaseSetup.open(settings, GatewaySurroundings.system()))
                .hasMessageContaining("put " + key + " back from its backup");
        assertThat(key).doesNotExist();
    }
}
