package kz.paysandbox.emulator.kaspi.wire;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.core.fields.FieldReader;
import kz.paysandbox.emulator.core.fields.Malformed;

/** The requests of callers, field by field in the document's words and order. OrganizationBin of r3 is read apart. */
public final class Requests {

    /** The document's rule for DeviceId (2.2.3). */
    private static final Pattern DEVICE_ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private Requests() {}

    /** 2.2.3, 3.2.3, 4.2.3. */
    public record DeviceRegister(String deviceId, long tradePointId) {
        public static DeviceRegister read(FieldReader in) {
            String deviceId = in.text("DeviceId");
            if (!deviceId.isEmpty() && !DEVICE_ID.matcher(deviceId).matches()) {
                in.problem(Malformed.Kind.NOT_ALLOWED, "DeviceId");
            }
            return new DeviceRegister(deviceId, in.wholeNumber("TradePointId"));
        }
    }

    /** 2.2.4, 3.2.4, 4.2.4. */
    public record DeviceDelete(String deviceToken) {
        public static DeviceDelete read(FieldReader in) {
            return new DeviceDelete(in.token("DeviceToken"));
        }
    }

    /** 2.3.1, 2.3.2, 3.3.1, 3.3.2, 4.3.1, 4.3.2. */
    public record PaymentCreate(String deviceToken, BigDecimal amount, String externalId) {
        public static PaymentCreate read(FieldReader in) {
            return new PaymentCreate(
                    in.token("DeviceToken"),
                    in.decimal("Amount"),
                    in.optionalText("ExternalId").orElse(""));
        }
    }

    /** 2.3.3, 3.3.3, 4.3.3, and 5.2-5.5. */
    public record PaymentId(long qrPaymentId) {
        public static PaymentId read(FieldReader in) {
            return new PaymentId(in.wholeNumber("QrPaymentId"));
        }

        /** The test hooks document it as a string, and take a number too. */
        public static PaymentId readText(FieldReader in) {
            return new PaymentId(in.wholeNumberAsToken("QrPaymentId"));
        }
    }

    /** 3.4.1. */
    public record ReturnCreate(String deviceToken, String externalId) {
        public static ReturnCreate read(FieldReader in) {
            return new ReturnCreate(
                    in.token("DeviceToken"), in.optionalText("ExternalId").orElse(""));
        }
    }

    /** 3.4.2. */
    public record ReturnId(long qrReturnId) {
        public static ReturnId read(FieldReader in) {
            return new ReturnId(in.wholeNumber("QrReturnId"));
        }
    }

    /** 3.4.3. */
    public record ReturnOperations(String deviceToken, long qrReturnId, long maxResult) {
        public static ReturnOperations read(FieldReader in) {
            return new ReturnOperations(
                    in.token("DeviceToken"),
                    in.wholeNumber("QrReturnId"),
                    in.optionalWholeNumber("MaxResult").orElse(10L));
        }
    }

    /** 3.4.4, 4.4. */
    public record PaymentDetails(long qrPaymentId, String deviceToken) {
        public static PaymentDetails read(FieldReader in) {
            return new PaymentDetails(in.wholeNumber("QrPaymentId"), in.token("DeviceToken"));
        }
    }

    /** 3.4.5 with the return QR code, 4.5 without. */
    public record PaymentReturn(String deviceToken, long qrPaymentId, Optional<Long> qrReturnId, BigDecimal amount) {
        public static PaymentReturn withCode(FieldReader in) {
            return new PaymentReturn(
                    in.token("DeviceToken"),
                    in.wholeNumber("QrPaymentId"),
                    Optional.of(in.wholeNumber("QrReturnId")),
                    in.decimal("Amount"));
        }

        public static PaymentReturn withoutCode(FieldReader in) {
            return new PaymentReturn(
                    in.token("DeviceToken"), in.wholeNumber("QrPaymentId"), Optional.empty(), in.decimal("Amount"));
        }
    }

    /** 4.6.1. */
    public record ClientInfo(String phoneNumber, String deviceToken) {
        public static ClientInfo read(FieldReader in) {
            return new ClientInfo(in.text("PhoneNumber"), in.token("DeviceToken"));
        }
    }

    /** 4.6.2. */
    public record RemoteCreate(BigDecimal amount, String phoneNumber, String deviceToken, String comment) {
        public static RemoteCreate read(FieldReader in) {
            return new RemoteCreate(
                    in.decimal("Amount"),
                    in.text("PhoneNumber"),
                    in.token("DeviceToken"),
                    in.optionalText("Comment").orElse(""));
        }
    }

    /** 4.6.3. */
    public record RemoteCancel(long qrPaymentId, String deviceToken) {
        public static RemoteCancel read(FieldReader in) {
            return new RemoteCancel(in.wholeNumber("QrPaymentId"), in.token("DeviceToken"));
        }
    }
}
