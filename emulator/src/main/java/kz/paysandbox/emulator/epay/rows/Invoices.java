package kz.paysandbox.emulator.epay.rows;

import java.util.List;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.domain.Order;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.domain.tokens.Shop;
import kz.paysandbox.emulator.epay.rules.EpayClause;

/** The payment page's rules for an invoice's number: 6 to 15 digits, and unique by its last six. */
final class Invoices {

    private static final int LONGEST = 64;

    private Invoices() {}

    /** Its form; clients in production send other forms and are answered. */
    static Outcome<Boolean, Refusal> judge(EpayCall call, String invoiceId) {
        if (invoiceId.length() > LONGEST) {
            return Refusal.refuse(Reason.INVOICE, "invoiceId has 6 to 15 digits");
        }
        if (invoiceId.matches("\\d{6,15}")) {
            return Outcome.ok(true);
        }
        return call.compliance()
                .deviates(
                        EpayClause.INVOICE_FORMAT,
                        "an invoiceId of " + invoiceId.length() + " characters"
                                + (invoiceId.matches("\\d*") ? "" : ", not all digits"),
                        Reason.INVOICE,
                        List.of());
    }

    /** Its tail, when it is about to be paid. */
    static Outcome<Boolean, Refusal> judgeTail(EpayCall call, Shop shop, String invoiceId) {
        return call.bank()
                .payments()
                .sameTail(shop, invoiceId)
                .map(other -> call.compliance()
                        .deviates(
                                EpayClause.INVOICE_LAST6,
                                "the last six characters are those of an earlier invoice",
                                Reason.INVOICE,
                                call.protocolRules().paidBy(shop, other)))
                .orElseGet(() -> Outcome.ok(true));
    }

    /** The same for a payment that was refused because another with that tail was quicker. */
    static <T> Outcome<T, Refusal> judgeTail(EpayCall call, Order order, Outcome<T, Refusal> paid) {
        return paid.refusal()
                .filter(refusal -> refusal.reason() == Reason.INVOICE)
                .flatMap(refusal ->
                        judgeTail(call, order.shop(), order.invoiceId()).refusal())
                .map(Outcome::<T, Refusal>refused)
                .orElse(paid);
    }
}
