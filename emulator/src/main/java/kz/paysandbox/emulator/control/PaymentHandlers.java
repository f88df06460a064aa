package kz.paysandbox.emulator.control;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.paysandbox.emulator.control.call.Conflicts;
import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.control.call.ControlDesk;
import kz.paysandbox.emulator.control.call.NewestPayments;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.bank.Bank;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.desk.CustomerAct;
import kz.paysandbox.emulator.core.desk.PaymentView;
import kz.paysandbox.emulator.core.desk.WorldDesk;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.input.AnyValue;
import kz.paysandbox.emulator.input.JudgedText;
import kz.paysandbox.emulator.input.Scalar;
import kz.paysandbox.emulator.input.Table;
import kz.paysandbox.emulator.input.Values;

/** The payments of all banks: one view, and the customer's and cashier's side of them. */
final class PaymentHandlers {

    private static final long MOST_SHOWN = 1_000;

    private static final List<String> ACTS = Stream.concat(
                    Stream.of(CustomerAct.values()).map(CustomerAct::label), Stream.of("refund"))
            .toList();

    static final Table PHONE = new Table().optional("phone", Scalar.text(100), "The customer's");

    private static final Table AMOUNT =
            new Table().required("amount", Scalar.decimal("-1000000000000", "1000000000000"), "A number of tenge");

    private final ControlContext context;
    private final WorldDesk desk;

    PaymentHandlers(ControlContext context) {
        this.context = context;
        this.desk = new ControlDesk(context);
    }

    /** The parameters of {@link #list}. */
    Table query() {
        return new Table()
                .optional(
                        "bank",
                        JudgedText.known(
                                "bank",
                                () -> context.banks().stream()
                                        .map(BankDesk::bank)
                                        .toList()),
                        "Of one bank")
                .optional("status", known("status", Bank::statuses), "In one status")
                .optional("scheme", known("scheme", Bank::schemes), "Asked for by one scheme of a bank")
                .optional("bin", new AnyValue(), "Of one organisation")
                .optional("limit", Scalar.whole(1), "The newest so many, at most " + MOST_SHOWN);
    }

    /** A word that one of the banks knows. */
    private JudgedText known(String what, Function<Bank, List<String>> words) {
        return JudgedText.known(
                what,
                () -> context.facts().stream()
                        .flatMap(bank -> words.apply(bank).stream())
                        .distinct()
                        .toList());
    }

    Reply list(ControlCall call) {
        Values query = call.query();
        Optional<String> bank = query.text("bank");
        return context.json()
                .reply(
                        200,
                        NewestPayments.of(
                                context.banks().stream()
                                        .filter(desk -> matches(bank, desk.bank()))
                                        .map(desk -> desk.payments(call.world())),
                                payment -> matches(query.text("status"), payment.status())
                                        && matches(query.text("bin"), payment.bin())
                                        && matches(
                                                query.text("scheme"),
                                                payment.scheme().orElse("")),
                                Math.min(MOST_SHOWN, query.number("limit").orElse(MOST_SHOWN))));
    }

    Reply show(ControlCall call) {
        return context.banks().stream()
                .flatMap(bank -> bank.payment(call.world(), call.path("id")).stream())
                .findFirst()
                .map(payment -> context.json().reply(200, payment))
                .orElseGet(() -> unknown(call));
    }

    /** The codes by which customers ask for their money back, newest first. */
    Reply returns(ControlCall call) {
        return context.json()
                .list(context.banks().stream()
                        .flatMap(bank -> bank.returns(call.world()))
                        .limit(MOST_SHOWN));
    }

    Reply act(ControlCall call) {
        Optional<CustomerAct> act = CustomerAct.of(call.path("act"));
        if (act.isEmpty()) {
            return context.json().problem(404, "unknown-path", Complaint.unknown("act", call.path("act"), ACTS));
        }
        return PHONE.values(call.body())
                .fold(
                        read -> answer(desk.act(call.world(), call.path("id"), act.get(), read.text("phone"))),
                        this::invalid);
    }

    Reply refund(ControlCall call) {
        return AMOUNT.values(call.body())
                .fold(
                        read -> answer(desk.refund(
                                call.world(),
                                call.path("id"),
                                read.decimal("amount").orElse(BigDecimal.ZERO))),
                        this::invalid);
    }

    private Reply invalid(Complaint complaint) {
        return context.json().problem(400, "invalid", complaint);
    }

    Reply png(ControlCall call) {
        return qr(call).map(content -> QrImage.of(content).png()).orElseGet(() -> unknown(call));
    }

    Reply svg(ControlCall call) {
        return qr(call).map(content -> QrImage.of(content).svg()).orElseGet(() -> unknown(call));
    }

    private Optional<String> qr(ControlCall call) {
        return context.banks().stream()
                .flatMap(bank -> bank.qrContent(call.world(), call.path("id")).stream())
                .findFirst();
    }

    private Reply answer(Outcome<PaymentView, Conflict> outcome) {
        return outcome.fold(
                payment -> context.json().reply(200, payment), conflict -> Conflicts.reply(context.json(), conflict));
    }

    private Reply unknown(ControlCall call) {
        return Conflicts.reply(context.json(), ControlDesk.unknownPayment(call.world(), call.path("id")));
    }

    private static boolean matches(Optional<String> wanted, String value) {
        return wanted.map(value::equals).orElse(true);
    }
}
