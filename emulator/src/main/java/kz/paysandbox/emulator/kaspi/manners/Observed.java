package kz.paysandbox.emulator.kaspi.manners;

import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.emulator.core.fields.Fields;
import kz.paysandbox.emulator.core.fields.Scalar;
import kz.paysandbox.emulator.http.Visit;
import kz.paysandbox.emulator.kaspi.domain.KaspiBank;
import kz.paysandbox.emulator.kaspi.domain.Payment;
import kz.paysandbox.emulator.kaspi.domain.Reason;

/**
 * A call that was answered, as the rules see it.
 *
 * @param row its row id
 * @param refused why it was refused; empty for a success
 */
public record Observed(String row, Visit visit, Fields fields, KaspiBank bank, Optional<Reason> refused, Instant now) {

    /** Whether it is a row of any scheme, as {@code payment status}. */
    boolean is(String operation) {
        int space = row.indexOf(' ');
        return row.substring(space + 1).equals(operation);
    }

    Optional<String> text(String name) {
        return fields.find(name)
                .map(Fields.Given::value)
                .filter(value -> value.type() != Scalar.Type.NESTED && value.type() != Scalar.Type.NULL)
                .map(Scalar::text)
                .filter(text -> text.length() <= 100);
    }

    /** The payment that the call names, where there is one. */
    Optional<Payment> payment() {
        return text("QrPaymentId")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .flatMap(bank.purchases()::find);
    }
}
