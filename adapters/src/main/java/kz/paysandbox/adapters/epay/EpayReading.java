package kz.paysandbox.adapters.epay;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.epay.wire.Answers;
import kz.paysandbox.adapters.error.AuthenticationFailed;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.ProtocolViolation;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.ApiResponse;
import org.jspecify.annotations.Nullable;

/** Makes checked values of answers; a missing field is a violation that names it. */
final class EpayReading {
    private static final int LONGEST_SUM = 20;
    private static final long NO_CARDS = 1373;

    private EpayReading() {}

    static AccessToken token(ApiResponse response, Instant now, String scope) {
        if (!response.successful()) {
            throw AuthenticationFailed.of(
                    response.requestId(), "no token: HTTP " + response.status() + ", check client id and secret");
        }
        Answers.Token token = parsed(response, Answers.Token.class);
        return new AccessToken(
                required(response, token.accessToken(), "access_token"),
                token.scope() == null ? scope : token.scope(),
                token.tokenType() == null ? "Bearer" : token.tokenType(),
                token.refreshToken() == null ? "" : token.refreshToken(),
                now,
                life(response, token.expiresIn()));
    }

    private static Duration life(ApiResponse response, @Nullable String seconds) {
        String text = required(response, seconds, "expires_in").strip();
        if (!text.matches("[0-9]{1,9}")) {
            throw violation(response, "expires_in is no number of seconds");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }

    static URI link(ApiResponse response, @Nullable String text, String field) {
        try {
            return new URI(required(response, text, field));
        } catch (URISyntaxException e) {
            throw violation(response, field + " is no link");
        }
    }

    static PublicKey cardKey(ApiResponse response) {
        if (!response.successful()) {
            throw refusal(response);
        }
        try {
            return Cryptogram.key(response.text());
        } catch (IllegalArgumentException e) {
            throw violation(response, "not the bank's RSA key");
        }
    }

    /**
     * Empty when the bank knows no such invoice; HTTP 400 may carry the same JSON. Where a transaction is shown, its
     * statusName tells, whatever the resultCode (101 and 107 go with one as well).
     */
    static Optional<Transaction> status(ApiResponse response) {
        Answers.Status status = parsed(response, Answers.Status.class);
        String code = status.resultCode();
        if (code == null) {
            throw response.successful() ? violation(response, "resultCode is missing") : refusal(response);
        }
        if (status.transaction() != null) {
            return Optional.of(transaction(response, status.transaction()));
        }
        String said = String.valueOf(status.resultMessage());
        return switch (code) {
            case "100" -> throw violation(response, "transaction is missing");
            case "102" -> Optional.empty();
            case "103", "107" -> throw Rejected.forNow(response.requestId(), Long.parseLong(code), said);
            default ->
                throw Rejected.unexplained(
                        response.requestId(), code.matches("[0-9]{1,9}") ? Long.parseLong(code) : 0, said);
        };
    }

    /** The older page's form: flat, and {@code code} in place of {@code statusName}. */
    static Optional<Transaction> olderStatus(ApiResponse response) {
        if (!response.successful()) {
            PaymentException refused = refusal(response);
            if (response.status() == 404 && refused instanceof Rejected) {
                return Optional.empty();
            }
            throw refused;
        }
        Answers.OlderStatus flat = parsed(response, Answers.OlderStatus.class);
        return Optional.of(new Transaction(
                id(response, flat.id()),
                required(response, flat.invoiceId(), "invoiceId"),
                amount(response, flat.amount(), "amount"),
                Optional.empty(),
                Optional.empty(),
                required(response, flat.currency(), "currency"),
                TransactionState.of(required(response, flat.code(), "code")),
                Optional.ofNullable(flat.terminal()),
                Optional.empty(),
                Optional.ofNullable(flat.reasonCode()),
                Optional.ofNullable(flat.reference()),
                Optional.ofNullable(flat.cardMask()),
                Optional.ofNullable(flat.cardId()),
                date(flat.dateTime())));
    }

    private static Transaction transaction(ApiResponse response, Answers.Transaction row) {
        return new Transaction(
                id(response, row.id()),
                required(response, row.invoiceId(), "invoiceID"),
                amount(response, row.amount(), "amount"),
                sum(row.payoutAmount()),
                sum(row.orgAmount()),
                required(response, row.currency(), "currency"),
                TransactionState.of(required(response, row.statusName(), "statusName")),
                Optional.ofNullable(row.terminal()),
                Optional.ofNullable(row.terminalId()),
                Optional.ofNullable(row.reasonCode()),
                Optional.ofNullable(row.reference()),
                Optional.ofNullable(row.cardMask()),
                Optional.ofNullable(row.cardId()),
                date(row.createdDate()));
    }

    static String id(ApiResponse response, @Nullable String id) {
        String text = required(response, id, "id");
        if (!TransactionRef.fits(text)) {
            throw violation(response, "id is no UUID");
        }
        return text;
    }

    private static BigDecimal amount(ApiResponse response, @Nullable BigDecimal amount, String field) {
        BigDecimal number = required(response, amount, field);
        try {
            return Tenge.of(number).amount();
        } catch (IllegalArgumentException e) {
            throw violation(response, field + " is no amount of money");
        }
    }

    /** As it stands: after a commission it may have more than two decimals. What is no sum at all is as if absent. */
    private static Optional<BigDecimal> sum(@Nullable BigDecimal amount) {
        return Optional.ofNullable(amount)
                .filter(number -> number.signum() >= 0
                        && number.precision() <= LONGEST_SUM
                        && Math.abs(number.scale()) <= LONGEST_SUM);
    }

    private static Optional<Instant> date(@Nullable String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** No cards: an object with code 1373 instead of the list. */
    static List<SavedCard> cards(ApiResponse response) {
        String text = response.text().stripLeading();
        if (!response.successful() || text.startsWith("{")) {
            PaymentException refused = refusal(response);
            if (refused instanceof Rejected rejected && rejected.code() == NO_CARDS) {
                return List.of();
            }
            throw refused;
        }
        try {
            return EpayJson.readList(response.body(), Answers.SavedCard.class).stream()
                    .map(row -> new SavedCard(
                            required(response, row.id(), "ID"),
                            row.cardMask() == null ? "" : row.cardMask(),
                            row.paymentAvailable() == null || row.paymentAvailable(),
                            Optional.ofNullable(row.transactionId())))
                    .toList();
        } catch (IOException | NullPointerException e) {
            throw violation(response, "not a list of cards");
        }
    }

    /** The bank's code; one that no page explains as a refusal leaves open what became of the call. */
    static PaymentException refusal(ApiResponse response) {
        Answers.Refusal refusal;
        try {
            refusal = EpayJson.read(response.body(), Answers.Refusal.class);
        } catch (IOException e) {
            return wordless(response);
        }
        Long code = refusal.code();
        if (code == null || code == 0) {
            return wordless(response);
        }
        String said = refusal.message() == null ? "" : refusal.message();
        return ReasonCode.of(code).refuses()
                ? Rejected.of(response.requestId(), code, said)
                : Rejected.unexplained(response.requestId(), code, said);
    }

    private static ProtocolViolation wordless(ApiResponse response) {
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

    private static ProtocolViolation violation(ApiResponse response, String what) {
        return response.unprocessed()
                ? ProtocolViolation.refused(response.requestId(), "HTTP " + response.status() + ": " + what)
                : ProtocolViolation.unreadable(response.requestId(), what, null);
    }
}
