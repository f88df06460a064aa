package kz.paysandbox.adapters.epay.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The JSON that arrives; every field may be missing until it is checked, and names are read in any case. */
public final class Answers {
    private Answers() {}

    /** {@code POST /oauth2/token}; expires_in is documented as a number and as a string. */
    public record Token(
            @JsonProperty("access_token") @Nullable String accessToken,
            @JsonProperty("expires_in") @Nullable String expiresIn,
            @JsonProperty("refresh_token") @Nullable String refreshToken,
            @Nullable String scope,
            @JsonProperty("token_type") @Nullable String tokenType) {
        @Override
        public String toString() {
            return "Token[hidden]";
        }
    }

    /** A refusal. */
    public record Refusal(@Nullable Long code, @Nullable String message) {}

    /** A card payment. */
    public record Payment(
            @Nullable String id,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String invoiceId,
            @Nullable String reference,
            @Nullable String approvalCode,
            @Nullable String cardMask,
            @Nullable String cardId,
            @Nullable String status,
            @Nullable Long code,
            @Nullable Secure3d secure3D) {
        @Override
        public String toString() {
            return "Payment[hidden]";
        }
    }

    /** What the customer's bank wants to ask. */
    public record Secure3d(
            @Nullable String paReq,
            @Nullable String md,
            @Nullable String action,
            @Nullable String termUrl) {
        @Override
        public String toString() {
            return "Secure3d[hidden]";
        }
    }

    /** {@code GET /check-status/payment/transaction/:invoiceid}. */
    public record Status(
            @Nullable String resultCode,
            @Nullable String resultMessage,
            @Nullable Transaction transaction) {}

    /** The transaction in a status. */
    public record Transaction(
            @Nullable String id,
            @Nullable String createdDate,
            @Nullable String invoiceId,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal payoutAmount,
            @Nullable BigDecimal orgAmount,
            @Nullable String currency,
            @Nullable String terminal,
            @Nullable String terminalId,
            @Nullable String statusName,
            @Nullable String reason,
            @Nullable String reasonCode,
            @Nullable String reference,
            @Nullable String approvalCode,
            @Nullable String cardMask,
            @Nullable String cardId) {
        @Override
        public String toString() {
            return "Transaction[hidden]";
        }
    }

    /** {@code GET /operation/:invoiceid}, the older page: flat, {@code code} is the state. */
    public record OlderStatus(
            @Nullable String id,
            @Nullable String dateTime,
            @Nullable String invoiceId,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String terminal,
            @Nullable String code,
            @Nullable String reason,
            @Nullable String reasonCode,
            @Nullable String reference,
            @Nullable String cardMask,
            @Nullable String cardId) {
        @Override
        public String toString() {
            return "OlderStatus[hidden]";
        }
    }

    /** One row of {@code GET /cards/:accountId}. */
    public record SavedCard(
            @Nullable String id,
            @Nullable String transactionId,
            @Nullable String cardMask,
            @Nullable String payerName,
            @Nullable String createdDate,
            @Nullable Boolean paymentAvailable) {
        @Override
        public String toString() {
            return "SavedCard[hidden]";
        }
    }

    /** Charge, cancel and refund: undocumented, so every field may be there or not. */
    public record Operation(
            @Nullable Long code,
            @Nullable String id,
            @Nullable String invoiceId,
            @Nullable BigDecimal amount,
            @Nullable String externalId,
            @Nullable String status,
            @Nullable String statusName) {}

    /** {@code POST /invoice}. */
    public record InvoiceLink(
            @Nullable Long code,
            @Nullable String status,
            @Nullable BigDecimal amount,
            @Nullable String id,
            @JsonProperty("invoice_id") @Nullable String invoiceId,
            @JsonProperty("invoice_url") @Nullable String invoiceUrl,
            @JsonProperty("expire_date") @Nullable String expireDate) {
        @Override
        public String toString() {
            return "InvoiceLink[hidden]";
        }
    }

    /** The postLink callback. */
    public record Callback(
            @Nullable String id,
            @Nullable String transactionId,
            @Nullable String invoiceId,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String code,
            @Nullable String reason,
            @Nullable String reasonCode,
            @Nullable String terminal,
            @JsonProperty("secret_hash") @Nullable String secretHash,
            @Nullable String reference,
            @Nullable String approvalCode,
            @Nullable String cardMask,
            @Nullable String cardId,
            @Nullable String accountId,
            @Nullable String dateTime) {
        @Override
        public String toString() {
            return "Callback[hidden]";
        }
    }
}
