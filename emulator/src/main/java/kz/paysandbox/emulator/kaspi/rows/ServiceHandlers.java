package kz.paysandbox.emulator.kaspi.rows;

import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.call.KaspiCall;
import kz.paysandbox.emulator.kaspi.domain.Customer;
import kz.paysandbox.emulator.kaspi.domain.Payment;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.wire.Requests;

/** The ping and the bank's own test hooks (chapter 5). */
public final class ServiceHandlers {

    private ServiceHandlers() {}

    public static Outcome<Optional<Object>, Refusal> ping(KaspiCall call) {
        return Outcome.ok(Optional.empty());
    }

    public static Outcome<Optional<Object>, Refusal> scan(KaspiCall call) {
        return act(
                call,
                payment -> call.bank()
                        .purchases()
                        .change(payment.id(), open -> open.scan(call.now(), Customer.DEFAULT_PHONE)));
    }

    public static Outcome<Optional<Object>, Refusal> confirm(KaspiCall call) {
        return act(call, payment -> call.bank().confirm(payment.id(), call.now()));
    }

    public static Outcome<Optional<Object>, Refusal> scanError(KaspiCall call) {
        return act(call, payment -> call.bank().purchases().change(payment.id(), open -> open.failScan(call.now())));
    }

    public static Outcome<Optional<Object>, Refusal> confirmError(KaspiCall call) {
        return act(call, payment -> call.bank().purchases().change(payment.id(), open -> open.decline(call.now())));
    }

    private static Outcome<Optional<Object>, Refusal> act(
            KaspiCall call, Function<Payment, Outcome<Payment, Refusal>> act) {
        return call.read(Requests.PaymentId::readText)
                .flatMap(request -> call.bank().purchase(request.qrPaymentId(), call.bins()))
                .flatMap(act)
                .map(changed -> Optional.empty());
    }
}
