package kz.paysandbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.crash.GatewayProcess;
import kz.paysandbox.junit.SandboxServer;
import kz.paysandbox.junit.SandboxWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is secret is in no log at TRACE, no metric, no problem and no answer of {@code /admin}. */
class SecretsIT {
    private static final String A = "/api/v2/paymentkaspi/";
    private static final String WRONG = "kzpay_" + "W".repeat(43);

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void check_38_no_secret_is_on_any_surface() throws Exception {
        Map<String, String> settings = new HashMap<>();
        try (SandboxServer sandbox = SandboxServer.start();
                SandboxWorld world = sandbox.world()) {
            settings.putAll(world.settings());
            settings.putAll(TestDatabase.POSTGRES.settings(folder.resolve("data")));
            try (GatewayProcess gateway =
                    GatewayProcess.start(folder, settings, "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace")) {
                List<String> surfaces = new ArrayList<>();
                surfaces.add(gateway.post(
                                "/admin/shops/5/devices",
                                "{\"organization_bin\":\"180340021791\",\"trade_point_id\":1,\"device_id\":\"T1\"}")
                        .toString());
                String owner = gateway.post("/admin/shops/5/tokens", "{\"role\":\"owner\"}")
                        .text("/access_token");
                surfaces.addAll(calls(world, gateway, owner));
                for (String path : List.of(
                        "/metrics",
                        "/admin/log?shop_id=5",
                        "/admin/attention",
                        "/admin/shops/5/configs",
                        "/admin/shops/5/tokens",
                        "/admin/shops/5/webhook")) {
                    surfaces.add(gateway.get(path).toString());
                }
                Map<String, String> secrets = new LinkedHashMap<>();
                secrets.put("a shop's token", owner);
                secrets.put("a wrong token", WRONG);
                secrets.put("a phone", "7010000001");
                secrets.put("another spelling of it", "701 000 00 01");
                secrets.put("a query of family A", "Only-in-the-query");
                secrets.put("a device token", device(settings));
                secrets.put("ePay's secret", world.epay().clientSecret());
                settings.forEach((name, value) -> {
                    if (name.endsWith("password") && value.length() > 8) {
                        secrets.put(name, value);
                    }
                });
                surfaces.add(gateway.output());
                assertThat(gateway.output()).contains("/api/v2/paymentkaspi/create");
                secrets.forEach((what, secret) ->
                        surfaces.forEach(surface -> assertThat(surface).as(what).doesNotContain(secret)));
                assertThat(String.join("\n", surfaces).split(gateway.admin(), -1).length - 1)
                        .as("the admin's token is printed once")
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    private List<String> calls(SandboxWorld world, GatewayProcess gateway, String owner)
            throws IOException, InterruptedException {
        List<String> surfaces = new ArrayList<>();
        String create = A + "create/?phone=87010000001&amount=100&message=Only-in-the-query&access_token=";
        String id = get(gateway, create + owner).text("/data/externalId");
        surfaces.add(get(gateway, create + WRONG).toString());
        surfaces.add(get(gateway, create + owner + "&amount=x").toString());
        surfaces.add(get(gateway, A + "create/?phone=8701000000x&amount=1&access_token=" + owner)
                .toString());
        surfaces.add(get(gateway, A + "create/?phone=%2B7%20701%20000%2000%2001&amount=-1&access_token=" + owner)
                .toString());
        world.customer().confirm(id);
        surfaces.add(get(gateway, A + "status/?externalId=" + id + "&access_token=" + owner)
                .toString());
        surfaces.add(get(gateway, A + "refund/?amount=500&externalId=" + id + "&access_token=" + owner)
                .toString());
        world.faults().loseNextAnswer("r3 remote create");
        surfaces.add(get(gateway, create + owner).toString());
        world.faults().http("r3 *", 500);
        surfaces.add(get(gateway, create + owner).toString());
        world.faults().clear();
        surfaces.add(gateway.post("/admin/shops/5/tokens", "{\"role\":\"" + owner + "\"}")
                .toString());
        return surfaces;
    }

    private HttpAnswer get(GatewayProcess gateway, String path) throws IOException, InterruptedException {
        return new HttpAnswer(http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    private static String device(Map<String, String> settings) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        settings.get("kzpay.gateway.database.url"),
                        settings.get("kzpay.gateway.database.user"),
                        settings.get("kzpay.gateway.database.password"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select device_token from payment_config")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
