package kz.paysandbox.features.steps;

import io.cucumber.java.ParameterType;
import java.math.BigDecimal;
import kz.paysandbox.features.driver.Scheme;

/** The words that scenarios share. */
public final class Words {

    /** Tenge as a scenario writes them. */
    public record Amount(BigDecimal tenge) {}

    /** Where a purchase or a return has got to; the wire's word for it. */
    public record Status(String wire) {}

    @ParameterType("r1|r2|r3")
    public Scheme scheme(String label) {
        return Scheme.of(label);
    }

    @ParameterType("-?\\d+(?:[.,]\\d+)?")
    public Amount amount(String digits) {
        return new Amount(new BigDecimal(digits.replace(',', '.')));
    }

    @ParameterType("-?\\d+")
    public Long code(String digits) {
        return Long.valueOf(digits);
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
