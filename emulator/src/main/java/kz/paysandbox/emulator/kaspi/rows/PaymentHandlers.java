package kz.paysandbox.emulator.kaspi.rows;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.call.KaspiCall;
import kz.paysandbox.emulator.kaspi.call.KaspiWire;
import kz.paysandbox.emulator.kaspi.domain.Payment;
import kz.paysandbox.emulator.kaspi.domain.PaymentKind;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.BehaviorOptions;
import kz.paysandbox.emulator.kaspi.domain.merchants.Organization;
import kz.paysandbox.emulator.kaspi.domain.merchants.Till;
import kz.paysandbox.emulator.kaspi.domain.merchants.TillReasons;
import kz.paysandbox.emulator.kaspi.wire.Answers;
import kz.paysandbox.emulator.kaspi.wire.Requests;

/** QR and link payments and their details (2.3, 3.3, 3.4.4, 4.3, 4.4). */
public final class PaymentHandlers {

    private record Sale(Till till, Payment payment) {}

    private PaymentHandlers() {}

    public static Outcome<Optional<Object>, Refusal> createQr(KaspiCall call) {
        return create(call, PaymentKind.QR).map(sale -> {
            Organization seller = sale.till().organization();
            BehaviorOptions options = seller.options();
            return Optional.of(new Answers.QrCreated(
                    KaspiWire.token(call.ids(), sale.payment().id()),
                    call.wire().expireDate(sale.payment().terms().expires()),
                    sale.payment().id(),
                    seller.paymentMethods(),
                    new Answers.QrBehavior(
                            options.paymentConfirmationTimeout(),
                            options.qrCodeScanWaitTimeout(),
                            options.statusPollingInterval())));
        });
    }

    public static Outcome<Optional<Object>, Refusal> createLink(KaspiCall call) {
        return create(call, PaymentKind.LINK).map(sale -> {
            Organization seller = sale.till().organization();
            BehaviorOptions options = seller.options();
            return Optional.of(new Answers.LinkCreated(
                    KaspiWire.link(call.ids(), sale.payment().id()),
                    call.wire().expireDate(sale.payment().terms().expires()),
                    sale.payment().id(),
                    seller.paymentMethods(),
                    new Answers.LinkBehavior(
                            options.linkActivationWaitTimeout(),
                            options.paymentConfirmationTimeout(),
                            options.statusPollingInterval())));
        });
    }

    public static Outcome<Optional<Object>, Refusal> details(KaspiCall call) {
        return call.read(Requests.PaymentDetails::read)
                .flatMap(request -> call.till(request.deviceToken(), TillReasons.UNLISTED)
                        .flatMap(till -> call.bank()
                                .purchase(
                                        request.qrPaymentId(),
                                        List.of(till.organization().bin()))))
                .map(payment -> Optional.of(new Answers.Details(
                        payment.id(),
                        payment.terms().amount().toDecimal(),
                        payment.available(call.now()).toDecimal(),
                        call.wire().transactionDate(payment.since(call.now())))));
    }

    private static Outcome<Sale, Refusal> create(KaspiCall call, PaymentKind kind) {
        return call.read(Requests.PaymentCreate::read)
                .flatMap(request -> call.till(request.deviceToken(), TillReasons.LISTED)
                        .flatMap(till -> call.sales()
                                .create(kind, till, request.amount(), request.externalId(), call.now())
                                .map(payment -> new Sale(till, call.customer().meets(payment)))));
    }
}
