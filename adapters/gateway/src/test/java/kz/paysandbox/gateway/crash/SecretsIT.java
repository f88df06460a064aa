package kz.paysandbox.gateway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.junit.SandboxServer;
import kz.paysandbox.junit.SandboxWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Check 38: what the gateway says anywhere has no secret in it, nor a customer's phone. */
class SecretsIT {
    private static final String PHONE = "7010000001";

    @TempDir
    private Path folder;

    @Test
    void check_38_neither_logs_at_trace_nor_metrics_problems_and_admin_answers_have_secrets() throws IOException {
        try (SandboxServer sandbox = SandboxServer.start();
                SandboxWorld world = sandbox.world()) {
            Map<String, String> settings = new HashMap<>(world.settings());
            settings.putAll(TestDatabase.H2.settings(folder.resolve("data")));
            List<String> answers = new ArrayList<>();
            List<String> secrets = new ArrayList<>(List.of(
                    PHONE,
                    settings.get("kzpay.kaspi.password"),
                    settings.get("kzpay.epay.client-secret"),
                    "query-parameter-of-a-shop"));
            try (GatewayProcess gateway =
                    GatewayProcess.start(folder, settings, "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace")) {
                secrets.add(gateway.admin());
                secrets.add(
                        Files.readString(folder.resolve("data/database.key")).strip());
                play(gateway, world, secrets, answers);
                assertThat(gateway.output()).contains(" DEBUG ");
                answers.add(gateway.output());
            }
            assertThat(answers)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(text -> assertThat(secrets)
                            .allSatisfy(secret -> assertThat(text.replaceFirst("Admin token, shown once: \\S+", ""))
                                    .doesNotContain(secret)));
        }
    }

    private static void play(GatewayProcess gateway, SandboxWorld world, List<String> secrets, List<String> answers) {
        answers.add(gateway.post(
                        "/admin/shops/5/devices",
                        "{\"organization_bin\":\"180340021791\",\"trade_point_id\":1,\"device_id\":\"T1\"}")
                .body());
        HttpAnswer made = gateway.post("/admin/shops/5/tokens", "{\"role\":\"owner\"}");
        String token = made.text("/access_token");
        secrets.add(token);
        HttpAnswer webhook = gateway.put("/admin/shops/5/webhook", "{\"url\":\"https://shop.example/paid\"}");
        secrets.add(webhook.text("/secret").isEmpty() ? "whsec_none" : webhook.text("/secret"));
        answers.add(gateway.get("/admin/shops/5/webhook").body());
        answers.add(gateway.get("/admin/shops/5/tokens").body());
        answers.add(gateway.get("/admin/shops/5/configs").body());
        HttpAnswer invoice = gateway.ask("/api/v2/paymentkaspi/create/?phone=8" + PHONE
                + "&amount=100&organizationBin=180340021791&message=query-parameter-of-a-shop&access_token=" + token);
        assertThat(invoice.status()).as(invoice.toString()).isEqualTo(200);
        answers.add(invoice.body());
        String number = invoice.text("/data/externalId");
        world.customer().confirm(number);
        answers.add(gateway.ask("/api/v2/paymentkaspi/status/?externalId=" + number + "&access_token=" + token)
                .body());
        answers.add(gateway.post(
                        "/payments/kaspi/refund", "{\"shop_id\":5,\"external_id\":\"" + number + "\",\"amount\":1000}")
                .body());
        answers.add(gateway.post(
                        "/payments/kaspi/create", "{\"shop_id\":5,\"amount\":\"much\",\"phone\":\"8" + PHONE + "\"}")
                .body());
        answers.add(
                gateway.ask("/api/v2/paymentkaspi/status/?externalId=1&access_token=" + token.toUpperCase(Locale.ROOT))
                        .body());
        gateway.post(
                "/api/v1/payments/initiate",
                "{\"shop_id\":5,\"amount\":150000,\"currency\":\"KZT\",\"payment_type\":\"order\"}");
        answers.add(gateway.get("/admin/log?shop_id=5").body());
        answers.add(gateway.get("/admin/attention").body());
        answers.add(gateway.get("/metrics").body());
        answers.add(gateway.get("/health/ready").body());
    }
}
