package kz.paysandbox.adapters.epay;

import java.time.Duration;
import java.time.Instant;
import kz.paysandbox.adapters.epay.payment.AccessToken;
import kz.paysandbox.adapters.epay.wire.Answers;
import kz.paysandbox.adapters.error.AuthenticationFailed;
import kz.paysandbox.adapters.transport.ApiResponse;
import org.jspecify.annotations.Nullable;

/** The answer to a request for a token. */
final class TokenReading {
    private TokenReading() {}

    static AccessToken token(ApiResponse response, Instant now, String scope) {
        if (!response.successful()) {
            throw AuthenticationFailed.of(
                    response.requestId(), "no token: HTTP " + response.status() + ", check client id and secret");
        }
        Answers.Token token = EpayReading.parsed(response, Answers.Token.class);
        return new AccessToken(
                EpayReading.required(response, token.accessToken(), "access_token"),
                token.scope() == null ? scope : token.scope(),
                token.tokenType() == null ? "Bearer" : token.tokenType(),
                token.refreshToken() == null ? "" : token.refreshToken(),
                now,
                life(response, token.expiresIn()));
    }

    private static Duration life(ApiResponse response, @Nullable String seconds) {
        String text = EpayReading.required(response, seconds, "expires_in").strip();
        if (!text.matches("[0-9]{1,9}")) {
            throw EpayReading.violation(response, "expires_in is no number of seconds");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }
}
