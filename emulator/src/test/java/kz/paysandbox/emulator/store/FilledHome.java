package kz.paysandbox.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import kz.paysandbox.emulator.blackbox.support.Identity;
import kz.paysandbox.emulator.client.ControlClient;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.epay.EpaySandbox;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;

/** A home whose worlds hold something of each kind, made through the banks' and the control surface's own calls. */
final class FilledHome {

    /** A fault of each consequence. */
    private static final List<String> FAULTS = List.of(
            "{\"when\":{\"endpoint\":\"r1 health ping\",\"nth\":900},\"then\":{\"statusCode\":-999}}",
            "{\"when\":{\"endpoint\":\"r1 health ping\",\"nth\":900},\"then\":{\"http\":503}}",
            "{\"when\":{\"endpoint\":\"r1 health ping\",\"nth\":900},\"then\":{\"http\":502,\"body\":\"html\"}}",
            "{\"when\":{\"endpoint\":\"r1 health ping\",\"nth\":900},\"then\":{\"drop\":\"before\"}}",
            "{\"when\":{\"endpoint\":\"r1 health ping\",\"share\":0.5,\"amount\":7},\"then\":{\"drop\":\"after\"}}",
            "{\"when\":{\"endpoint\":\"r1 health ping\",\"nth\":900},\"then\":{\"body\":\"truncated\"},\"times\":3}",
            "{\"when\":{\"endpoint\":\"r1 payment status\",\"nth\":900},\"then\":{\"replace\":{\"Status\":\"Odd\"}}}",
            "{\"when\":{\"endpoint\":\"r3 *\"},\"then\":{\"handshake\":\"refuse\"},\"times\":1}",
            "{\"when\":{\"endpoint\":\"r1 health ping\",\"nth\":900},\"then\":{\"delay\":\"PT3S\"}}");

    private static final String PAN = "4405639704015096";

    private final EpaySandbox sandbox;
    private final Set<String> secrets = new LinkedHashSet<>();

    private FilledHome(EpaySandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Makes the certificates of a home as those of the other tests are. */
    static void prepare(Path home) throws IOException {
        Path made = Path.of("target", "epay-home");
        EpaySandbox.start().close();
        Path pki = Files.createDirectories(home.resolve("pki"));
        try (Stream<Path> files = Files.list(made.resolve("pki"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, pki.resolve(file.getFileName()));
            }
        }
    }

    static EpaySandbox start(Path home) {
        return EpaySandbox.start(home, Map.of("store", "file"));
    }

    static ControlClient control(EpaySandbox sandbox) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new ControlClient(http, URI.create(sandbox.control("")), Optional.empty(), Worlds.MAIN);
    }

    /** Fills the worlds of a running sandbox; returns what may be nowhere on disk in clear. */
    static Set<String> fill(EpaySandbox sandbox) {
        FilledHome home = new FilledHome(sandbox);
        home.fill();
        return home.secrets;
    }

    private void fill() {
        control("POST", "/worlds", "{\"name\":\"w1\",\"seed\":7}", "main");
        control("PUT", "/clock", "{\"mode\":\"frozen\",\"at\":\"2026-12-01T09:00:00Z\"}", "main");
        control("PUT", "/clock", "{\"mode\":\"frozen\",\"at\":\"2026-12-01T09:00:00Z\"}", "w1");
        FAULTS.forEach(fault -> control("POST", "/faults", fault, "main"));
        kaspi();
        epay();
        control("GET", "/requests", "", "main");
        control("GET", "/worlds/w1/certificate", "", "w1");
        control("POST", "/scenarios/bank-slow/activate", "", "w1");
        control("PUT", "/customer", "{\"mode\":\"pays\",\"scanAfter\":\"PT1M\",\"confirmAfter\":\"PT1M\"}", "main");
        kaspi("qr/create", Map.of("DeviceToken", secret("2be4cc91-5895-48f8-8bc2-86c7bd419b3b"), "Amount", 300));
    }

    private void kaspi() {
        secret("test_sandbox");
        Answer ping = sandbox.send(HttpRequest.newBuilder(
                        URI.create("https://localhost:" + sandbox.port("kaspi-r1") + "/r1/v01/health/ping"))
                .header("Api-Key", "test_sandbox")
                .header("X-Request-ID", "5b1b0df0-4e3c-4b8f-8a51-1f3f5ad0c002"));
        assertThat(ping.status()).isEqualTo(200);
        String device = secret(kaspi("device/register", Map.of("DeviceId", "till-77", "TradePointId", 1))
                .json()
                .path("Data")
                .path("DeviceToken")
                .asText());
        long paid = kaspi("qr/create", Map.of("DeviceToken", device, "Amount", 200))
                .json()
                .path("Data")
                .path("QrPaymentId")
                .asLong();
        String phone = secret("87019876543");
        control("POST", "/payments/" + paid + "/scan", "{\"phone\":\"" + phone + "\"}", "main");
        control("POST", "/payments/" + paid + "/confirm", "", "main");
        certified("return/create", Map.of("DeviceToken", device));
        control("POST", "/payments/" + paid + "/refund", "{\"amount\":50}", "main");
    }

    private void epay() {
        secret(EpaySandbox.SECRET);
        secret("4405...5096");
        secret(PAN);
        String postLink = "http://127.0.0.1:9/" + "told";
        pay("700001", "100", Map.of("postLink", postLink, "phone", secret("87015554433")));
        pay("700002", "0", Map.of("currency", "USD", "accountId", secret("customer-of-cards"), "cardSave", true));
        Answer cards = sandbox.get(sandbox.base() + "/cards/customer-of-cards", secret(sandbox.token(Map.of())));
        secret(cards.json().path(0).path("CardHash").asText());
        Answer link = sandbox.postJson(
                sandbox.base() + "/invoice",
                secret(sandbox.token(Map.of("scope", "payment"))),
                Map.of(
                        "shop_id", "04f25a4b-d2bd-4dd8-b3a7-9390be4774c4",
                        "invoice_id", "710001",
                        "amount", 250,
                        "currency", "KZT",
                        "description", "Order",
                        "language", "kaz",
                        "expire_period", "1d"));
        String page = sandbox.get(link.text("invoice_url"), "none")
                .raw()
                .headers()
                .firstValue("Location")
                .orElse("");
        assertThat(sandbox.get(page, "none").body()).contains("250.00");
    }

    private void pay(String invoice, String amount, Map<String, Object> more) {
        Map<String, Object> order = new HashMap<>(Map.of(
                "amount", Integer.valueOf(amount),
                "currency", "KZT",
                "name", "JON JONSON",
                "cryptogram", sandbox.cryptogram(PAN, "0127", "321"),
                "invoiceId", invoice,
                "description", "Order",
                "postLink", "",
                "failurePostLink", ""));
        order.putAll(more);
        Map<String, String> asked =
                Map.of("invoiceID", invoice, "amount", amount, "currency", String.valueOf(order.get("currency")));
        Answer paid = sandbox.postJson(sandbox.base() + "/payment/cryptopay", secret(sandbox.token(asked)), order);
        assertThat(paid.status()).as(paid.body()).isEqualTo(200);
    }

    private Answer kaspi(String path, Map<String, ?> body) {
        Answer answer = sandbox.send(kaspi(path, body, "r1"));
        assertThat(answer.json().path("StatusCode").asInt(-1)).as(answer.body()).isZero();
        return answer;
    }

    /** As a client with the world's certificate does. */
    private void certified(String path, Map<String, ?> body) {
        JsonNode made =
                sandbox.get(sandbox.control("/worlds/main/certificate"), "none").json();
        SSLContext context = new Identity(
                        Base64.getDecoder().decode(made.path("pfxBase64").asText()),
                        made.path("password").asText())
                .context(sandbox.emulator().config().pki().resolve("ca-bundle.pem"));
        HttpClient client = HttpClient.newBuilder()
                .sslContext(context)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        try {
            HttpResponse<String> answer =
                    client.send(kaspi(path, body, "r2").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).contains("\"StatusCode\":0");
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private HttpRequest.Builder kaspi(String path, Map<String, ?> body, String scheme) {
        return HttpRequest.newBuilder(URI.create(
                        "https://localhost:" + sandbox.port("kaspi-" + scheme) + "/" + scheme + "/v01/" + path))
                .header("Content-Type", "application/json")
                .header("Api-Key", "test_sandbox")
                .header("X-Request-ID", "5b1b0df0-4e3c-4b8f-8a51-1f3f5ad0c001")
                .POST(HttpRequest.BodyPublishers.ofString(EpaySandbox.json(body)));
    }

    private void control(String method, String path, String body, String world) {
        Answer answer = sandbox.send(HttpRequest.newBuilder(URI.create(sandbox.control(path)))
                .header("Content-Type", "application/json")
                .header("X-Sandbox-World", world)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.status()).as(path + " " + answer.body()).isBetween(200, 299);
    }

    private String secret(String value) {
        assertThat(value).hasSizeGreaterThan(8);
        secrets.add(value);
        return value;
    }
}
