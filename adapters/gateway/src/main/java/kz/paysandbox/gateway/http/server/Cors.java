package kz.paysandbox.gateway.http.server;

import java.util.Optional;
import java.util.Set;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Family;

/**
 * Which pages' scripts may call (the Fetch standard's CORS protocol). Of {@code /admin} and the callback none may.
 *
 * @param origins that may, as browsers write them
 */
record Cors(Set<String> origins) {
    private static final Set<Family> CLOSED = Set.of(Family.ADMIN, Family.CALLBACK);
    private static final int NO_CONTENT = 204;

    /** Whether a page of this origin may call a row of this family. */
    boolean allows(Family family, Optional<String> origin) {
        return origin.filter(origins::contains).isPresent() && !CLOSED.contains(family);
    }

    /** The answer to the question that browsers ask first. */
    static Answer preflight(String origin, String methods) {
        return shared(Answer.empty(NO_CONTENT), origin)
                .with("Access-Control-Allow-Methods", methods)
                .with("Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key, X-Request-ID")
                .with("Access-Control-Max-Age", "600");
    }

    /** An answer that the page's script may read. */
    static Answer shared(Answer answer, String origin) {
        return answer.with("Access-Control-Allow-Origin", origin)
                .with("Access-Control-Expose-Headers", "X-Request-ID, Location, Idempotent-Replayed, Retry-After")
                .with("Vary", "Origin");
    }
}
