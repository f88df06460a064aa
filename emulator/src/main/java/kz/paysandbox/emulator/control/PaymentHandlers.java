package kz.paysandbox.emulator.control;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.desk.CustomerAct;
import kz.paysandbox.emulator.core.desk.PaymentView;
import kz.paysandbox.emulator.core.desk.WorldDesk;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.http.Reply;

/** The payments of both banks: one view, and the customer's and cashier's side of them. */
final class PaymentHandlers {

    private static final int MOST_SHOWN = 1_000;

    private static final List<String> ACTS = Stream.concat(
                    Stream.of(CustomerAct.values()).map(CustomerAct::label), Stream.of("refund"))
            .toList();

    private final ControlRoom room;
    private final WorldDesk desk;

    PaymentHandlers(ControlRoom room) {
        this.room = room;
        this.desk = new ControlDesk(room);
    }

    Reply list(ControlCall call) {
        Parameters query = new Parameters(call);
        Optional<String> wantedBank =
                query.choice("bank", room.banks().stream().map(BankDesk::bank).toList());
        Optional<String> status = query.choice(
                "status",
                room.banks().stream()
                        .flatMap(bank -> bank.facts().statuses().stream())
                        .distinct()
                        .toList());
        Optional<String> bin = query.text("bin");
        long limit = Math.min(MOST_SHOWN, query.whole("limit", 1, Long.MAX_VALUE, MOST_SHOWN));
        return query.finish(limit)
                .fold(
                        most -> room.json()
                                .reply(
                                        200,
                                        Newest.of(
                                                room.banks().stream()
                                                        .filter(bank -> matches(wantedBank, bank.bank()))
                                                        .map(bank -> bank.payments(call.world())),
                                                payment -> matches(status, payment.status())
                                                        && matches(bin, payment.bin()),
                                                most)),
                        complaint -> room.json().problem(400, "invalid", complaint));
    }

    Reply show(ControlCall call) {
        return room.banks().stream()
                .flatMap(bank -> bank.payment(call.world(), call.path("id")).stream())
                .findFirst()
                .map(payment -> room.json().reply(200, payment))
                .orElseGet(() -> unknown(call));
    }

    Reply act(ControlCall call) {
        Optional<CustomerAct> act = CustomerAct.of(call.path("act"));
        if (act.isEmpty()) {
            return room.json().problem(404, "unknown-path", Complaint.unknown("act", call.path("act"), ACTS));
        }
        Optional<Complaint> mistyped = mistyped(call, "phone");
        if (mistyped.isPresent()) {
            return room.json().problem(400, "invalid", mistyped.get());
        }
        return answer(desk.act(call.world(), call.path("id"), act.get(), call.text("phone")));
    }

    Reply refund(ControlCall call) {
        Optional<Complaint> mistyped = mistyped(call, "amount");
        if (mistyped.isPresent()) {
            return room.json().problem(400, "invalid", mistyped.get());
        }
        try {
            BigDecimal amount = new BigDecimal(call.text("amount").orElse(""));
            return answer(desk.refund(call.world(), call.path("id"), amount));
        } catch (NumberFormatException notANumber) {
            return room.json().problem(400, "invalid", "amount must be a number of tenge");
        }
    }

    Reply png(ControlCall call) {
        return qr(call).map(content -> QrImage.of(content).png()).orElseGet(() -> unknown(call));
    }

    Reply svg(ControlCall call) {
        return qr(call).map(content -> QrImage.of(content).svg()).orElseGet(() -> unknown(call));
    }

    private Optional<String> qr(ControlCall call) {
        return room.banks().stream()
                .flatMap(bank -> bank.qrContent(call.world(), call.path("id")).stream())
                .findFirst();
    }

    private Reply answer(Outcome<PaymentView, Conflict> outcome) {
        return outcome.fold(
                payment -> room.json().reply(200, payment), conflict -> Conflicts.reply(room.json(), conflict));
    }

    private static Optional<Complaint> mistyped(ControlCall call, String... keys) {
        return Members.of(call.body(), keys).finish(call).refusal();
    }

    private Reply unknown(ControlCall call) {
        return Conflicts.reply(room.json(), ControlDesk.unknownPayment(call.world(), call.path("id")));
    }

    private static boolean matches(Optional<String> wanted, String value) {
        return wanted.map(value::equals).orElse(true);
    }
}
