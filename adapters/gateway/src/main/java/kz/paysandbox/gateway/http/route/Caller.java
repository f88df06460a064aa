package kz.paysandbox.gateway.http.route;

import java.util.Optional;

/**
 * Who calls.
 *
 * @param tokenId the token's row; 0 where no token is asked for
 * @param shop the token's shop; empty for an admin, who is of all shops, and where no token is asked for
 * @param role what the token may do
 */
public record Caller(long tokenId, Optional<String> shop, Role role) {
    /** Somebody of whom no token is asked. */
    public static final Caller ANYBODY = new Caller(0, Optional.empty(), Role.NONE);

    /** Whether all shops are the caller's. */
    public boolean admin() {
        return role == Role.ADMIN;
    }
}
