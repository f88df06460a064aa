package kz.paysandbox.gateway.http;

import static kz.paysandbox.gateway.GatewayFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.OpenApi;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.Route;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each row of the gateway's table, well and badly asked; the fixture holds each answer against the OpenAPI document. */
class EveryRouteIT {
    private static final Set<Family> PROBLEMS =
            EnumSet.of(Family.PAYMENTS, Family.SHOP, Family.CARDS, Family.ADMIN, Family.CALLBACK);

    private static Set<String> table(GatewayFixture gateway) {
        Set<String> routes = new TreeSet<>();
        gateway.gateway().routes().forEach(route -> routes.add(route.method() + " " + route.path()));
        return routes;
    }

    @ParameterizedTest
    @EnumSource
    void check_37_every_route_is_in_the_document_and_the_reverse_and_answers_as_it_says(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.holding(database)) {
            gateway.till(SHOP);
            assertThat(table(gateway)).isEqualTo(OpenApi.document().operations());
            EveryRouteCalls calls = new EveryRouteCalls(gateway);
            assertThat(calls.rows.keySet()).containsExactlyInAnyOrderElementsOf(table(gateway));
            calls.rows.forEach((row, call) -> {
                HttpAnswer answer = call.get();
                assertThat(answer.status()).as(row + ": " + answer).isBetween(200, 303);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_37_every_error_is_a_problem_with_a_code_and_the_requests_id(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.till(SHOP);
            String other = gateway.owner("6");
            String admin = gateway.admin();
            for (Route route : gateway.gateway().routes()) {
                if (route.family() == Family.PAGE || route.family() == Family.SERVICE) {
                    continue;
                }
                String path = route.path().replaceAll("\\{[a-z_]+}", "0");
                String method = route.method().name();
                problem(route, send(gateway, method, path, "", "{}"));
                problem(route, send(gateway, method, path, other, "{"));
                problem(route, send(gateway, method, path, "x", "{}"));
                if (!method.equals("GET") && !path.equals("/admin/migrate") && !path.endsWith("/retry")) {
                    problem(route, send(gateway, method, path, admin, "{\"shop_id\":[]}"));
                }
            }
        }
    }

    private static HttpAnswer send(GatewayFixture gateway, String method, String path, String token, String body) {
        return gateway.send(gateway.authorized(path, token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    private static void problem(Route route, HttpAnswer answer) {
        String where = route.method() + " " + route.path() + ": " + answer;
        assertThat(answer.status()).as(where).isBetween(400, 499);
        if (PROBLEMS.contains(route.family())) {
            assertThat(answer.header("Content-Type")).as(where).contains("application/problem+json");
            assertThat(answer.text("/code")).as(where).isNotBlank();
            assertThat(answer.text("/type")).as(where).endsWith(answer.text("/code"));
            assertThat(answer.json().at("/status").asInt()).as(where).isEqualTo(answer.status());
            assertThat(answer.text("/request_id"))
                    .as(where)
                    .isEqualTo(answer.header("X-Request-ID").orElseThrow());
        } else {
            assertThat(answer.json().at("/status").asBoolean(true)).as(where).isFalse();
            assertThat(answer.json().at("/http_code").asInt()).as(where).isEqualTo(answer.status());
            assertThat(answer.text("/error/code")).as(where).isNotBlank();
        }
    }
}
