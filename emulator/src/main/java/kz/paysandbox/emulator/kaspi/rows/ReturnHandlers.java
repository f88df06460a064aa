package kz.paysandbox.emulator.kaspi.rows;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.call.KaspiCall;
import kz.paysandbox.emulator.kaspi.call.KaspiWire;
import kz.paysandbox.emulator.kaspi.domain.Payment;
import kz.paysandbox.emulator.kaspi.domain.QrReturn;
import kz.paysandbox.emulator.kaspi.domain.ReturnProcess;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.BehaviorOptions;
import kz.paysandbox.emulator.kaspi.domain.merchants.TillReasons;
import kz.paysandbox.emulator.kaspi.wire.Answers;
import kz.paysandbox.emulator.kaspi.wire.Requests;

/** Returns with the customer (3.4) and without (4.5). */
public final class ReturnHandlers {

    private ReturnHandlers() {}

    public static Outcome<Optional<Object>, Refusal> create(KaspiCall call) {
        return call.read(Requests.ReturnCreate::read)
                .flatMap(request -> call.till(request.deviceToken(), TillReasons.LISTED)
                        .map(till -> {
                            BehaviorOptions options = till.organization().options();
                            QrReturn code = call.customer()
                                    .meets(new ReturnProcess(call.bank())
                                            .createCode(till, request.externalId(), call.now()));
                            return Optional.of(new Answers.ReturnCreated(
                                    KaspiWire.token(call.ids(), code.id()),
                                    call.wire().expireDate(code.expires()),
                                    code.id(),
                                    new Answers.ReturnBehavior(
                                            options.statusPollingInterval(), options.qrCodeScanWaitTimeout())));
                        }));
    }

    public static Outcome<Optional<Object>, Refusal> status(KaspiCall call) {
        return call.read(Requests.ReturnId::read)
                .flatMap(request -> new ReturnProcess(call.bank()).code(request.qrReturnId(), call.bins()))
                .map(code -> Optional.of(new Answers.Status(code.at(call.now()).wire())));
    }

    public static Outcome<Optional<Object>, Refusal> operations(KaspiCall call) {
        return call.read(Requests.ReturnOperations::read)
                .flatMap(request -> call.till(request.deviceToken(), TillReasons.UNLISTED)
                        .flatMap(till -> new ReturnProcess(call.bank())
                                .operations(till, request.qrReturnId(), request.maxResult(), call.now())))
                .map(payments -> Optional.of(list(call, payments)));
    }

    public static Outcome<Optional<Object>, Refusal> giveBackWithCustomer(KaspiCall call) {
        return giveBack(call, call.read(Requests.PaymentReturn::withCode));
    }

    public static Outcome<Optional<Object>, Refusal> giveBackAlone(KaspiCall call) {
        return giveBack(call, call.read(Requests.PaymentReturn::withoutCode));
    }

    private static Outcome<Optional<Object>, Refusal> giveBack(
            KaspiCall call, Outcome<Requests.PaymentReturn, Refusal> message) {
        return message.flatMap(request -> call.till(request.deviceToken(), TillReasons.LISTED)
                        .flatMap(till -> new ReturnProcess(call.bank())
                                .giveBack(
                                        till,
                                        request.qrPaymentId(),
                                        request.qrReturnId(),
                                        call.caller().bins(),
                                        request.amount(),
                                        call.now())))
                .map(entry -> Optional.of(new Answers.Returned(entry.id())));
    }

    private static List<Answers.Operation> list(KaspiCall call, List<Payment> payments) {
        return payments.stream()
                .map(payment -> new Answers.Operation(
                        payment.id(),
                        call.wire().operationDate(payment.since(call.now())),
                        payment.terms().amount().toDecimal()))
                .toList();
    }
}
