package kz.paysandbox.emulator.kaspi.rows;

import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.call.KaspiCall;
import kz.paysandbox.emulator.kaspi.domain.Payment;
import kz.paysandbox.emulator.kaspi.domain.PaymentStatus;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.TradePoint;
import kz.paysandbox.emulator.kaspi.wire.Answers;
import kz.paysandbox.emulator.kaspi.wire.Requests;

/** The status of a payment (2.3.3, 3.3.3, 4.3.3), and its v02 form that was seen in production. */
public final class StatusHandlers {

    /** The city of all invented trade points. */
    private static final String CITY = "Алматы";

    private StatusHandlers() {}

    public static Outcome<Optional<Object>, Refusal> status(KaspiCall call) {
        return find(call)
                .flatMap(call::pollPolitely)
                .map(payment ->
                        Optional.of(new Answers.Status(payment.at(call.now()).wire())));
    }

    public static Outcome<Optional<Object>, Refusal> statusV02(KaspiCall call) {
        return find(call).flatMap(call::pollPolitely).map(payment -> {
            PaymentStatus status = payment.at(call.now());
            boolean paid = status == PaymentStatus.PROCESSED;
            Place place = place(call, payment);
            return Optional.of(new Answers.StatusV02(
                    status.wire(),
                    payment.scanned().isPresent() || paid ? String.valueOf(payment.id()) : "",
                    paid ? Boolean.FALSE : null,
                    paid ? "Gold" : "",
                    payment.terms().amount().toDecimal(),
                    place.store(),
                    place.address(),
                    CITY));
        });
    }

    private static Outcome<Payment, Refusal> find(KaspiCall call) {
        return call.read(Requests.PaymentId::read)
                .flatMap(request -> call.bank().purchase(request.qrPaymentId(), call.bins()));
    }

    private record Place(String store, String address) {}

    /** Trade points are named as "store (address)". */
    private static Place place(KaspiCall call, Payment payment) {
        String name = call.bank()
                .merchants()
                .tradePoint(payment.terms().device().tradePointId())
                .map(TradePoint::name)
                .orElse("");
        int open = name.indexOf('(');
        return open < 0
                ? new Place(name, "")
                : new Place(
                        name.substring(0, open).strip(),
                        name.substring(open + 1).replace(")", ""));
    }
}
