package kz.paysandbox.gateway.http.admin;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import kz.paysandbox.gateway.http.access.AccessTokens;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.Method;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.pay.Attention;
import kz.paysandbox.gateway.pay.Banks;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.GatewayDatabase;

/** The rows of {@code /admin}. */
public final class AdminRoutes {
    private AdminRoutes() {}

    /** All of them. */
    public static List<Route> rows(
            GatewayDatabase database,
            Banks banks,
            AccessTokens tokens,
            Attention attention,
            WebhookRows webhooks,
            Clock clock) {
        return Stream.of(
                        new TillRows(banks).rows(),
                        new TokenRows(database, tokens, clock).rows(),
                        new LogRows(database, banks, clock).rows(),
                        new AttentionRows(attention).rows(),
                        webhooks.rows(),
                        List.of(migrate(database)))
                .flatMap(List::stream)
                .toList();
    }

    /** The tables are brought up to date at start; this says so, and does what there is to do. */
    private static Route migrate(GatewayDatabase database) {
        return Route.plain(Method.POST, "/admin/migrate", Role.ADMIN, Family.ADMIN, call -> {
            GatewayDatabase.Migration done = database.migrate();
            return Result.of(Answer.ok(
                    AdminJson.object().put("schema_version", done.version()).put("applied", done.applied())));
        });
    }
}
