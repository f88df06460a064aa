package kz.paysandbox.emulator.epay.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The message to the merchant (payment page, postLink; the thirty fields that clients in production read, and
 * secret_hash). Ids are spelled with a small d here, {@code reasonCode} is a number and {@code secure} a word.
 */
@JsonPropertyOrder(alphabetic = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostLink(
        String accountId,
        BigDecimal amount,
        @Nullable String approvalCode,
        @Nullable String cardId,
        @JsonUnwrapped Answers.MaskedCard card,
        String code,
        String currency,
        String dateTime,
        String description,
        String email,
        String id,
        String invoiceId,
        @Nullable String invoiceIdAlt,
        @JsonUnwrapped Answers.Place place,
        String language,
        String name,
        String phone,
        String reason,
        int reasonCode,
        String reference,
        String secret_hash,
        String secure,
        String secureDetails,
        String terminal,
        @Nullable String tokenRecipient,
        @Nullable String transactionId) {}
