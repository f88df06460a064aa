package kz.paysandbox.gateway.http.route;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token may do; each role may do what those before it may. */
public enum Role {
    /** No token is asked for. */
    NONE,
    /** Open payments and ask for their state. */
    CASHIER,
    /** Also refund, withdraw and charge. */
    OWNER,
    /** All shops, and {@code /admin}. */
    ADMIN;

    /** As tables and answers have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a word, if it is one that a token may have. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values())
                .filter(role -> role != NONE && role.word().equals(word))
                .findFirst();
    }

    /** Whether this role may do what the other one may. */
    public boolean mayAs(Role other) {
        return compareTo(other) >= 0;
    }
}
