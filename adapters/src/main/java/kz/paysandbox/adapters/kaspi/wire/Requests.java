package kz.paysandbox.adapters.kaspi.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The bodies that are sent; OrganizationBin belongs to scheme r3 only, and absent fields are left out. */
public final class Requests {
    private Requests() {}

    /** {@code device/register} (2.2.3, 3.2.3, 4.2.3). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeviceRegister(@Nullable String organizationBin, String deviceId, long tradePointId) {}

    /** {@code device/delete} (2.2.4, 3.2.4, 4.2.4). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeviceDelete(@Nullable String organizationBin, String deviceToken) {
        @Override
        public String toString() {
            return "DeviceDelete[hidden]";
        }
    }

    /** {@code qr/create} and {@code qr/create-link} (2.3.1-2, 3.3.1-2, 4.3.1-2). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Create(
            @Nullable String organizationBin,
            String deviceToken,
            BigDecimal amount,
            @Nullable String externalId) {
        @Override
        public String toString() {
            return "Create[hidden]";
        }
    }

    /** {@code return/create} (3.4.1). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReturnCreate(String deviceToken, @Nullable String externalId) {
        @Override
        public String toString() {
            return "ReturnCreate[hidden]";
        }
    }

    /** {@code return/operations} (3.4.3). */
    public record ReturnOperations(String deviceToken, long qrReturnId, int maxResult) {
        @Override
        public String toString() {
            return "ReturnOperations[hidden]";
        }
    }

    /** {@code payment/return} (3.4.5 with QrReturnId, 4.5 with OrganizationBin). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PaymentReturn(
            @Nullable String organizationBin,
            String deviceToken,
            long qrPaymentId,
            @Nullable Long qrReturnId,
            BigDecimal amount) {
        @Override
        public String toString() {
            return "PaymentReturn[hidden]";
        }
    }

    /** {@code remote/create} (4.6.2). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RemoteCreate(
            String organizationBin,
            BigDecimal amount,
            String phoneNumber,
            String deviceToken,
            @Nullable String comment) {
        @Override
        public String toString() {
            return "RemoteCreate[hidden]";
        }
    }

    /** {@code remote/cancel} (4.6.3). */
    public record RemoteCancel(String organizationBin, long qrPaymentId, String deviceToken) {
        @Override
        public String toString() {
            return "RemoteCancel[hidden]";
        }
    }

    /** {@code test/payment/*} (5.2-5.5), the one body that the document prints in lower camel case. */
    public record TestPayment(@JsonProperty("qrPaymentId") String qrPaymentId) {}
}
