package kz.paysandbox.emulator.epay.rows;

import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.domain.Payment;
import kz.paysandbox.emulator.epay.domain.ResultCode;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.domain.tokens.Shop;
import kz.paysandbox.emulator.epay.wire.Answers;
import kz.paysandbox.emulator.http.Reply;

/** The status of a payment (status page), and the older page's form of it. */
public final class StatusHandlers {

    private StatusHandlers() {}

    public static Reply ofInvoice(EpayCall call) {
        String invoiceId = call.path("invoiceid");
        if (!invoiceId.matches("[\\p{L}\\p{N}._/-]{1,64}")) {
            return status(call, ResultCode.ERROR);
        }
        return terminal(call)
                .fold(
                        shop -> status(call, call.bank().payments().ofInvoice(shop, invoiceId)),
                        refused -> status(call, refused));
    }

    public static Reply ofTransaction(EpayCall call) {
        return terminal(call)
                .fold(
                        shop -> status(
                                call,
                                call.bank()
                                        .payments()
                                        .find(call.path("id"))
                                        .filter(payment ->
                                                payment.order().shop().equals(shop))),
                        refused -> status(call, refused));
    }

    public static Reply old(EpayCall call) {
        return call.bank()
                .payments()
                .ofInvoice(call.shop(), call.path("invoiceid"))
                .map(payment ->
                        call.wire().json(200, PaymentViews.of(call, payment).oldStatus()))
                .orElseGet(() -> call.wire().refused(404, Refusal.of(Reason.TRANSACTION_UNKNOWN)));
    }

    /** The token's terminal must be there, be one of the bank's, and be this client's. */
    private static Outcome<Shop, ResultCode> terminal(EpayCall call) {
        String terminal = call.token().binding().terminal();
        if (terminal.isEmpty()) {
            call.worldCall().note("the token was asked for without terminal, which its status needs");
            return Outcome.refused(ResultCode.NO_TERMINAL);
        }
        Optional<Shop> owner = call.bank().shopOfTerminal(terminal);
        if (owner.isEmpty()) {
            return Outcome.refused(ResultCode.WRONG_TERMINAL);
        }
        return owner.get().equals(call.shop()) ? Outcome.ok(call.shop()) : Outcome.refused(ResultCode.FOREIGN_TERMINAL);
    }

    private static Reply status(EpayCall call, Optional<Payment> found) {
        return found.map(payment -> {
                    ResultCode code = call.services().config().form().statuses().alwaysResult100()
                            ? ResultCode.SUCCESS
                            : ResultCode.of(payment.at(call.now()));
                    return call.wire()
                            .json(
                                    200,
                                    new Answers.Status(
                                            code.code(),
                                            code.message(),
                                            PaymentViews.of(call, payment).transaction()));
                })
                .orElseGet(() -> status(call, ResultCode.NOT_FOUND));
    }

    private static Reply status(EpayCall call, ResultCode code) {
        return call.wire()
                .json(
                        call.services().config().form().statuses().http(),
                        new Answers.Status(code.code(), code.message(), null))
                .because(code.message());
    }
}
