package kz.paysandbox.emulator.kaspi.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contents of Data: records in the order seen on the live host; names get their capital from the mapper. */
public final class Answers {

    private Answers() {}

    /** One entry of the list of trade points (2.2.2). */
    public record TradePoint(long tradePointId, String tradePointName) {}

    /** 2.2.3. */
    public record DeviceRegistered(String deviceToken) {}

    /** 2.3.1. */
    public record QrCreated(
            String qrToken,
            String expireDate,
            long qrPaymentId,
            List<String> paymentMethods,
            QrBehavior qrPaymentBehaviorOptions) {}

    /** Seconds (2.3.1). */
    public record QrBehavior(int paymentConfirmationTimeout, int qrCodeScanWaitTimeout, int statusPollingInterval) {}

    /** 2.3.2. */
    public record LinkCreated(
            String paymentLink,
            String expireDate,
            long paymentId,
            List<String> paymentMethods,
            LinkBehavior paymentBehaviorOptions) {}

    /** Seconds (2.3.2). */
    public record LinkBehavior(
            int linkActivationWaitTimeout, int paymentConfirmationTimeout, int statusPollingInterval) {}

    /** 2.3.3, 3.4.2, 4.6.3. */
    public record Status(String status) {}

    /** The v02 status seen in production; what is not known yet is left out. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record StatusV02(
            String status,
            String transactionId,
            @Nullable Boolean isOffer,
            String productType,
            BigDecimal amount,
            String storeName,
            String address,
            String city) {}

    /** 3.4.1. */
    public record ReturnCreated(
            String qrToken, String expireDate, long qrReturnId, ReturnBehavior qrReturnBehaviorOptions) {}

    /** Seconds (3.4.1). */
    public record ReturnBehavior(int qrCodeScanEventPollingInterval, int qrCodeScanWaitTimeout) {}

    /** One entry of the customer's purchases (3.4.3). */
    public record Operation(long qrPaymentId, String transactionDate, BigDecimal amount) {}

    /** 3.4.4, 4.4. */
    public record Details(
            long qrPaymentId, BigDecimal totalAmount, BigDecimal availableReturnAmount, String transactionDate) {}

    /** 3.4.5, 4.5. */
    public record Returned(long returnOperationId) {}

    /** 4.6.1. */
    public record Client(String clientName) {}

    /** 4.6.2. */
    public record RemoteCreated(long qrPaymentId) {}
}
