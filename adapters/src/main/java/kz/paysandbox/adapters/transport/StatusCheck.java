package kz.paysandbox.adapters.transport;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import kz.paysandbox.adapters.error.AuthenticationFailed;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.ProtocolViolation;
import kz.paysandbox.adapters.error.RateLimited;

/**
 * The check of the HTTP status, before a bank's words are looked at: 2xx and the plain 4xx pass, the rest are
 * failures. A 408 is a gateway's word for an answer that did not come in time.
 */
final class StatusCheck {
    private static final int REQUEST_TIMEOUT = 408;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final Clock clock;

    StatusCheck(Clock clock) {
        this.clock = clock;
    }

    ApiResponse passed(ApiRequest request, ApiResponse response) {
        Optional<PaymentException> failure = failure(request, response);
        if (failure.isPresent()) {
            throw failure.get();
        }
        return response;
    }

    private Optional<PaymentException> failure(ApiRequest request, ApiResponse response) {
        int status = response.status();
        if (response.successful()) {
            return Optional.empty();
        }
        String id = request.requestId();
        String said = request.operation() + ": HTTP " + status;
        if (status == 401 || status == 403) {
            String advice = said + ": check the key or certificate, and the address the call comes from";
            return Optional.of(
                    status == 401
                            ? AuthenticationFailed.unauthenticated(id, advice)
                            : AuthenticationFailed.of(id, advice));
        }
        if (status == 429) {
            return Optional.of(
                    retryAfter(response).map(wait -> RateLimited.of(id, wait)).orElseGet(() -> RateLimited.of(id)));
        }
        if (status / 100 == 3) {
            return Optional.of(ProtocolViolation.unreadable(id, said + ": a redirect, not followed", null));
        }
        if (status / 100 == 4 && status != REQUEST_TIMEOUT) {
            return Optional.empty();
        }
        return Optional.of(OutcomeUnknown.lost(id, said, null));
    }

    /** Seconds or an HTTP date; what cannot be read counts as absent. */
    private Optional<Duration> retryAfter(ApiResponse response) {
        return response.header("Retry-After").flatMap(text -> {
            try {
                Duration wait = text.chars().allMatch(Character::isDigit)
                        ? Duration.ofSeconds(Long.parseLong(text))
                        : Duration.between(
                                clock.instant(), ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
                return Optional.of(wait).filter(w -> !w.isNegative() && w.compareTo(LONGEST_WAIT) <= 0);
            } catch (NumberFormatException | DateTimeException | ArithmeticException unreadable) {
                return Optional.empty();
            }
        });
    }
}
