package kz.paysandbox.emulator.epay.domain.tokens;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A token that was given out.
 *
 * @param refresh what it can be renewed with; empty for client_credentials
 * @param grant how the caller first came to it
 * @param scope as asked for, spaces tidied
 * @param uses payments and operations it was used for so far
 */
public record AccessToken(
        String value,
        String refresh,
        Shop shop,
        Grant grant,
        String scope,
        Binding binding,
        Validity validity,
        int uses) {

    private static final long OBJECTS = 450;

    /** What it takes of the heap with its entries in indexes, about. */
    long bytes() {
        return OBJECTS + 2L * (scope.length() + binding.length());
    }

    /** Since when, and for how long. */
    public record Validity(Instant issued, Duration life) {
        public Instant end() {
            return issued.plus(life);
        }
    }

    /** All words that the bank's pages print as a scope. */
    public static final Set<String> SCOPES = Set.of(
            "payment",
            "webapi",
            "usermanagement",
            "email_send",
            "verification",
            "statement",
            "statistics",
            "transfer",
            "api",
            "operation");

    public boolean isAlive(Instant now) {
        return now.isBefore(validity.end());
    }

    public boolean mayPay() {
        return scopes().contains("payment");
    }

    /** Whether it opens operations and statuses: any scope but those of transfers alone. */
    public boolean mayOperate() {
        return scopes().stream().anyMatch(word -> !word.equals("transfer") && !word.equals("api"));
    }

    AccessToken used() {
        return new AccessToken(value, refresh, shop, grant, scope, binding, validity, uses + 1);
    }

    private Set<String> scopes() {
        return Set.of(scope.split(" "));
    }

    @Override
    public String toString() {
        return "AccessToken[" + shop.clientId() + "]";
    }
}
