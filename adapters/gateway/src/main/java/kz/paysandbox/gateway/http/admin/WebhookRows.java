package kz.paysandbox.gateway.http.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.FieldReader;
import kz.paysandbox.gateway.http.route.Method;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.pay.JobKinds;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.EndpointTable.Endpoint;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.webhook.WebhookAddress;
import kz.paysandbox.gateway.webhook.WebhookSecret;

/** Where a shop is told of its payments. A secret is shown once; the one before it signs for a day longer. */
public final class WebhookRows {
    private static final String PATH = "/admin/shops/{shop_id}/webhook";
    private static final int GONE = 204;
    private static final int LONGEST = 1000;
    private static final Duration BOTH_SIGN = Duration.ofDays(1);

    private final GatewayDatabase database;
    private final Clock clock;
    private final SecureRandom random;
    private final boolean httpToo;

    /**
     * Over the tables {@code webhook} and {@code webhook_endpoint}.
     *
     * @param random of secrets
     * @param httpToo whether the settings allow networks that http may go to
     */
    public WebhookRows(GatewayDatabase database, Clock clock, SecureRandom random, boolean httpToo) {
        this.database = database;
        this.clock = clock;
        this.random = random;
        this.httpToo = httpToo;
    }

    /** The rows. */
    public List<Route> rows() {
        return List.of(
                Route.plain(Method.GET, PATH, Role.ADMIN, Family.ADMIN, this::show),
                Route.plain(Method.PUT, PATH, Role.ADMIN, Family.ADMIN, this::set),
                Route.plain(Method.DELETE, PATH, Role.ADMIN, Family.ADMIN, this::remove),
                Route.plain(Method.POST, PATH + "/rotate", Role.ADMIN, Family.ADMIN, this::rotate),
                Route.plain(Method.POST, PATH + "/retry", Role.ADMIN, Family.ADMIN, this::retry));
    }

    private Result<Answer> show(Call call) {
        return endpoint(call).map(endpoint -> {
            ObjectNode body = AdminJson.object()
                    .put("url", endpoint.url())
                    .put("failures", endpoint.failures())
                    .put("previous_secret_signs", endpoint.previous().isPresent());
            return Answer.ok(body);
        });
    }

    private Result<Endpoint> endpoint(Call call) {
        return ShopPath.of(call)
                .then(shop -> database.transaction(
                                sql -> database.tables().webhooks().endpoints().find(sql, shop))
                        .map(Result::of)
                        .orElseGet(WebhookRows::none));
    }

    private static <T> Result<T> none() {
        return Result.refused(RefusalCode.NO_SUCH_ITEM, "the shop has no address to be told at");
    }

    private Result<Answer> set(Call call) {
        FieldReader read = call.read().required("url");
        Optional<String> url = read.text("url", LONGEST);
        url.flatMap(given -> WebhookAddress.problem(given, httpToo)).ifPresent(problem -> read.wrong("url", problem));
        return read.then(() -> ShopPath.of(call)).map(shop -> put(shop, url.orElseThrow()));
    }

    private Result<Answer> rotate(Call call) {
        return endpoint(call).map(endpoint -> put(endpoint.shop(), endpoint.url()));
    }

    private Answer put(String shop, String url) {
        String secret = WebhookSecret.make(random);
        database.repeated(sql -> {
            database.tables()
                    .webhooks()
                    .endpoints()
                    .put(sql, shop, url, secret, Optional.of(clock.instant().plus(BOTH_SIGN)));
            sendNow(sql, shop);
            return true;
        });
        return Answer.ok(AdminJson.object().put("url", url).put("secret", secret));
    }

    private Result<Answer> remove(Call call) {
        return ShopPath.of(call)
                .then(shop -> database.<Boolean>transaction(
                                sql -> database.tables().webhooks().endpoints().remove(sql, shop))
                        ? Result.of(Answer.empty(GONE))
                        : none());
    }

    private Result<Answer> retry(Call call) {
        return endpoint(call).map(endpoint -> {
            int again = database.repeated(sql -> {
                int messages = database.tables().webhooks().messages().again(sql, endpoint.shop());
                sendNow(sql, endpoint.shop());
                return messages;
            });
            return Answer.ok(AdminJson.object().put("retried", again));
        });
    }

    /** What waits is sent now, also where the address before has failed for long. */
    private void sendNow(Sql sql, String shop) throws SQLException {
        database.tables().jobs().insertIfAbsent(sql, JobKinds.WEBHOOK, shop, clock.instant());
        database.tables().jobs().hasten(sql, JobKinds.WEBHOOK, shop, clock.instant());
    }
}
