package kz.paysandbox.emulator.epay;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.faults.CallAttributes;
import kz.paysandbox.emulator.core.fields.Fields;
import kz.paysandbox.emulator.epay.call.BodyReader;
import kz.paysandbox.emulator.http.Call;

/** The attributes of an ePay call that faults can match. */
final class EpayCallAttributes {

    private EpayCallAttributes() {}

    static CallAttributes of(String endpoint, Call call) {
        Fields fields = BodyReader.read(call).map(BodyReader.Body::fields).orElse(Fields.NONE);
        return new CallAttributes(
                endpoint,
                Optional.empty(),
                Optional.empty(),
                text(fields, "amount")
                        .or(() -> Optional.ofNullable(call.query().get("amount")))
                        .flatMap(EpayCallAttributes::number),
                text(fields, "phone"),
                thread(fields, call),
                call::header);
    }

    /** Calls about one invoice or transaction are counted together. */
    private static String thread(Fields fields, Call call) {
        return Stream.concat(
                        call.pathParameters().values().stream(),
                        Stream.of("invoiceId", "invoice_id", "MD").flatMap(name -> text(fields, name).stream()))
                .findFirst()
                .orElse("");
    }

    private static Optional<String> text(Fields fields, String name) {
        return fields.find(name).map(given -> given.value().text()).filter(text -> !text.isBlank());
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return text.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
