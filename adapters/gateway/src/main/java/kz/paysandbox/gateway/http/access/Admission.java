package kz.paysandbox.gateway.http.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.gateway.address.AddressList;
import kz.paysandbox.gateway.http.route.Caller;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.TokenTable.TokenRow;

/** Decides who may call a row. */
public final class Admission {
    private final GatewayDatabase database;
    private final AccessTokens tokens;
    private final Clock clock;

    /** Over the table {@code access_token}. */
    public Admission(GatewayDatabase database, AccessTokens tokens, Clock clock) {
        this.database = database;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Who calls, if he may.
     *
     * @param presented the tokens that the request brings: one, or it is refused
     * @param address the caller's
     * @param needed the row's role
     */
    public Result<Caller> admit(List<String> presented, String address, Role needed) {
        if (needed == Role.NONE) {
            return Result.of(Caller.ANYBODY);
        }
        if (presented.size() != 1) {
            return Result.refused(
                    RefusalCode.UNAUTHORIZED,
                    presented.isEmpty() ? "an access token is missing" : "there is more than one access token");
        }
        Optional<TokenRow> row = database.database()
                .reading(sql -> tokens.find(sql, presented.get(0)))
                .filter(this::alive);
        row.filter(found -> database.tables().tokens().useDue(found))
                .ifPresent(found ->
                        database.transaction(sql -> database.tables().tokens().used(sql, found)));
        return row.map(found -> judged(found, address, needed))
                .orElseGet(
                        () -> Result.refused(RefusalCode.UNAUTHORIZED, "the access token is unknown or has expired"));
    }

    private boolean alive(TokenRow row) {
        return row.expiresAt().filter(end -> !clock.instant().isBefore(end)).isEmpty();
    }

    private static Result<Caller> judged(TokenRow row, String address, Role needed) {
        Role role = Role.of(row.role())
                .orElseThrow(() -> new IllegalStateException("token " + row.prefix() + " has no role"));
        if (row.allowedAddresses()
                .filter(allowed -> !AddressList.parse(allowed).contains(address))
                .isPresent()) {
            return Result.refused(RefusalCode.ADDRESS_NOT_ALLOWED, "the token may not be used from this address");
        }
        return role.mayAs(needed)
                ? Result.of(new Caller(row.id(), row.shop(), role))
                : Result.refused(
                        RefusalCode.ROLE_TOO_LOW, "the token is a " + role.word() + "'s; this needs " + needed.word());
    }
}
