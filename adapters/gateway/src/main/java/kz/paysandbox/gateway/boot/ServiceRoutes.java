package kz.paysandbox.gateway.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.Method;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.payment.Result;

/** The rows of the service itself: health, metrics and the description of all rows. */
final class ServiceRoutes {
    private static final String OPENAPI = "/kz/paysandbox/gateway/openapi.yaml";
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private ServiceRoutes() {}

    /** On the listener of shops; metrics are an admin's. */
    static List<Route> forShops(Health health, Supplier<String> metrics) {
        List<Route> routes = new ArrayList<>(health(health));
        routes.add(metrics(Role.ADMIN, metrics));
        description()
                .ifPresent(text -> routes.add(Route.plain(
                        Method.GET,
                        "/openapi.yaml",
                        Role.NONE,
                        Family.SERVICE,
                        call -> Result.of(Answer.of(200, "application/yaml", text)))));
        return routes;
    }

    /** On the listener of operations, which asks for no token. */
    static List<Route> forOperations(Health health, Supplier<String> metrics) {
        List<Route> routes = new ArrayList<>(health(health));
        routes.add(metrics(Role.NONE, metrics));
        return routes;
    }

    private static List<Route> health(Health health) {
        return List.of(
                Route.plain(Method.GET, "/health/live", Role.NONE, Family.SERVICE, call -> Result.of(health.live())),
                Route.plain(Method.GET, "/health/ready", Role.NONE, Family.SERVICE, call -> Result.of(health.ready())));
    }

    private static Route metrics(Role role, Supplier<String> metrics) {
        return Route.plain(
                Method.GET, "/metrics", role, Family.SERVICE, call -> Result.of(Answer.of(200, TEXT, metrics.get())));
    }

    private static Optional<String> description() {
        try (InputStream found = ServiceRoutes.class.getResourceAsStream(OPENAPI)) {
            return found == null
                    ? Optional.empty()
                    : Optional.of(new String(found.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
