package kz.paysandbox.features.kaspi.steps;

import io.cucumber.java.ParameterType;
import kz.paysandbox.features.kaspi.wire.Scheme;

/** The words that scenarios of Kaspi Pay share. */
public final class KaspiParameterTypes {

    /** Where a purchase or a return has got to; the wire's word for it. */
    public record Status(String wire) {}

    @ParameterType("r1|r2|r3")
    public Scheme scheme(String label) {
        return Scheme.of(label);
    }

    @ParameterType("\\+?\\d{3,}")
    public String phone(String digits) {
        return digits;
    }

    @ParameterType("waiting for the scan|waiting for the confirmation|paid|failed|invoiced|cancelled"
            + "|ждёт сканирования|ждёт подтверждения|оплачена|не состоялась|ждёт оплаты счёта|отменена")
    public Status status(String words) {
        return new Status(
                switch (words) {
                    case "waiting for the scan", "ждёт сканирования" -> "QrTokenCreated";
                    case "waiting for the confirmation", "ждёт подтверждения" -> "Wait";
                    case "paid", "оплачена" -> "Processed";
                    case "invoiced", "ждёт оплаты счёта" -> "RemotePaymentCreated";
                    case "cancelled", "отменена" -> "RemotePaymentCanceled";
                    default -> "Error";
                });
    }

    @ParameterType(
            "not scanned yet|scanned by the customer|expired|ещё не отсканирован|отсканирован покупателем|просрочен")
    public Status returnStatus(String words) {
        return new Status(
                switch (words) {
                    case "not scanned yet", "ещё не отсканирован" -> "QrTokenCreated";
                    case "scanned by the customer", "отсканирован покупателем" -> "CustomerIdentityObtained";
                    default -> "Error";
                });
    }
}
