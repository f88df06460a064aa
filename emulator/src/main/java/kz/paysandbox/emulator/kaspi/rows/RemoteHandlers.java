package kz.paysandbox.emulator.kaspi.rows;

import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.call.KaspiCall;
import kz.paysandbox.emulator.kaspi.domain.SaleProcess;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.TillReasons;
import kz.paysandbox.emulator.kaspi.wire.Answers;
import kz.paysandbox.emulator.kaspi.wire.Requests;

/** Invoices to a phone number (4.6). */
public final class RemoteHandlers {

    private RemoteHandlers() {}

    public static Outcome<Optional<Object>, Refusal> clientInfo(KaspiCall call) {
        boolean allowed = call.in()
                .peek("DeviceToken")
                .flatMap(call.bank().devices()::find)
                .filter(device -> call.bins().contains(device.bin()))
                .map(device -> call.bank().allowsLookup(device, call.now()))
                .orElse(true);
        return call.read(Requests.ClientInfo::read)
                .flatMap(request -> call.till(request.deviceToken(), TillReasons.REMOTE)
                        .flatMap(till -> allowed
                                ? SaleProcess.clientName(request.phoneNumber())
                                : Refusal.refuse(Reason.TOO_MANY_LOOKUPS)))
                .map(name -> Optional.of(new Answers.Client(name)));
    }

    public static Outcome<Optional<Object>, Refusal> create(KaspiCall call) {
        return call.read(Requests.RemoteCreate::read)
                .flatMap(request -> call.till(request.deviceToken(), TillReasons.REMOTE)
                        .flatMap(till -> call.sales()
                                .invoice(till, request.phoneNumber(), request.amount(), request.comment(), call.now())))
                .map(invoice -> Optional.of(
                        new Answers.RemoteCreated(call.customer().meets(invoice).id())));
    }

    public static Outcome<Optional<Object>, Refusal> cancel(KaspiCall call) {
        return call.read(Requests.RemoteCancel::read)
                .flatMap(request -> call.till(request.deviceToken(), TillReasons.REMOTE)
                        .flatMap(till -> call.sales().cancelInvoice(till, request.qrPaymentId(), call.now())))
                .map(invoice ->
                        Optional.of(new Answers.Status(invoice.at(call.now()).wire())));
    }
}
