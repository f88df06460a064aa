package kz.paysandbox.gateway.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.paysandbox.gateway.address.AddressList;
import kz.paysandbox.gateway.http.access.AccessTokens;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.FieldReader;
import kz.paysandbox.gateway.http.route.Method;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.pay.Identity;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.GatewayDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayServerIT {
    private static final List<Route> ROUTES = List.of(
            Route.plain(Method.POST, "/echo/{name}", Role.CASHIER, Family.SHOP, GatewayServerIT::echo),
            Route.plain(Method.GET, "/wrapped", Role.CASHIER, Family.WRAPPER, GatewayServerIT::echo),
            Route.plain(Method.GET, "/bug", Role.NONE, Family.SERVICE, call -> {
                throw new IllegalStateException("secret");
            }),
            Route.plain(Method.GET, "/admin/who", Role.NONE, Family.ADMIN, GatewayServerIT::who));

    private GatewayDatabase database;
    private GatewayServer server;
    private String cashier;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    void start() {
        database = GatewayDatabase.open(
                new GatewayDatabase.Address(
                        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                        Optional.empty(),
                        Optional.empty(),
                        4),
                Optional.empty(),
                Clock.systemUTC());
        AccessTokens tokens = new AccessTokens(database, new SecureRandom());
        cashier = tokens.make(
                        new AccessTokens.Terms(Optional.of("5"), Role.CASHIER, Optional.empty(), Optional.empty()))
                .token();
        Gate gate = new Gate(
                AddressList.parse("127.0.0.1"),
                AddressList.parse("10.0.0.0/8"),
                AddressList.EMPTY,
                Set.of("https://shop.example"),
                false);
        Identity identity = new Identity(
                "one",
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString(),
                Duration.ofSeconds(45),
                Duration.ofSeconds(150));
        server = GatewayServer.start(
                Listening.at("127.0.0.1", 0),
                ROUTES,
                Front.of(database, tokens, identity, gate, Observation.none(System::nanoTime)));
    }

    @AfterAll
    void stop() {
        server.close();
        database.close();
    }

    private static Result<Answer> echo(Call call) {
        FieldReader read = call.read().required("amount");
        var amount = read.tenge("amount");
        var phone = read.phone("phone");
        return read.then(() -> Result.of(Answer.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("amount", amount.orElseThrow().amount())
                        .put("phone", phone.isPresent())
                        .put("name", call.fields().path().getOrDefault("name", "")))));
    }

    private static Result<Answer> who(Call call) {
        return Result.of(Answer.of(200, "text/plain", call.origin().address()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> echo(String body) throws IOException, InterruptedException {
        return send(request("/echo/one")
                .header("Authorization", "Bearer " + cashier)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":100}",
                "{\"amount\":\"100.00\"}",
                "{\"amount\":1e2}",
                "{\"amount\":100.0}",
                "{\"amount\":100.000}"
            })
    void an_amount_is_read_however_it_is_written(String body) throws Exception {
        HttpResponse<String> answer = echo(body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"amount\":100.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}{}",
                "null",
                "{\"amount\":NaN}",
                "{\"amount\":\"NaN\"}",
                "{\"amount\":0}",
                "{\"amount\":-1}",
                "{\"amount\":1.001}",
                "{\"amount\":1e999}",
                "{\"amount\":1e-999999999}",
                "{\"amount\":\"١٠٠\"}",
                "{\"amount\":[1]}",
                "{\"amount\":{}}",
                "{\"amount\":true}",
                "{\"amount\":null}",
                "{\"amount\":1,\"amount\":2}",
                "{\"amount\":100,\"phone\":\"12\"}"
            })
    void what_is_no_request_is_400_and_says_where(String body) throws Exception {
        HttpResponse<String> answer = echo(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"invalid_request\"", "\"errors\":[{\"field\"", "\"request_id\"");
    }

    @Test
    void deep_long_and_oversize_bodies_are_refused() throws Exception {
        assertThat(echo("{\"x\":" + "[".repeat(5000) + "]".repeat(5000) + ",\"amount\":1}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(echo("{\"amount\":" + "1".repeat(60_000) + "}").statusCode()).isEqualTo(400);
        assertThat(echo("{\"amount\":1,\"x\":\"" + "a".repeat(70_000) + "\"}").statusCode())
                .isEqualTo(413);
        assertThat(echo("{\"amount\":1,\"x\":\"" + "a".repeat(3_000_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void other_encodings_and_kinds_are_refused() throws Exception {
        byte[] cyrillic = {'{', '"', 'a', '"', ':', '"', (byte) 0xcf, '"', '}'};
        HttpRequest.Builder latin = request("/echo/one")
                .header("Authorization", "Bearer " + cashier)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(cyrillic));
        assertThat(send(latin).statusCode()).isEqualTo(400);
        HttpRequest.Builder charset = request("/echo/one")
                .header("Authorization", "Bearer " + cashier)
                .header("Content-Type", "application/json; charset=windows-1251")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(send(charset).statusCode()).isEqualTo(415);
        HttpRequest.Builder form = request("/echo/one")
                .header("Authorization", "Bearer " + cashier)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("amount=1"));
        assertThat(send(form).statusCode()).isEqualTo(415);
    }

    @Test
    void tokens_stand_in_the_header_and_in_the_parameters_of_the_wrapper_alone() throws Exception {
        assertThat(send(request("/wrapped?amount=5&access_token=" + cashier).GET())
                        .body())
                .contains("5.00");
        HttpResponse<String> none = send(request("/wrapped?amount=5").GET());
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.body()).startsWith("{\"status\":false,\"error\":{\"code\":\"unauthorized\"");
        HttpResponse<String> elsewhere = send(
                request("/echo/x?access_token=" + cashier).POST(HttpRequest.BodyPublishers.ofString("{\"amount\":1}")));
        assertThat(elsewhere.statusCode()).isEqualTo(401);
        assertThat(elsewhere.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(send(request("/wrapped?amount=5&access_token=" + cashier + "&access_token=" + cashier)
                                .GET())
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "POST", "PROPFIND"})
    void other_methods_are_405(String method) throws Exception {
        HttpResponse<String> answer =
                send(request("/wrapped?access_token=" + cashier).method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(405);
        if (!method.equals("PROPFIND")) {
            assertThat(answer.headers().firstValue("Allow")).contains("GET");
        }
    }

    @Test
    void slashes_at_the_end_are_ignored_and_unknown_addresses_are_404() throws Exception {
        assertThat(send(request("/wrapped/?amount=5&access_token=" + cashier).GET())
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> nowhere = send(request("/nowhere").GET());
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.body()).contains("\"code\":\"not_found\"");
    }

    @Test
    void a_fault_is_500_without_its_words() throws Exception {
        HttpResponse<String> answer =
                send(request("/bug").header("X-Request-ID", "abc-1").GET());
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("\"code\":\"internal\"", "\"request_id\":\"abc-1\"")
                .doesNotContain("secret");
        assertThat(answer.headers().firstValue("X-Request-ID")).contains("abc-1");
    }

    @Test
    void lists_refuse_other_addresses_and_a_proxy_is_believed_about_the_last_hop() throws Exception {
        assertThat(send(request("/admin/who").GET()).statusCode()).isEqualTo(403);
        assertThat(send(request("/admin/who")
                                .header("X-Forwarded-For", "10.1.1.1")
                                .GET())
                        .body())
                .isEqualTo("10.1.1.1");
        assertThat(send(request("/admin/who")
                                .header("X-Forwarded-For", "10.1.1.1, 203.0.113.9")
                                .GET())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void pages_of_listed_origins_alone_may_call() throws Exception {
        HttpRequest.Builder question = request("/echo/one")
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody());
        HttpResponse<String> yes = send(question);
        assertThat(yes.statusCode()).isEqualTo(204);
        assertThat(yes.headers().firstValue("Access-Control-Allow-Origin")).contains("https://shop.example");
        HttpResponse<String> no = send(request("/echo/one")
                .header("Origin", "https://other.example")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(no.statusCode()).isEqualTo(405);
        assertThat(no.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
}
