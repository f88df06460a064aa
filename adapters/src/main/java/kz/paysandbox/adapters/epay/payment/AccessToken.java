package kz.paysandbox.adapters.epay.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A token that allows calls ({@code access_token}). Hidden in texts.
 *
 * @param value the bearer token
 * @param scope {@code scope}
 * @param type {@code token_type}
 * @param refreshToken {@code refresh_token}, empty for client credentials
 * @param issuedAt when it arrived, by the caller's clock
 * @param life {@code expires_in}
 */
public record AccessToken(
        String value, String scope, String type, String refreshToken, Instant issuedAt, Duration life) {
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** Until when it is used: five minutes before it ends, or half its life if that is shorter. */
    public Instant usableUntil() {
        Duration ahead = life.dividedBy(2).compareTo(AHEAD) < 0 ? life.dividedBy(2) : AHEAD;
        return issuedAt.plus(life).minus(ahead);
    }

    /** The whole token answer, as the widget wants it ({@code auth}). */
    Map<String, Object> auth() {
        Map<String, Object> auth = new LinkedHashMap<>();
        auth.put("access_token", value);
        auth.put("expires_in", life.toSeconds());
        auth.put("refresh_token", refreshToken);
        auth.put("scope", scope);
        auth.put("token_type", type);
        return auth;
    }

    @Override
    public String toString() {
        return "AccessToken[hidden, until " + issuedAt.plus(life) + "]";
    }
}
