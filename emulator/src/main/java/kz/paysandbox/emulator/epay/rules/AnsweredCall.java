package kz.paysandbox.emulator.epay.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.fields.Fields;
import kz.paysandbox.emulator.core.fields.Scalar;
import kz.paysandbox.emulator.core.journal.Finding.Severity;
import kz.paysandbox.emulator.epay.domain.EpayBank;
import kz.paysandbox.emulator.epay.domain.Payment;
import kz.paysandbox.emulator.epay.domain.tokens.AccessToken;
import kz.paysandbox.emulator.http.WorldCall;

/**
 * A call that was answered, as the rules see it.
 *
 * @param kind what its row does
 * @param body what its body said; for a payment page, what the shop's payment object said
 * @param token the caller's; empty on open rows
 * @param status HTTP status of the answer
 */
public record AnsweredCall(
        Operation kind,
        WorldCall worldCall,
        Fields body,
        Optional<AccessToken> token,
        EpayBank bank,
        int status,
        Instant now) {

    private static final int LONGEST = 1_000;

    /** Whether an order came with it, to be paid by card. */
    boolean isPayment() {
        return kind == Operation.PAYMENT;
    }

    /** Charge, cancel or refund; empty for any other call. */
    Optional<Operation> operation() {
        return kind.isChange() ? Optional.of(kind) : Optional.empty();
    }

    /** Whether the client knows a transaction's status now: it was answered with one, and the answer arrived. */
    boolean tellsStatus() {
        return kind.isStatus() && !isRefused() && worldCall.answerDelivered() && (!isCheckStatus() || hasOwnTerminal());
    }

    /** A token without one, or with another's, is refused under resultCode 104, 106 or 109 and HTTP 200. */
    private boolean hasOwnTerminal() {
        return token.filter(held -> bank.shopOfTerminal(held.binding().terminal())
                        .filter(held.shop()::equals)
                        .isPresent())
                .isPresent();
    }

    /** Whether its answer has a resultCode. */
    boolean isCheckStatus() {
        return kind == Operation.CHECK_STATUS;
    }

    boolean isRefused() {
        return status >= 400;
    }

    /** A field of the body; empty where it is absent, blank, nested or absurdly long. */
    Optional<String> text(String name) {
        return body.find(name)
                .map(Fields.NamedScalar::value)
                .filter(value -> value.type() != Scalar.Type.NESTED && value.type() != Scalar.Type.NULL)
                .map(value -> value.text().strip())
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST);
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(worldCall.call().query().get(name)).filter(text -> !text.isBlank());
    }

    /** The amount that was asked for, in the query or in the body; empty where there is none that can be money. */
    Optional<Money> amount() {
        return query("amount").or(() -> text("amount")).flatMap(AnsweredCall::money);
    }

    static Optional<Money> money(String text) {
        try {
            return Money.exactly(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** The transaction that an operation or a status concerns, if it is one of this client's. */
    Optional<Payment> payment() {
        return Optional.ofNullable(worldCall.call().pathParameters().get("id"))
                .flatMap(bank.payments()::find)
                .or(() -> Optional.ofNullable(worldCall.call().pathParameters().get("invoiceid"))
                        .flatMap(this::ofInvoice))
                .filter(found -> token.filter(
                                held -> held.shop().equals(found.order().shop()))
                        .isPresent());
    }

    /** The latest transaction of an invoice of this client's. */
    Optional<Payment> ofInvoice(String invoiceId) {
        return token.flatMap(held -> bank.payments().ofInvoice(held.shop(), invoiceId));
    }

    long number() {
        return worldCall.number();
    }

    /** Counts a situation that the shop is in. */
    void exercises(EpaySituation situation) {
        worldCall.world().findings().exercises().count(situation, EpaySituation.PRODUCT);
    }

    void finding(EpayClause clause, String evidence) {
        finding(clause, evidence, List.of());
    }

    /** With the requests before this one that show it too. */
    void finding(EpayClause clause, String evidence, List<Long> earlier) {
        finding(clause, clause.severity(), evidence, earlier);
    }

    /** Where this breach weighs less, or more, than the rule's usually do. */
    void finding(EpayClause clause, Severity severity, String evidence, List<Long> earlier) {
        worldCall.finding(clause, severity, evidence, earlier);
    }
}
