package kz.paysandbox.gateway.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.Method;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.payment.Result;
import org.junit.jupiter.api.Test;

class PathsTest {
    private static Route row(Method method, String path, Family family) {
        return Route.plain(method, path, Role.NONE, family, call -> Result.of(Answer.empty(204)));
    }

    private final Paths paths = Paths.of(List.of(
            row(Method.GET, "/a/{id}", Family.SHOP),
            row(Method.DELETE, "/a/{id}", Family.SHOP),
            row(Method.GET, "/health/live", Family.SERVICE),
            row(Method.POST, "/payment", Family.PAGE)));

    @Test
    void an_address_has_the_methods_of_its_rows() {
        assertThat(paths.of("/a/1").orElseThrow().allowed()).isEqualTo("GET, DELETE");
        assertThat(paths.of("/a/1/").orElseThrow().allowed()).isEqualTo("GET, DELETE");
        assertThat(paths.of("/a/1/2")).isEmpty();
        assertThat(paths.of("/a/")).isEmpty();
        assertThat(paths.of("/healthxlive")).isEmpty();
    }

    @Test
    void health_and_pages_answer_head_and_nothing_that_moves_money_does() {
        assertThat(paths.of("/health/live").orElseThrow().allows("HEAD")).isTrue();
        assertThat(paths.of("/payment").orElseThrow().allows("HEAD")).isFalse();
        assertThat(paths.of("/a/1").orElseThrow().allows("HEAD")).isFalse();
    }

    @Test
    void unknown_addresses_of_the_wrapper_are_refused_in_its_envelope() {
        assertThat(Paths.family("/api/v2/paymentkaspi/foo")).isEqualTo(Family.WRAPPER);
        assertThat(Paths.family("/foo")).isEqualTo(Family.SERVICE);
    }
}
