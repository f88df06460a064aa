package kz.paysandbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.Findings;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.boot.DatabaseSetup;
import kz.paysandbox.gateway.boot.GatewaySettings;
import kz.paysandbox.gateway.boot.GatewaySurroundings;
import kz.paysandbox.gateway.crash.GatewayProcess;
import kz.paysandbox.gateway.http.card.CardCustomer;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.webhook.ShopServer;
import kz.paysandbox.junit.SandboxServer;
import kz.paysandbox.junit.SandboxWorld;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is secret is in no log at TRACE, no metric, no problem and no answer of {@code /admin}. */
class SecretsIT {
    private static final String A = "/api/v2/paymentkaspi/";
    private static final String WRONG = "kzpay_" + "W".repeat(43);
    private static final String CARD = "4405639704015096";
    private static final String LEVEL = "org.slf4j.simpleLogger.log.";

    @TempDir
    private Path folder;

    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final List<String> surfaces = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void check_38_no_secret_is_on_any_surface(TestDatabase database) throws Exception {
        try (SandboxServer sandbox = SandboxServer.start();
                SandboxWorld world = sandbox.world();
                ShopServer shop = ShopServer.plain(ShopServer.Answer.status(200))) {
            Map<String, String> settings = settings(world, database);
            try (GatewayProcess gateway = GatewayProcess.start(folder, settings, everythingAtTrace())) {
                secrets.put("the admin's token", gateway.admin());
                settings.forEach((name, value) -> {
                    if (name.matches(".*(password|secret)") && !value.equals("postgres")) {
                        secrets.put(name, value);
                    }
                });
                shop(gateway, shop);
                kaspi(world, gateway);
                card(world, gateway);
                Await.until("the shop is told", () -> shop.received().size() > 1);
                for (String path : List.of(
                        "/metrics",
                        "/health/ready",
                        "/admin/log?shop_id=5",
                        "/admin/attention",
                        "/admin/shops/5/configs",
                        "/admin/shops/5/tokens",
                        "/admin/shops/5/webhook")) {
                    surfaces.add(gateway.get(path).toString());
                }
                String log = gateway.output();
                assertThat(log).contains(" DEBUG ", "/api/v2/paymentkaspi/create");
                surfaces.add(log.replaceFirst("Admin token, shown once: \\S+", ""));
            }
            kept(settings);
            assertThat(surfaces).hasSizeGreaterThan(20);
            secrets.forEach((what, secret) -> {
                assertThat(secret).as(what).hasSizeGreaterThan(7);
                surfaces.forEach(surface -> assertThat(surface.contains(secret))
                        .as(() -> what + " in " + around(surface, secret))
                        .isFalse());
            });
            assertThat(Findings.of(world, Set.of("epay.callback.unreachable", "kaspi.create.blind-retry")))
                    .isEmpty();
        }
    }

    private static String around(String surface, String secret) {
        int at = surface.indexOf(secret);
        return surface.substring(Math.max(0, at - 200), Math.min(surface.length(), at + 100));
    }

    private Map<String, String> settings(SandboxWorld world, TestDatabase database) {
        Map<String, String> settings = new HashMap<>(world.settings());
        settings.putAll(database.settings(folder.resolve("data")));
        settings.put("kzpay.gateway.webhook.allowed-networks", "127.0.0.0/8");
        return settings;
    }

    /** Also of the loggers that the gateway's own configuration holds at a higher level. */
    private static String[] everythingAtTrace() throws IOException {
        Properties pinned = new Properties();
        try (InputStream in = SecretsIT.class.getResourceAsStream("/simplelogger.properties")) {
            pinned.load(in);
        }
        List<String> options = new ArrayList<>(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=trace"));
        pinned.stringPropertyNames().stream()
                .filter(name -> name.startsWith(LEVEL))
                .forEach(name -> options.add("-D" + name + "=trace"));
        assertThat(options).hasSizeGreaterThan(3);
        return options.toArray(String[]::new);
    }

    private void shop(GatewayProcess gateway, ShopServer shop) {
        surfaces.add(gateway.post(
                        "/admin/shops/5/devices",
                        "{\"organization_bin\":\"180340021791\",\"trade_point_id\":1,\"device_id\":\"T1\"}")
                .toString());
        secrets.put(
                "a shop's token",
                gateway.post("/admin/shops/5/tokens", "{\"role\":\"owner\"}").text("/access_token"));
        secrets.put("a wrong token", WRONG);
        HttpAnswer webhook =
                gateway.put("/admin/shops/5/webhook", "{\"url\":\"http://127.0.0.1:" + shop.port() + "/paid\"}");
        secrets.put("a webhook's secret", webhook.text("/secret"));
        secrets.put(
                "its next one",
                gateway.post("/admin/shops/5/webhook/rotate", "").text("/secret"));
    }

    private void kaspi(SandboxWorld world, GatewayProcess gateway) {
        String owner = secrets.get("a shop's token");
        secrets.put("a phone", "7010000001");
        secrets.put("another spelling of it", "701 000 00 01");
        secrets.put("its spelling in a query", "701%20000%2000%2001");
        secrets.put("a query of family A", "Only-in-the-query");
        String create = A + "create/?phone=87010000001&amount=100&message=Only-in-the-query&access_token=";
        String id = gateway.ask(create + owner).text("/data/externalId");
        assertThat(id).isNotBlank();
        surfaces.add(gateway.ask(create + WRONG).toString());
        surfaces.add(gateway.ask(create + owner + "&amount=x").toString());
        surfaces.add(gateway.ask(A + "create/?phone=8701000000x&amount=1&access_token=" + owner)
                .toString());
        surfaces.add(gateway.ask(A + "create/?phone=%2B7%20701%20000%2000%2001&amount=-1&access_token=" + owner)
                .toString());
        world.customer().confirm(id);
        surfaces.add(gateway.ask(A + "status/?externalId=" + id + "&access_token=" + owner)
                .toString());
        surfaces.add(gateway.ask(A + "refund/?amount=500&externalId=" + id + "&access_token=" + owner)
                .toString());
        world.faults().loseNextAnswer("r3 remote create");
        surfaces.add(gateway.ask(create + owner).toString());
        world.faults().http("r3 *", 500);
        surfaces.add(gateway.ask(create + owner).toString());
        world.faults().clear();
        surfaces.add(gateway.post("/admin/shops/5/tokens", "{\"role\":\"" + owner + "\"}")
                .toString());
        surfaces.add(gateway.get("/api/v1/kaspi/client-info?shop_id=5&phone=87010000404")
                .toString());
        surfaces.add(
                gateway.post("/payments/kaspi/create", "{\"shop_id\":5,\"amount\":\"much\",\"phone\":\"87010000001\"}")
                        .toString());
    }

    private void card(SandboxWorld world, GatewayProcess gateway) {
        secrets.put("a card's number", CARD);
        String initiate = "{\"shop_id\":5,\"amount\":75000,\"currency\":\"KZT\",\"payment_type\":\"order\","
                + "\"account_id\":\"client-1\",\"save_card\":true";
        HttpAnswer opened = gateway.post("/api/v1/payments/initiate", initiate + "}");
        secrets.put("the bank's token for one payment", opened.text("/auth_token"));
        new CardCustomer(world).pay(opened);
        String payment = "/api/v1/payments/" + opened.text("/payment_id");
        Await.until("paid", () -> gateway.get(payment).text("/status").equals("completed"));
        surfaces.add(gateway.get(payment).toString());
        surfaces.add(gateway.get(payment + "/receipt").toString());
        surfaces.add(
                gateway.post(payment + "/refund", "{\"refund_amount\":900}").toString());
        surfaces.add(
                gateway.post(payment + "/refund", "{\"refund_amount\":2000}").toString());
        surfaces.add(gateway.post(
                        "/api/v1/payments/callback",
                        "{\"invoiceId\":\"" + opened.text("/invoice_id")
                                + "\",\"amount\":1,\"currency\":\"KZT\",\"code\":\"ok\",\"cardMask\":\"" + CARD + "\"}")
                .toString());
        surfaces.add(gateway.post("/api/v1/payments/initiate", initiate + ",\"saved_card_id\":\"" + CARD + "\"}")
                .toString());
        surfaces.add(gateway.ask("/payment?paymentId=" + CARD).toString());
    }

    /** What only the database has. */
    private void kept(Map<String, String> settings) {
        try (GatewayDatabase database =
                DatabaseSetup.open(GatewaySettings.of(settings), GatewaySurroundings.system())) {
            String device = database.transaction(
                    sql -> sql.first("select device_token from payment_config", row -> String.valueOf(row.getString(1)))
                            .orElseThrow());
            secrets.put("a device token as it is kept", device);
            database.transaction(sql -> database.tables()
                            .payments()
                            .find(
                                    sql,
                                    sql.first(
                                                    "select id from payment where provider = 'epay'",
                                                    row -> String.valueOf(row.getString(1)))
                                            .orElseThrow()))
                    .flatMap(payment -> payment.terms().card().secretHash())
                    .ifPresent(hash -> secrets.put("the secret of callbacks", hash));
        }
        assertThat(secrets).containsKey("the secret of callbacks");
        Path key = folder.resolve("data/database.key");
        if (Files.exists(key)) {
            try {
                secrets.put("the database's key", Files.readString(key).strip());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
