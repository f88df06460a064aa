package kz.paysandbox.gateway.http.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.gateway.http.access.AccessTokens;
import kz.paysandbox.gateway.http.access.AccessTokens.AllowedAddresses;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.FieldReader;
import kz.paysandbox.gateway.http.route.Method;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.TokenTable.TokenRow;

/** Access tokens of a shop: made and shown once, listed by their beginnings, removed. */
public final class TokenRows {
    private static final String PATH = "/admin/shops/{shop_id}/tokens";
    private static final int CREATED = 201;
    private static final int GONE = 204;
    private static final int LONGEST = 1000;

    private final GatewayDatabase database;
    private final AccessTokens tokens;
    private final Clock clock;

    /** Over the table {@code access_token}. */
    public TokenRows(GatewayDatabase database, AccessTokens tokens, Clock clock) {
        this.database = database;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The rows. */
    public List<Route> rows() {
        return List.of(
                Route.plain(Method.POST, PATH, Role.ADMIN, Family.ADMIN, this::make),
                Route.plain(Method.GET, PATH, Role.ADMIN, Family.ADMIN, this::list),
                Route.plain(Method.DELETE, PATH + "/{prefix}", Role.ADMIN, Family.ADMIN, this::remove));
    }

    private Result<Answer> make(Call call) {
        FieldReader read = call.read().required("role");
        Optional<Role> role = read.text("role", LONGEST).flatMap(word -> {
            Optional<Role> known = Role.of(word).filter(given -> given != Role.ADMIN);
            if (known.isEmpty()) {
                read.wrong("role", "is neither owner nor cashier");
            }
            return known;
        });
        Optional<Instant> end = read.instant("expires_at").filter(given -> ahead(read, given));
        Optional<AllowedAddresses> addresses =
                read.text("allowed_addresses", LONGEST).flatMap(text -> addresses(read, text));
        return read.then(() -> ShopPath.of(call)).map(shop -> {
            Role given = role.orElseThrow();
            AccessTokens.NewToken made = tokens.make(new AccessTokens.Terms(Optional.of(shop), given, addresses, end));
            ObjectNode body = AdminJson.object()
                    .put("access_token", made.token())
                    .put("prefix", made.prefix())
                    .put("role", given.word());
            return Answer.json(CREATED, AdminJson.instant(body, "expires_at", end));
        });
    }

    private boolean ahead(FieldReader read, Instant end) {
        boolean ahead = end.isAfter(clock.instant());
        if (!ahead) {
            read.wrong("expires_at", "is over");
        }
        return ahead;
    }

    private static Optional<AllowedAddresses> addresses(FieldReader read, String text) {
        try {
            return Optional.of(new AllowedAddresses(text));
        } catch (IllegalArgumentException notOne) {
            read.wrong("allowed_addresses", "has something that is no address or range, such as 203.0.113.0/24");
            return Optional.empty();
        }
    }

    private Result<Answer> list(Call call) {
        return ShopPath.of(call)
                .map(shop -> AdminJson.list(
                        "tokens",
                        database.transaction(sql -> database.tables().tokens().of(sql, Optional.of(shop))),
                        TokenRows::json));
    }

    private static ObjectNode json(TokenRow row) {
        ObjectNode body = AdminJson.object().put("prefix", row.prefix()).put("role", row.role());
        AdminJson.text(body, "allowed_addresses", row.allowedAddresses());
        AdminJson.instant(body, "expires_at", row.expiresAt());
        return AdminJson.instant(body, "last_used_at", row.lastUsedAt());
    }

    private Result<Answer> remove(Call call) {
        String prefix = call.fields().ofPath("prefix");
        return ShopPath.of(call)
                .then(shop -> prefix.matches("[A-Za-z0-9_-]{1,20}")
                                && database.<Boolean>transaction(
                                        sql -> database.tables().tokens().remove(sql, Optional.of(shop), prefix))
                        ? Result.of(Answer.empty(GONE))
                        : Result.refused(RefusalCode.NO_SUCH_ITEM, "the shop has no such token"));
    }
}
