package kz.paysandbox.gateway.payment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Why a call was refused: an expected outcome, told to the shop.
 *
 * @param code the word that shops' programs act on, and its HTTP status
 * @param detail one sentence for a person, without secrets
 * @param bankCode the bank's own code, if it was the bank
 * @param fields what is wrong with the request, field by field
 * @param retryAfter when it may be tried again, if that is known
 */
public record Refusal(
        RefusalCode code,
        String detail,
        Optional<Long> bankCode,
        List<FieldError> fields,
        Optional<Duration> retryAfter) {
    /**
     * What is wrong with one field.
     *
     * @param field its name in the request
     * @param detail what is wrong, without the value
     */
    public record FieldError(String field, String detail) {}

    /** Copies the list. */
    public Refusal {
        fields = List.copyOf(fields);
    }

    /** Of which nobody knows when it may be tried again. */
    public Refusal(RefusalCode code, String detail, Optional<Long> bankCode, List<FieldError> fields) {
        this(code, detail, bankCode, fields, Optional.empty());
    }

    /** One call too many. */
    public static Refusal later(Duration retryAfter, String detail) {
        return new Refusal(RefusalCode.TOO_MANY_REQUESTS, detail, Optional.empty(), List.of(), Optional.of(retryAfter));
    }

    /** A refusal of ours. */
    public static Refusal of(RefusalCode code, String detail) {
        return new Refusal(code, detail, Optional.empty(), List.of());
    }

    /** A refusal by the bank. */
    public static Refusal bank(RefusalCode code, long bankCode, String detail) {
        return new Refusal(code, detail, Optional.of(bankCode), List.of());
    }

    /** A request that cannot be read. */
    public static Refusal invalid(List<FieldError> fields) {
        return new Refusal(
                RefusalCode.INVALID_REQUEST,
                fields.stream()
                        .map(error -> error.field() + ": " + error.detail())
                        .reduce((left, right) -> left + "; " + right)
                        .orElse("the request cannot be read"),
                Optional.empty(),
                fields);
    }

    /** A request one field of which cannot be read. */
    public static Refusal invalid(String field, String detail) {
        return invalid(List.of(new FieldError(field, detail)));
    }
}
