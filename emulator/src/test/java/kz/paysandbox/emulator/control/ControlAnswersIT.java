package kz.paysandbox.emulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.paysandbox.emulator.blackbox.support.OpenApi;
import kz.paysandbox.emulator.epay.EpaySandbox;
import org.junit.jupiter.api.Test;

/**
 * One answer of every kind that the control surface has, member by member and in their order: callers rely on the names
 * that are written in the contract, and on the OpenAPI document, which every answer fits.
 */
class ControlAnswersIT {

    private static final String DEVICE = "2be4cc91-5895-48f8-8bc2-86c7bd419b3b";
    private static final String CARD = "4405639704015096";

    private final GoldenAnswers answers = new GoldenAnswers();
    private final OpenApi api = new OpenApi("control/openapi/control.yaml");
    private final List<String> unfit = new ArrayList<>();

    /** With {@code -Dgolden.write=true} the file is brought up to date instead. */
    @Test
    void every_answer_has_the_members_that_it_had() throws IOException {
        try (EpaySandbox sandbox = EpaySandbox.start(Map.of("seed", "7"))) {
            server(sandbox);
            tokens(sandbox);
            worldsAndClock(sandbox);
            payments(sandbox);
            merchants(sandbox);
            faultsAndScenarios(sandbox);
            callbacks(sandbox);
            journal(sandbox);
        }
        answers.compare();
        assertThat(unfit).isEmpty();
        assertThat(api.unanswered()).containsExactlyElementsOf(ControlOperationsIT.ASKED_HERE);
    }

    private void server(EpaySandbox sandbox) throws IOException {
        ask(sandbox, "GET", "/health", "");
        ask(sandbox, "GET", "/health/ready", "");
        ask(sandbox, "GET", "/version", "");
        ask(sandbox, "GET", "/listeners", "");
        ask(sandbox, "GET", "/config", "");
        ask(sandbox, "GET", "/config/schema.json", "");
        ask(sandbox, "GET", "/config/scenario.schema.json", "");
        ask(sandbox, "GET", "/assumptions", "");
        ask(sandbox, "GET", "/catalogue", "");
        ask(sandbox, "GET", "/cards", "");
        ask(sandbox, "GET", "/checkouts", "");
        ask(sandbox, "GET", "/nothing", "");
        ask(sandbox, "GET", "/world?colour=red", "");
        ask(sandbox, "DELETE", "/clock", "");
    }

    private void tokens(EpaySandbox sandbox) throws IOException {
        ask(sandbox, "GET", "/access", "");
        ask(sandbox, "POST", "/tokens", """
                {"name":"ci","scope":"all","expires":"30d","worlds":2,"bytes":1000}""");
        ask(sandbox, "POST", "/tokens", "{\"name\":\"ci\",\"scope\":\"read\"}");
        ask(sandbox, "POST", "/tokens", "{\"name\":\"ci\",\"scope\":\"write\"}");
        ask(sandbox, "GET", "/tokens", "");
        ask(sandbox, "DELETE", "/tokens/cu", "");
        ask(sandbox, "DELETE", "/tokens/ci", "");
        ask(sandbox, "GET", "/audit?limit=3", "");
    }

    private void worldsAndClock(EpaySandbox sandbox) throws IOException {
        ask(sandbox, "POST", "/worlds", """
                {"name":"other","seed":5,"clock":"2027-01-15T10:00:00+05:00"}""");
        ask(sandbox, "POST", "/worlds", "{\"name\":\"other\"}");
        ask(sandbox, "POST", "/worlds", "{\"name\":\"short\",\"ttl\":\"PT2H\"}");
        ask(sandbox, "POST", "/worlds", "{\"name\":\"none\",\"ttl\":\"PT0S\"}");
        ask(sandbox, "DELETE", "/worlds/short", "");
        ask(sandbox, "POST", "/worlds", "{\"nam\":\"other\"}");
        ask(sandbox, "GET", "/worlds", "");
        ask(sandbox, "GET", "/worlds/other/certificate", "");
        ask(sandbox, "DELETE", "/worlds/oter", "");
        ask(sandbox, "DELETE", "/worlds/other", "");
        ask(sandbox, "DELETE", "/worlds/main", "");
        ask(sandbox, "PUT", "/clock", """
                {"mode":"frozen","at":"2027-01-15T10:00:00+05:00"}""");
        ask(sandbox, "PUT", "/clock", "{\"mode\":\"frosen\"}");
        ask(sandbox, "POST", "/reset", "");
        ask(sandbox, "PUT", "/clock", """
                {"mode":"frozen","at":"2027-01-15T10:00:00+05:00"}""");
        ask(sandbox, "PUT", "/customer", """
                {"mode":"declines","scanAfter":"PT3S"}""");
        ask(sandbox, "PUT", "/customer", "{\"mode\":\"manual\"}");
        ask(sandbox, "GET", "/customer", "");
    }

    private void payments(EpaySandbox sandbox) throws IOException {
        long sold = kaspi(sandbox, "qr/create", "{\"DeviceToken\":\"" + DEVICE + "\",\"Amount\":1000.5}")
                .path("QrPaymentId")
                .asLong();
        ask(sandbox, "POST", "/payments/" + sold + "/scan", "{\"phone\":\"87010000001\"}");
        ask(sandbox, "POST", "/payments/" + sold + "/confirm", "");
        ask(sandbox, "POST", "/payments/" + sold + "/confirm", "");
        ask(sandbox, "POST", "/payments/" + sold + "/refund", "{\"amount\":100}");
        ask(sandbox, "POST", "/payments/" + sold + "/refund", "{\"amount\":1000000}");
        ask(sandbox, "POST", "/payments/1/refund", "{\"amount\":1}");
        ask(sandbox, "POST", "/payments/" + sold + "/skan", "");
        ask(sandbox, "GET", "/payments", "");
        ask(sandbox, "GET", "/payments?bank=kaspy", "");
        ask(sandbox, "GET", "/payments/" + sold, "");
        kaspi(sandbox, "qr/create", "{\"DeviceToken\":\"" + DEVICE + "\",\"Amount\":7}");
        ask(sandbox, "POST", "/clock/advance", "{\"by\":\"PT5M\"}");
        ask(sandbox, "GET", "/clock", "");
        kaspi(sandbox, "qr/create-link", "{\"DeviceToken\":\"" + DEVICE + "\",\"Amount\":8}");
        ask(sandbox, "GET", "/payments?limit=1", "");
        ask(sandbox, "GET", "/clock?next=5", "");
        ask(sandbox, "GET", "/returns", "");
    }

    private void merchants(EpaySandbox sandbox) throws IOException {
        ask(sandbox, "PATCH", "/organizations/990340000013", "{\"behaviorOptions\":{\"statusPollingInterval\":7}}");
        ask(sandbox, "PATCH", "/organizations/990340000014", "{\"active\":false}");
        ask(sandbox, "PATCH", "/organizations/990340000013", "{\"activ\":false}");
        ask(sandbox, "POST", "/organizations", """
                        {"bin":"990340000046","tradePoints":[{"id":401,"name":"Kiosk"}]}""");
        ask(sandbox, "POST", "/tradepoints", """
                {"id":402,"bin":"990340000046","name":"Stall"}""");
        ask(sandbox, "POST", "/tradepoints", """
                {"id":402,"bin":"990340000046","name":"Stall"}""");
        ask(sandbox, "PATCH", "/tradepoints/402", "{\"qrPayments\":false}");
        ask(sandbox, "POST", "/organizations", """
                        {"bin":"990340000057","tradePoints":[{"id":451,"name":"Kiosk"}]}""");
        ask(sandbox, "POST", "/tradepoints", "{\"id\":452,\"bin\":\"990340000057\",\"name\":\"Stall\"}");
        ask(sandbox, "PATCH", "/tradepoints/452", "{\"qrPayments\":false}");
        ask(sandbox, "PATCH", "/devices/" + DEVICE, "{\"active\":true}");
        ask(sandbox, "POST", "/certificates/partne/revoke", "");
        ask(sandbox, "POST", "/returns/7/scan", "{\"phone\":\"87010000001\"}");
    }

    private void faultsAndScenarios(EpaySandbox sandbox) throws IOException {
        ask(sandbox, "POST", "/faults", """
                        {"when":{"endpoint":"r1 *","bin":"180340021791"},"then":{"statusCode":-999}}""");
        ask(
                sandbox,
                "POST",
                "/faults",
                "{\"name\":\"all\",\"when\":{\"endpoint\":\"r3 qr create\",\"bin\":\"180340021791\",\"deviceToken\":\"2\","
                        + "\"amount\":10.50,\"phone\":\"3\",\"header\":{\"A\":\"b\"},\"nth\":2,\"share\":0.5},"
                        + "\"then\":{\"delay\":\"PT1S\",\"statusCode\":-999,\"slow\":{\"bytesPerSecond\":10}},\"times\":3}");
        ask(
                sandbox,
                "POST",
                "/faults",
                "{\"when\":{\"endpoint\":\"r3 *\",\"certificate\":\"merchant\"},"
                        + "\"then\":{\"handshake\":\"refuse\"}}");
        ask(
                sandbox,
                "POST",
                "/faults",
                "{\"when\":{\"endpoint\":\"r1 *\"},\"then\":{\"replace\":{\"Status\":\"Lost\"}}," + "\"times\":1}");
        ask(sandbox, "POST", "/faults", """
                {"when":{"endpoint":"r1 qr creat"},"then":{"http":503}}""");
        ask(sandbox, "POST", "/faults", "{\"when\":{},\"then\":{}}");
        ask(sandbox, "GET", "/faults", "");
        ask(sandbox, "DELETE", "/faults/fault-9", "");
        ask(sandbox, "DELETE", "/faults/fault-4", "");
        ask(sandbox, "DELETE", "/faults", "");
        ask(sandbox, "GET", "/scenarios", "");
        ask(sandbox, "POST", "/scenarios", "name: mine\nbank: kaspi\ntimelin: []\n");
        ask(sandbox, "POST", "/scenarios", """
                name: mine
                bank: kaspi
                title: {en: Mine, ru: Моё}
                correct: Waits.
                start: {customer: {mode: pays, scanAfter: PT1S}, callbacks: {delay: PT1S, duplicates: 1}}
                faults: [{name: down, when: {endpoint: "r1 *"}, then: {http: 503}, times: 1}]
                timeline:
                - {at: PT0S, scan: last, phone: "87010000001"}
                - {at: PT0S, confirm: 9}
                - {at: PT0S, refund: first, amount: 1}
                - {at: PT0S, refund: first, amount: 100000}
                - {at: PT0S, organization: "990340000013", set: {active: true}}
                - {at: PT0S, tradePoint: 777, set: {active: false}}
                - {at: PT0S, device: last, set: {active: true}}
                - {at: PT0S, device: 99, set: {active: true}}
                - {at: PT0S, revoke: nobody}
                - {at: PT0S, renew: nobody}
                - {at: PT0S, fault: {name: later, when: {endpoint: "r1 qr create"}, then: {statusCode: -999}}}
                - {at: PT0S, clearFaults: later}
                - {at: PT0S, clearFaults: later}
                - {at: PT0S, customer: {mode: manual}}
                - {at: PT0S, callbacks: {order: reversed, retries: [PT1M]}}
                - {at: PT1M, expire: last}
                """);
        ask(sandbox, "GET", "/scenarios/mine", "");
        ask(sandbox, "GET", "/scenarios/active", "");
        ask(sandbox, "POST", "/scenarios/mine/activate", "");
        ask(sandbox, "GET", "/callbacks/policy", "");
        ask(sandbox, "POST", "/scenarios/mien/activate", "");
        ask(sandbox, "POST", "/clock/advance", "{\"by\":\"PT1M\"}");
        ask(sandbox, "GET", "/scenarios/active", "");
        ask(sandbox, "DELETE", "/scenarios/active", "");
        ask(sandbox, "GET", "/callbacks/policy", "");
        ask(sandbox, "DELETE", "/scenarios/min", "");
        ask(sandbox, "DELETE", "/scenarios/mine", "");
    }

    private void callbacks(EpaySandbox sandbox) throws IOException {
        ask(sandbox, "PUT", "/callbacks/policy", """
                {"delay":"PT1M","retries":["PT2M","PT5M"]}""");
        ask(sandbox, "PUT", "/callbacks/policy", "{\"delai\":\"PT1M\"}");
        HttpServer shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            byte[] body = "{\"ok\":false}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(302, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        shop.start();
        try {
            pay(sandbox, "100001", "http://127.0.0.1:" + shop.getAddress().getPort() + "/told");
            pay(sandbox, "100002", "https://127.0.0.1:9/told");
            ask(sandbox, "GET", "/callbacks", "");
            ask(sandbox, "POST", "/clock/advance", "{\"by\":\"PT1M\"}");
            ask(sandbox, "GET", "/callbacks", "");
            String first = sandbox.get(sandbox.control("/callbacks"), "x")
                    .json()
                    .path(0)
                    .path("id")
                    .asText();
            ask(sandbox, "POST", "/callbacks/" + first + "/replay", "");
            ask(sandbox, "POST", "/callbacks/none/replay", "");
            ask(sandbox, "GET", "/payments?bank=epay&limit=1", "");
            ask(sandbox, "GET", "/payments?status=CHARGE&bin=test", "");
        } finally {
            shop.stop(0);
        }
    }

    private void journal(EpaySandbox sandbox) throws IOException {
        ask(sandbox, "GET", "/requests/1", "");
        ask(sandbox, "GET", "/requests/999", "");
        ask(sandbox, "GET", "/requests?limit=1&endpoint=epay%20*", "");
        ask(sandbox, "GET", "/requests?endpoint=r9", "");
        ask(sandbox, "GET", "/requests/normalized", "");
        ask(sandbox, "GET", "/requests.har", "");
        ask(sandbox, "GET", "/findings", "");
        ask(sandbox, "GET", "/findings?rule=kaspi.pol", "");
        ask(sandbox, "GET", "/readiness", "");
        ask(sandbox, "GET", "/readiness?uses=r1,r9", "");
        ask(sandbox, "POST", "/requests/verify", "{\"where\":{\"endpoint\":\"r1 qr create\"},\"count\":{\"min\":1}}");
        ask(sandbox, "POST", "/requests/verify", """
                        {"where":{"endpoint":"r1 qr create","body":{"Amount":3}},"count":{"max":5,"min":1}}""");
        ask(sandbox, "POST", "/requests/verify", "{\"where\":{\"endpont\":\"r1 qr create\"}}");
        ask(sandbox, "DELETE", "/requests", "");
        ask(sandbox, "DELETE", "/findings", "");
        ask(sandbox, "GET", "/findings", "");
        ask(sandbox, "GET", "/world", "");
    }

    private static JsonNode kaspi(EpaySandbox sandbox, String path, String body) {
        return sandbox.send(HttpRequest.newBuilder(
                                URI.create("https://localhost:" + sandbox.port("kaspi-r1") + "/r1/v01/" + path))
                        .header("Api-Key", "test_sandbox")
                        .header("X-Request-ID", "5d2a9c1e-7b1f-4f53-9e5c-000000000001")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .json()
                .path("Data");
    }

    private static void pay(EpaySandbox sandbox, String invoice, String postLink) {
        String token = sandbox.invoiceToken(invoice, "100");
        Map<String, Object> payment = new TreeMap<>(Map.of("amount", 100, "currency", "KZT", "name", "AIBEK SANDBOX"));
        payment.put("cryptogram", sandbox.cryptogram(CARD, "0127", "321"));
        payment.putAll(Map.of("invoiceId", invoice, "postLink", postLink, "description", "order"));
        var unused = sandbox.postJson(sandbox.base() + "/payment/cryptopay", token, payment);
    }

    private void ask(EpaySandbox sandbox, String method, String path, String body) throws IOException {
        EpaySandbox.Answer answer = sandbox.send(HttpRequest.newBuilder(URI.create(sandbox.control(path)))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        unfit.addAll(api.faults(method, path, body, OpenApi.Answer.of(answer.raw())));
        answers.add(method, path, body, answer.status(), answer.body());
    }
}
