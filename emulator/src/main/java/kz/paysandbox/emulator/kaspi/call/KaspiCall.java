package kz.paysandbox.emulator.kaspi.call;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import kz.paysandbox.emulator.core.Ids;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.fields.FieldReader;
import kz.paysandbox.emulator.kaspi.domain.KaspiBank;
import kz.paysandbox.emulator.kaspi.domain.Payment;
import kz.paysandbox.emulator.kaspi.domain.PaymentKind;
import kz.paysandbox.emulator.kaspi.domain.SaleProcess;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.Till;
import kz.paysandbox.emulator.kaspi.domain.merchants.TillReasons;
import kz.paysandbox.emulator.kaspi.rules.KaspiClause;

/**
 * An admitted call on its way to its handler.
 *
 * @param bins organisations that it concerns: the one it names, else all that the caller may act for
 * @param now the world's time, the same for all that this call does
 */
public record KaspiCall(
        World world,
        KaspiBank bank,
        KaspiServices services,
        Caller caller,
        List<String> bins,
        FieldReader in,
        Compliance compliance,
        Instant now) {

    public Ids ids() {
        return world.ids();
    }

    public KaspiWire wire() {
        return services.wire();
    }

    /** The sales that the caller may make. */
    public SaleProcess sales() {
        return new SaleProcess(bank, caller.scheme());
    }

    /** Who may act by themselves on what is created. */
    public AutomaticCustomer customer() {
        return new AutomaticCustomer(world);
    }

    /** Reads the request, or says what stood in the way; deviations are judged before anything is done. */
    public <T> Outcome<T, Refusal> read(Function<FieldReader, T> reader) {
        T message = reader.apply(in);
        return in.finish(() -> message)
                .<Outcome<T, Refusal>>fold(
                        Outcome::ok,
                        malformed -> Refusal.refuse(
                                Reason.MALFORMED, MalformedTexts.russian(malformed), MalformedTexts.english(malformed)))
                .flatMap(read -> compliance.judge(in.deviations()).map(accepted -> read));
    }

    /** Whether a status may be asked for now: nobody presses a button for a remote invoice every few seconds (4.6). */
    public Outcome<Payment, Refusal> pollPolitely(Payment payment) {
        if (payment.terms().kind() != PaymentKind.REMOTE || bank.allowsInvoicePoll(payment, now)) {
            return Outcome.ok(payment);
        }
        compliance.finding(
                KaspiClause.POLL_REMOTE,
                "more than " + bank.rules().invoicePollsPerMinute()
                        + " status calls in a minute for one remote invoice");
        return services.repelsPolling() ? Refusal.refuse(Reason.POLLED_BY_MACHINE) : Outcome.ok(payment);
    }

    public Outcome<Till, Refusal> till(String deviceToken, TillReasons reasons) {
        return bank.till(deviceToken, bins, reasons);
    }
}
