package kz.paysandbox.gateway.http;

import static kz.paysandbox.gateway.GatewayFixture.BIN;
import static kz.paysandbox.gateway.GatewayFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.http.card.CardCustomer;

/** Calls that succeed, by row; in the order of the table, which is one in which each finds what it needs. */
final class EveryRouteCalls {
    private static final String WRAPPER = "/api/v2/paymentkaspi/";
    private final GatewayFixture gateway;
    private final String owner;
    private final String admin;
    final Map<String, Supplier<HttpAnswer>> rows = new LinkedHashMap<>();
    private int amount = 100;

    EveryRouteCalls(GatewayFixture gateway) {
        this.gateway = gateway;
        this.owner = gateway.owner(SHOP);
        this.admin = gateway.admin();
        wrapper();
        payments();
        shop();
        cards();
        pages();
        admin();
        service();
    }

    private int next() {
        amount++;
        return amount;
    }

    private HttpAnswer get(String path) {
        return gateway.get(path, owner);
    }

    private HttpAnswer post(String path, String json) {
        return gateway.post(path, owner, json);
    }

    private HttpAnswer admin(String method, String path, String json) {
        return gateway.send(gateway.authorized(path, admin)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    private HttpAnswer form(String path, String form) {
        return gateway.send(gateway.authorized(path, owner)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private String unpaid() {
        return post("/api/v1/kaspi/create", "{\"amount\":" + next() + ",\"phone\":\"87010000001\"}")
                .text("/external_id");
    }

    private String paid() {
        String id = unpaid();
        gateway.world().customer().confirm(id);
        return id;
    }

    private void wrapper() {
        both("create", () -> "phone=87010000001&amount=" + next());
        both("create-link", () -> "amount=" + next());
        both("status", () -> "externalId=" + unpaid());
        both("refund", () -> "amount=50&externalId=" + paid());
    }

    private void both(String name, Supplier<String> parameters) {
        rows.put("GET " + WRAPPER + name, () -> get(WRAPPER + name + "/?" + parameters.get()));
        rows.put("POST " + WRAPPER + name, () -> form(WRAPPER + name, parameters.get()));
    }

    private void payments() {
        String base = "/payments/kaspi/";
        rows.put(
                "POST " + base + "create",
                () -> post(base + "create", "{\"shop_id\":5,\"amount\":" + next() + ",\"phone\":\"87010000001\"}"));
        rows.put(
                "POST " + base + "create-link",
                () -> post(base + "create-link", "{\"shop_id\":5,\"amount\":" + next() + "}"));
        rows.put("GET " + base + "status/{external_id}", () -> get(base + "status/" + unpaid()));
        rows.put(
                "POST " + base + "refund",
                () -> post(base + "refund", "{\"shop_id\":5,\"amount\":5,\"external_id\":\"" + paid() + "\"}"));
    }

    private void shop() {
        String base = "/api/v1/kaspi/";
        rows.put(
                "POST " + base + "create",
                () -> post(base + "create", "{\"amount\":" + next() + ",\"phone\":\"87010000001\"}"));
        for (String name : List.of("create-link", "create-qr")) {
            rows.put("POST " + base + name, () -> post(base + name, "{\"amount\":" + next() + "}"));
        }
        rows.put(
                "POST " + base + "refund",
                () -> post(base + "refund", "{\"amount\":5,\"external_id\":\"" + paid() + "\"}"));
        rows.put("POST " + base + "cancel", () -> post(base + "cancel", "{\"external_id\":\"" + unpaid() + "\"}"));
        rows.put("GET " + base + "status/{external_id}", () -> get(base + "status/" + unpaid()));
        rows.put("GET " + base + "details/{external_id}", () -> get(base + "details/" + paid()));
        rows.put("GET " + base + "client-info", () -> get(base + "client-info?phone=87010000001"));
    }

    private HttpAnswer opened() {
        return post(
                "/api/v1/payments/initiate",
                "{\"amount\":75000,\"currency\":\"KZT\",\"account_id\":\"client-1\",\"save_card\":true}");
    }

    /** The path of a payment whose money is held. */
    private String held() {
        HttpAnswer opened = opened();
        new CardCustomer(gateway.world()).pay(opened);
        String payment = "/api/v1/payments/" + opened.text("/payment_id");
        Await.until("held", () -> get(payment).text("/status").equals("processing"));
        return payment;
    }

    private String charged() {
        String payment = held();
        assertThat(post(payment + "/charge", "").text("/status")).isEqualTo("completed");
        return payment;
    }

    private void cards() {
        String base = "/api/v1/payments/";
        rows.put("POST " + base + "initiate", this::opened);
        rows.put(
                "POST " + base + "callback",
                () -> gateway.post(base + "callback", "", callback(opened().text("/payment_id"))));
        rows.put("GET " + base + "{id}", () -> get(base + opened().text("/payment_id")));
        rows.put("POST " + base + "{id}/refund", () -> post(charged() + "/refund", ""));
        rows.put("POST " + base + "{id}/cancel", () -> post(held() + "/cancel", ""));
        rows.put("POST " + base + "{id}/charge", () -> post(held() + "/charge", ""));
        rows.put("POST " + base + "{id}/3ds", () -> form(base + opened().text("/payment_id") + "/3ds", "MD=x&PaRes=y"));
        rows.put("GET " + base + "{id}/receipt", () -> get(charged() + "/receipt"));
        rows.put(
                "GET /api/v1/receipts/{receipt_number}",
                () -> get("/api/v1/receipts/" + get(charged() + "/receipt").text("/receipt_number")));
        rows.put("GET /api/v1/cards", () -> get("/api/v1/cards?account_id=client-1"));
        rows.put("DELETE /api/v1/cards/{card_id}", () -> {
            charged();
            String card = get("/api/v1/cards?account_id=client-1").text("/cards/0/card_id");
            return gateway.send(
                    gateway.authorized("/api/v1/cards/" + card, owner).DELETE());
        });
    }

    private String callback(String id) {
        var payment = gateway.gateway()
                .database()
                .transaction(
                        sql -> gateway.gateway().database().tables().payments().find(sql, id))
                .orElseThrow();
        return "{\"id\":\"11111111-2222-3333-4444-555555555555\",\"invoiceId\":\""
                + payment.bank().invoiceId().orElseThrow()
                + "\",\"amount\":750,\"currency\":\"KZT\",\"code\":\"ok\",\"secret_hash\":\""
                + payment.terms().card().secretHash().orElseThrow() + "\"}";
    }

    private void pages() {
        for (String page : List.of("/payment", "/payment/success", "/payment/failure")) {
            rows.put("GET " + page, () -> gateway.get(page + "?paymentId=" + opened().text("/payment_id"), ""));
        }
        for (String file : List.of("/payment/page.css", "/payment/page.js")) {
            rows.put("GET " + file, () -> gateway.get(file, ""));
        }
    }

    private void admin() {
        String shop = "/admin/shops/5/";
        String row = "/admin/shops/{shop_id}/";
        rows.put("POST /admin/migrate", () -> admin("POST", "/admin/migrate", ""));
        rows.put("GET " + row + "tradepoints", () -> admin("GET", shop + "tradepoints?organization_bin=" + BIN, ""));
        rows.put(
                "POST " + row + "devices",
                () -> admin(
                        "POST",
                        shop + "devices",
                        "{\"organization_bin\":\"" + BIN
                                + "\",\"trade_point_id\":2,\"device_id\":\"TILL-2\",\"description\":\"\"}"));
        rows.put("GET " + row + "configs", () -> admin("GET", shop + "configs", ""));
        rows.put("PUT " + row + "configs/{id}/default", () -> admin("PUT", config() + "/default", ""));
        rows.put("PATCH " + row + "configs/{id}", () -> admin("PATCH", config(), "{\"description\":\"Front\"}"));
        rows.put("GET " + row + "tokens", () -> admin("GET", shop + "tokens", ""));
        rows.put("POST " + row + "tokens", () -> admin("POST", shop + "tokens", "{\"role\":\"cashier\"}"));
        rows.put("DELETE " + row + "tokens/{prefix}", () -> {
            String prefix =
                    admin("POST", shop + "tokens", "{\"role\":\"cashier\"}").text("/prefix");
            return admin("DELETE", shop + "tokens/" + prefix, "");
        });
        rows.put(
                "PUT " + row + "webhook",
                () -> admin("PUT", shop + "webhook", "{\"url\":\"https://shop.example/told\"}"));
        rows.put("GET " + row + "webhook", () -> admin("GET", shop + "webhook", ""));
        rows.put("POST " + row + "webhook/rotate", () -> admin("POST", shop + "webhook/rotate", ""));
        rows.put("POST " + row + "webhook/retry", () -> admin("POST", shop + "webhook/retry", ""));
        rows.put("DELETE " + row + "webhook", () -> admin("DELETE", shop + "webhook", ""));
        rows.put("GET /admin/log", () -> admin("GET", "/admin/log?shop_id=5", ""));
        rows.put("GET /admin/attention", () -> admin("GET", "/admin/attention", ""));
        rows.put("POST /admin/attention/{id}/resolve", this::resolved);
    }

    private String config() {
        return "/admin/shops/5/configs/"
                + admin("GET", "/admin/shops/5/configs", "").text("/configs/0/id");
    }

    private HttpAnswer resolved() {
        gateway.world().faults().loseNextAnswer("r3 remote create");
        HttpAnswer lost = post("/api/v1/kaspi/create", "{\"amount\":" + next() + ",\"phone\":\"87010000001\"}");
        gateway.gateway().useCases().settlement().settle(lost.text("/operation_id"), 0);
        String row = admin("GET", "/admin/attention", "").text("/items/0/id");
        return admin(
                "POST",
                "/admin/attention/" + row + "/resolve",
                "{\"outcome\":\"not_applied\",\"note\":\"the customer has no invoice\"}");
    }

    private void service() {
        for (String path : List.of("/health/live", "/health/ready", "/openapi.yaml")) {
            rows.put("GET " + path, () -> gateway.get(path, ""));
        }
        rows.put("GET /metrics", () -> admin("GET", "/metrics", ""));
    }
}
