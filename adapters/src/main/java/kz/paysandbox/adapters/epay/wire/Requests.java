package kz.paysandbox.adapters.epay.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The JSON bodies that are sent; absent fields are left out. */
public final class Requests {
    private Requests() {}

    /** What a cryptogram hides. */
    public record Card(String hpan, String expDate, String cvc, String terminalId) {
        @Override
        public String toString() {
            return "Card[hidden]";
        }
    }

    /** {@code POST /payment/cryptopay} and, with cardId, {@code POST /payments/cards/auth}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Payment(
            BigDecimal amount,
            String currency,
            @Nullable String name,
            @Nullable String cryptogram,
            String terminalId,
            String invoiceId,
            String description,
            @Nullable String accountId,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String postLink,
            @Nullable String failurePostLink,
            @Nullable String backLink,
            @Nullable String failureBackLink,
            String language,
            @Nullable Boolean cardSave,
            @Nullable String data,
            @Nullable String paymentType,
            @Nullable CardId cardId,
            @Nullable Boolean recurrent) {
        @Override
        public String toString() {
            return "Payment[hidden]";
        }
    }

    /** The saved card in {@code payments/cards/auth}. */
    public record CardId(String id) {
        @Override
        public String toString() {
            return "CardId[hidden]";
        }
    }

    /** {@code POST /payment/confirm}: only seen in a mock, so its answer is not believed. */
    public record Confirm(
            @JsonProperty("ID") String id,
            @JsonProperty("PaRes") String paRes,
            @JsonProperty("MD") String md) {
        @Override
        public String toString() {
            return "Confirm[hidden]";
        }
    }

    /** {@code POST /invoice}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InvoiceLink(
            @JsonProperty("shop_id") String shopId,
            @JsonProperty("account_id") @Nullable String accountId,
            @JsonProperty("invoice_id") String invoiceId,
            BigDecimal amount,
            String language,
            String description,
            @JsonProperty("expire_period") String expirePeriod,
            String currency,
            @JsonProperty("recipient_contact") @Nullable String recipientContact,
            @JsonProperty("recipient_contact_sms") @Nullable String recipientContactSms,
            @JsonProperty("post_link") @Nullable String postLink,
            @JsonProperty("failure_post_link") @Nullable String failurePostLink,
            @JsonProperty("back_link") @Nullable String backLink,
            @JsonProperty("failure_back_link") @Nullable String failureBackLink) {
        @Override
        public String toString() {
            return "InvoiceLink[hidden]";
        }
    }
}
