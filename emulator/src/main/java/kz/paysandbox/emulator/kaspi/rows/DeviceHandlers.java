package kz.paysandbox.emulator.kaspi.rows;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.call.KaspiCall;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.TradePoint;
import kz.paysandbox.emulator.kaspi.wire.Answers;
import kz.paysandbox.emulator.kaspi.wire.Requests;

/** Trade points and devices (2.2, 3.2, 4.2). */
public final class DeviceHandlers {

    private DeviceHandlers() {}

    public static Outcome<Optional<Object>, Refusal> tradePoints(KaspiCall call) {
        List<Answers.TradePoint> points = call.bank().merchants().tradePointsOf(call.bins()).stream()
                .map(point -> new Answers.TradePoint(point.id(), point.name()))
                .toList();
        return points.isEmpty() ? Refusal.refuse(Reason.NO_TRADE_POINTS) : Outcome.ok(Optional.of(points));
    }

    public static Outcome<Optional<Object>, Refusal> register(KaspiCall call) {
        return call.read(Requests.DeviceRegister::read)
                .flatMap(request -> tradePoint(call, request.tradePointId())
                        .flatMap(point -> call.bank().devices().register(point, request.deviceId())))
                .map(device -> Optional.of(new Answers.DeviceRegistered(device.token())));
    }

    public static Outcome<Optional<Object>, Refusal> delete(KaspiCall call) {
        return call.read(Requests.DeviceDelete::read)
                .flatMap(request -> call.bank().devices().delete(request.deviceToken(), call.bins()))
                .map(device -> Optional.empty());
    }

    private static Outcome<TradePoint, Refusal> tradePoint(KaspiCall call, long id) {
        Optional<TradePoint> point = call.bank()
                .merchants()
                .tradePoint(id)
                .filter(found -> call.bins().contains(found.bin()));
        if (point.isEmpty()) {
            return Refusal.refuse(Reason.TRADE_POINT_UNKNOWN);
        }
        return point.get().qrPayments() ? Outcome.ok(point.get()) : Refusal.refuse(Reason.NO_QR_PAYMENTS);
    }
}
