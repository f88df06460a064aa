package kz.paysandbox.emulator.kaspi.call;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kz.paysandbox.emulator.core.CustomerMode;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.kaspi.domain.Customer;
import kz.paysandbox.emulator.kaspi.domain.KaspiBank;
import kz.paysandbox.emulator.kaspi.domain.Payment;
import kz.paysandbox.emulator.kaspi.domain.PaymentKind;
import kz.paysandbox.emulator.kaspi.domain.QrReturn;

/** The customer who acts by themselves, at their times on the world's clock; what no longer fits then is left undone. */
public final class AutomaticCustomer {

    private final World world;
    private final KaspiBank bank;
    private final CustomerMode mode;

    public AutomaticCustomer(World world, KaspiBank bank) {
        this.world = world;
        this.bank = bank;
        this.mode = world.customer();
    }

    /** Will scan and decide, or pay or reject an invoice, where that is their habit. */
    public Payment meets(Payment payment) {
        if (mode.acts()) {
            Duration untilDecision = mode.confirmAfter();
            if (payment.terms().kind() != PaymentKind.REMOTE) {
                untilDecision = mode.scanAfter().plus(mode.confirmAfter());
                later(
                        payment.terms().created().plus(mode.scanAfter()),
                        "kaspi.customer.scans",
                        payment.id(),
                        () -> bank.purchases()
                                .change(payment.id(), open -> open.scan(world.now(), Customer.DEFAULT_PHONE)));
            }
            later(
                    payment.terms().created().plus(untilDecision),
                    "kaspi.customer.decides",
                    payment.id(),
                    () -> decide(payment));
        }
        return payment;
    }

    /** Will scan a return QR code. */
    public QrReturn meets(QrReturn code) {
        if (mode.acts()) {
            later(
                    code.terms().created().plus(mode.scanAfter()),
                    "kaspi.customer.scans",
                    code.id(),
                    () -> bank.returns().scan(code.id(), world.now(), Customer.DEFAULT_PHONE));
        }
        return code;
    }

    private Object decide(Payment payment) {
        return mode.habit() == CustomerMode.Habit.PAYS
                ? bank.confirm(payment.id(), world.now())
                : bank.purchases().change(payment.id(), open -> open.decline(world.now()));
    }

    private void later(Instant due, String what, long id, Supplier<Object> act) {
        world.timeline().at(due, what, String.valueOf(id), () -> CompletableFuture.completedStage(act.get()));
    }
}
