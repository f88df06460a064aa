package kz.paysandbox.adapters.kaspi.wire;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Data of the answers; every field may be missing until it is checked. */
public final class Answers {
    private Answers() {}

    /** One row of {@code partner/tradepoints} (2.2.2). */
    public record TradePoint(
            @Nullable Long tradePointId, @Nullable String tradePointName) {}

    /** {@code device/register} (2.2.3). */
    public record Device(@Nullable String deviceToken) {
        @Override
        public String toString() {
            return "Device[hidden]";
        }
    }

    /** {@code qr/create} (2.3.1). */
    public record QrCreated(
            @Nullable String qrToken,
            @Nullable String expireDate,
            @Nullable Long qrPaymentId,
            @Nullable List<String> paymentMethods,
            @Nullable Behavior qrPaymentBehaviorOptions) {
        @Override
        public String toString() {
            return "QrCreated[hidden]";
        }
    }

    /** {@code qr/create-link} (2.3.2). */
    public record LinkCreated(
            @Nullable String paymentLink,
            @Nullable String expireDate,
            @Nullable Long paymentId,
            @Nullable List<String> paymentMethods,
            @Nullable Behavior paymentBehaviorOptions) {
        @Override
        public String toString() {
            return "LinkCreated[hidden]";
        }
    }

    /** The seconds that both creates announce. */
    public record Behavior(
            @Nullable Long statusPollingInterval,
            @Nullable Long qrCodeScanWaitTimeout,
            @Nullable Long linkActivationWaitTimeout,
            @Nullable Long paymentConfirmationTimeout) {}

    /** {@code payment/status} v01 and v02, {@code return/status}, {@code remote/cancel}. */
    public record Status(
            @Nullable String status,
            @Nullable String transactionId,
            @Nullable String loanOfferName,
            @Nullable Integer loanTerm,
            @Nullable Boolean isOffer,
            @Nullable String productType,
            @Nullable BigDecimal amount,
            @Nullable String storeName,
            @Nullable String address,
            @Nullable String city) {}

    /** {@code return/create} (3.4.1). */
    public record ReturnCreated(
            @Nullable String qrToken,
            @Nullable String expireDate,
            @Nullable Long qrReturnId,
            @Nullable ReturnBehavior qrReturnBehaviorOptions) {
        @Override
        public String toString() {
            return "ReturnCreated[hidden]";
        }
    }

    /** The seconds that {@code return/create} announces. */
    public record ReturnBehavior(
            @Nullable Long qrCodeScanEventPollingInterval,
            @Nullable Long qrCodeScanWaitTimeout) {}

    /** One row of {@code return/operations} (3.4.3). */
    public record Operation(
            @Nullable Long qrPaymentId,
            @Nullable BigDecimal amount,
            @Nullable String transactionDate) {}

    /** {@code payment/details} (3.4.4, 4.4). */
    public record Details(
            @Nullable Long qrPaymentId,
            @Nullable BigDecimal totalAmount,
            @Nullable BigDecimal availableReturnAmount,
            @Nullable String transactionDate) {}

    /** {@code payment/return} (3.4.5, 4.5). */
    public record Returned(@Nullable Long returnOperationId) {}

    /** {@code remote/client-info} (4.6.1). */
    public record Client(@Nullable String clientName) {
        @Override
        public String toString() {
            return "Client[hidden]";
        }
    }

    /** {@code remote/create} (4.6.2). */
    public record RemoteCreated(@Nullable Long qrPaymentId) {}
}
