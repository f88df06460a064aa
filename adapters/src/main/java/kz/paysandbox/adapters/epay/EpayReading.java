package kz.paysandbox.adapters.epay;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.ReasonCode;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.epay.wire.Answers;
import kz.paysandbox.adapters.epay.wire.EpayJson;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.ProtocolViolation;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.ApiResponse;
import org.jspecify.annotations.Nullable;

/** The checks of single fields, and the refusals, that all answers have in common; a missing field is a violation that names it. */
final class EpayReading {
    private static final int LONGEST_SUM = 20;

    private EpayReading() {}

    static URI link(ApiResponse response, @Nullable String text, String field) {
        try {
            return new URI(required(response, text, field));
        } catch (URISyntaxException e) {
            throw violation(response, field + " is no link");
        }
    }

    static String id(ApiResponse response, @Nullable String id) {
        String text = required(response, id, "id");
        if (!TransactionRef.fits(text)) {
            throw violation(response, "id is no UUID");
        }
        return text;
    }

    static BigDecimal amount(ApiResponse response, @Nullable BigDecimal amount, String field) {
        BigDecimal number = required(response, amount, field);
        try {
            return Tenge.of(number).amount();
        } catch (IllegalArgumentException e) {
            throw violation(response, field + " is no amount of money");
        }
    }

    /** As it stands: after a commission it may have more than two decimals. What is no sum at all is as if absent. */
    static Optional<BigDecimal> sum(@Nullable BigDecimal amount) {
        return Optional.ofNullable(amount)
                .filter(number -> number.signum() >= 0
                        && number.precision() <= LONGEST_SUM
                        && Math.abs(number.scale()) <= LONGEST_SUM);
    }

    static Optional<Instant> date(@Nullable String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The bank's code; one that no page explains as a refusal leaves open what became of the call. */
    static PaymentException refusal(ApiResponse response) {
        Answers.Refusal refusal;
        try {
            refusal = EpayJson.read(response.body(), Answers.Refusal.class);
        } catch (IOException e) {
            return withoutCode(response);
        }
        Long code = refusal.code();
        if (code == null || code == 0) {
            return withoutCode(response);
        }
        String said = refusal.message() == null ? "" : refusal.message();
        return ReasonCode.of(code).refuses()
                ? Rejected.of(response.requestId(), code, said)
                : Rejected.unexplained(response.requestId(), code, said);
    }

    private static ProtocolViolation withoutCode(ApiResponse response) {
        String said = "HTTP " + response.status() + " without the bank's words";
        return response.unprocessed()
                ? ProtocolViolation.refused(response.requestId(), said)
                : ProtocolViolation.unreadable(response.requestId(), said, null);
    }

    static <T> T parsed(ApiResponse response, Class<T> type) {
        try {
            return EpayJson.read(response.body(), type);
        } catch (IOException e) {
            throw violation(response, "the answer is not the bank's JSON");
        }
    }

    static <T> T required(ApiResponse response, @Nullable T value, String field) {
        if (value == null) {
            throw violation(response, field + " is missing");
        }
        return value;
    }

    static boolean same(BigDecimal left, BigDecimal right) {
        return left.compareTo(right) == 0;
    }

    static ProtocolViolation violation(ApiResponse response, String what) {
        return response.unprocessed()
                ? ProtocolViolation.refused(response.requestId(), "HTTP " + response.status() + ": " + what)
                : ProtocolViolation.unreadable(response.requestId(), what, null);
    }
}
