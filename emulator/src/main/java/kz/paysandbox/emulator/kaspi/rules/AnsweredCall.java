package kz.paysandbox.emulator.kaspi.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.fields.Fields;
import kz.paysandbox.emulator.core.fields.Scalar;
import kz.paysandbox.emulator.core.journal.Finding.Severity;
import kz.paysandbox.emulator.http.WorldCall;
import kz.paysandbox.emulator.kaspi.domain.Customer;
import kz.paysandbox.emulator.kaspi.domain.KaspiBank;
import kz.paysandbox.emulator.kaspi.domain.Payment;
import kz.paysandbox.emulator.kaspi.domain.QrReturn;
import kz.paysandbox.emulator.kaspi.domain.Scheme;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;

/**
 * A call that was answered, as the rules see it.
 *
 * @param scheme by which it came
 * @param operation what its row does
 * @param refused why it was refused; empty for a success
 */
public record AnsweredCall(
        Scheme scheme,
        Operation operation,
        WorldCall worldCall,
        Fields fields,
        KaspiBank bank,
        Optional<Reason> refused,
        Instant now) {

    /** Of an id, which is a long. */
    private static final int MOST_DIGITS = 18;

    boolean is(Operation wanted) {
        return operation == wanted;
    }

    Optional<String> text(String name) {
        return fields.find(name)
                .map(Fields.NamedScalar::value)
                .filter(value -> value.type() != Scalar.Type.NESTED && value.type() != Scalar.Type.NULL)
                .map(Scalar::text)
                .filter(text -> text.length() <= 100);
    }

    /** The phone in the form in which the bank keeps it. */
    Optional<String> phone() {
        return text("PhoneNumber").filter(Customer::isPhone).map(Customer::normal);
    }

    /** An amount that can be money, whatever its zeros. */
    Optional<String> amount() {
        try {
            return text("Amount").map(BigDecimal::new).flatMap(Money::exactly).map(Money::toString);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** Whether the client knows what was answered. */
    boolean answerDelivered() {
        return worldCall.answerDelivered();
    }

    /** The journal's number for it. */
    long number() {
        return worldCall.number();
    }

    /** Counts a situation that the caller is in. */
    void exercises(KaspiSituation situation) {
        worldCall.world().findings().exercises().count(situation, scheme.label());
    }

    void finding(KaspiClause clause, String evidence) {
        finding(clause, evidence, List.of());
    }

    /** With the requests before this one that show it too. */
    void finding(KaspiClause clause, String evidence, List<Long> earlier) {
        finding(clause, clause.severity(), evidence, earlier);
    }

    /** Where this breach weighs less, or more, than the rule's usually do. */
    void finding(KaspiClause clause, Severity severity, String evidence, List<Long> earlier) {
        worldCall.finding(clause, severity, evidence, earlier);
    }

    /**
     * Of one cause, however its evidence differs from time to time; the cause is never shown.
     *
     * @param evidence asked for the first time only
     */
    void recurring(KaspiClause clause, Supplier<String> evidence, String cause, List<Long> earlier) {
        worldCall.finding(clause, clause.severity(), evidence, cause, earlier);
    }

    /** The return QR code that the call names, where there is one. */
    Optional<QrReturn> returnCode() {
        return text("QrReturnId").filter(AnsweredCall::isId).map(Long::valueOf).flatMap(bank.returns()::find);
    }

    /** The payment that the call names, where there is one. */
    Optional<Payment> payment() {
        return text("QrPaymentId").filter(AnsweredCall::isId).map(Long::valueOf).flatMap(bank.purchases()::find);
    }

    private static boolean isId(String text) {
        return !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }
}
