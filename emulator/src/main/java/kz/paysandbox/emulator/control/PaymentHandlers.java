package kz.paysandbox.emulator.control;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.desk.CustomerAct;
import kz.paysandbox.emulator.core.desk.PaymentView;
import kz.paysandbox.emulator.http.Reply;

/** The payments of both banks: one view, and the customer's and cashier's side of them. */
final class PaymentHandlers {

    private static final int MOST_SHOWN = 1_000;

    private final ControlRoom room;

    PaymentHandlers(ControlRoom room) {
        this.room = room;
    }

    Reply list(ControlCall call) {
        int limit = call.query("limit")
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .orElse(MOST_SHOWN);
        List<PaymentView> payments = Newest.of(
                room.banks().stream().map(bank -> bank.payments(call.world())),
                payment -> matches(call.query("bank"), payment.bank())
                        && matches(call.query("status"), payment.status())
                        && matches(call.query("bin"), payment.bin()),
                Math.min(limit, MOST_SHOWN));
        return room.json().reply(200, payments);
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
            return room.json()
                    .problem(404, "unknown-path", "a customer can scan, confirm, decline, scan-error or expire");
        }
        return atBank(call, bank -> bank.act(call.world(), call.path("id"), act.get(), call.text("phone")));
    }

    Reply refund(ControlCall call) {
        try {
            BigDecimal amount = new BigDecimal(call.text("amount").orElse(""));
            return atBank(call, bank -> bank.refund(call.world(), call.path("id"), amount));
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

    private Reply atBank(ControlCall call, Function<BankDesk, Outcome<PaymentView, Conflict>> act) {
        return room.banks().stream()
                .filter(bank -> bank.payment(call.world(), call.path("id")).isPresent())
                .findFirst()
                .map(bank -> act.apply(bank)
                        .fold(
                                payment -> room.json().reply(200, payment),
                                conflict -> Conflicts.reply(room.json(), conflict)))
                .orElseGet(() -> unknown(call));
    }

    private Reply unknown(ControlCall call) {
        return room.json()
                .problem(
                        404,
                        "unknown",
                        "no payment " + call.path("id") + " in world "
                                + call.world().name() + "; X-Sandbox-World selects another");
    }

    private static boolean matches(Optional<String> wanted, String value) {
        return wanted.map(value::equals).orElse(true);
    }
}
