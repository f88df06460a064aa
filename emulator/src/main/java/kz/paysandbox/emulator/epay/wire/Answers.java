package kz.paysandbox.emulator.epay.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers of the API, field by field in the words and the spelling of the bank's pages. */
public final class Answers {

    private Answers() {}

    /** A token (authorisation page); the type of {@code expires_in} differs from page to page. */
    public record Token(String access_token, Object expires_in, String refresh_token, String scope, String token_type) {
        @Override
        public String toString() {
            return "Token";
        }
    }

    /** A refused token or call, as RFC 6749 and 6750 write it. */
    public record OAuthError(String error, String error_description) {}

    /** Any other refusal, and the success of an operation (operation pages). */
    public record CodeMessage(int code, String message) {}

    /** Where a challenge is answered (SDK: {@code termURL} in this spelling). */
    public record Secure3D(String action, String md, String paReq, String termURL) {}

    /** A payment by cryptogram or saved card (payment page; the SDK requires email and reference). */
    public record PaymentAnswer(
            String id,
            BigDecimal amount,
            String currency,
            @JsonUnwrapped InvoiceName invoice,
            String accountId,
            String email,
            String phone,
            String description,
            String language,
            String reference,
            String intReference,
            @JsonUnwrapped Card card,
            String name,
            String terminal,
            int code,
            String status,
            String approvalCode,
            @Nullable Secure3D secure3D) {}

    /** The invoice's number under the name that the settings choose. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InvoiceName(
            @Nullable String invoiceID, @Nullable String invoiceId) {}

    /** What an answer shows of a card. */
    public record Card(
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String cardID,
            String cardMask,
            String cardType,
            String issuer) {}

    /** The status of an invoice (status page). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Status(
            String resultCode,
            String resultMessage,
            @Nullable Transaction transaction) {}

    /** What the status shows of a transaction; {@code reasonCode} is a string here. */
    public record Transaction(
            String id,
            String createdDate,
            String invoiceID,
            @JsonUnwrapped Amounts amounts,
            String approvalCode,
            String data,
            String currency,
            String terminal,
            String terminalID,
            String accountID,
            String description,
            String language,
            @JsonUnwrapped MaskedCard card,
            String reference,
            String intReference,
            @JsonUnwrapped Result result,
            String name,
            String email,
            String phone,
            String cardID,
            String xlsRRN,
            @JsonUnwrapped Place place) {}

    /** Tenge, or the currency named. */
    public record Amounts(BigDecimal amount, BigDecimal amountBonus, BigDecimal payoutAmount, BigDecimal orgAmount) {}

    /** A card without its saved id. */
    public record MaskedCard(String cardMask, String cardType, String issuer) {}

    /** How a transaction stands; {@code secure} is a flag here and a word in the callback. */
    public record Result(
            String reason,
            String reasonCode,
            boolean secure,
            String secureDetails,
            String statusID,
            String statusName) {}

    /** Where the customer sat; the sandbox invents it. */
    public record Place(
            String ip,
            String ipCountry,
            String ipCity,
            String ipRegion,
            String ipDistrict,
            BigDecimal ipLatitude,
            BigDecimal ipLongitude) {

        /** Everybody is at home. */
        public static final Place HOME =
                new Place("127.0.0.1", "KZ", "Almaty", "Almaty", "", new BigDecimal("43.25"), new BigDecimal("76.95"));
    }

    /** The flat status of the older status page. */
    public record OldStatus(
            String id,
            String dateTime,
            String invoiceId,
            BigDecimal amount,
            String currency,
            String terminal,
            String accountId,
            String description,
            String language,
            @JsonUnwrapped MaskedCard card,
            String reference,
            String secure,
            String code,
            String reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer reasonCode,

            String name,
            String email,
            String phone,
            @JsonUnwrapped Place place,
            String cardId) {}

    /** A saved card (saved cards page: names begin with capitals). */
    public record SavedCard(
            @JsonProperty("ID") String id,
            @JsonProperty("TransactionId") String transactionId,
            @JsonProperty("MerchantID") String merchantId,
            @JsonProperty("CardHash") String cardHash,
            @JsonProperty("CardMask") String cardMask,
            @JsonProperty("PayerName") String payerName,
            @JsonProperty("Reference") String reference,
            @JsonProperty("IntReference") String intReference,
            @JsonProperty("Token") String token,
            @JsonProperty("Terminal") String terminal,
            @JsonProperty("CreatedDate") String createdDate,
            @JsonProperty("PaymentAvailable") boolean paymentAvailable,
            @JsonProperty("AccountID") String accountId) {}

    /** A saved card that nobody can pay with any more. */
    public record Deactivated(String status) {}

    /** An invoice link (invoice page and clients in production). */
    public record Invoice(
            String id,
            String status,
            String invoice_id,
            BigDecimal amount,
            String description,
            String created_date,
            String expire_date,
            String invoice_url) {}

    /** An answer of our own, for the payment page's script. */
    public record Page(String state, Map<String, Object> more) {}
}
